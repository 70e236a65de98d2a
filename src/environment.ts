import { z } from 'zod';

/** Every setting that there is, as text from the environment, and what it may hold. */
export const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('is not a whole number')
    .int('is not a whole number')
    .min(0, 'is below 0')
    .max(65535, 'is over 65535')
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'is neither sqlite:FILE nor postgres://…')
    .default('sqlite:data/wesaid.db'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is not debug, info, warn, error or silent')
    .default('info'),
  REHEARSAL: z.enum(['on', 'off'], 'is not on or off').optional(),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'is not a web address that begins with https://' }).optional(),
  WESAID_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'does not begin with xoxb-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'is too short').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'does not begin with xapp-')
    .optional(),
  SLACK_API_URL: z.url('is not a web address').optional(),
  TEAMS_APP_ID: z.guid('is not an id like 00000000-0000-0000-0000-000000000000').optional(),
  TEAMS_APP_PASSWORD: z.string().min(8, 'is too short').optional(),
  TEAMS_TENANT_ID: z.guid('is not an id like 00000000-0000-0000-0000-000000000000').optional(),
  TEAMS_TENANTS: z
    .string()
    .regex(/^[\s,0-9a-f-]+$/i, 'is not a list of ids with commas between them')
    .optional(),
  TEAMS_INSECURE_LOCAL: z.enum(['on', 'off'], 'is not on or off').optional(),
  TEAMS_API_URL: z.url('is not a web address').optional(),
});

/** Where the operator finds each. */
export const whereToFind: Readonly<Record<string, string>> = {
  HOST: 'the address to listen on, 127.0.0.1 by default',
  PORT: 'the port to listen on, 3000 by default',
  DATABASE_URL: 'sqlite:data/wesaid.db by default, or the address of a PostgreSQL database',
  LOG_LEVEL: 'info by default',
  REHEARSAL: 'on while no platform is set',
  PUBLIC_URL: 'the address at which the world reaches WeSaid, such as https://wesaid.example.org',
  WESAID_SECRET:
    'at least 32 characters that nobody can guess, such as openssl rand -hex 32 gives; links for guests need it',
  SLACK_BOT_TOKEN: 'on api.slack.com/apps, your app, "OAuth & Permissions", "Bot User OAuth Token"',
  SLACK_SIGNING_SECRET: 'on api.slack.com/apps, your app, "Basic Information", "App Credentials"',
  SLACK_APP_TOKEN: 'on api.slack.com/apps, your app, "Basic Information", "App-Level Tokens"; only for Socket Mode',
  SLACK_API_URL: 'leave it out, unless you test against a stand-in',
  TEAMS_APP_ID: 'on portal.azure.com, your bot, "Configuration", "Microsoft App ID"',
  TEAMS_APP_PASSWORD:
    'on portal.azure.com, your app registration, "Certificates & secrets", the value of a client secret',
  TEAMS_TENANT_ID: 'on portal.azure.com, your app registration, "Directory (tenant) ID"',
  TEAMS_TENANTS: 'the ids of further organisations that may use it, with commas between them; leave it out for one',
  TEAMS_INSECURE_LOCAL: 'only for trying it out on this machine: it hears what nobody signed',
  TEAMS_API_URL: 'leave it out, unless you test against a stand-in',
};

export type Settings = z.infer<typeof settings>;
