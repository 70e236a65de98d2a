import { z } from 'zod';

/** All that the operator can set, read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly rehearsal: boolean;
  readonly slack: SlackConfig | null;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly appToken: string | null;
  /** For a stand-in of Slack's Web API; null is Slack itself. */
  readonly apiUrl: string | null;
}

/** Lists every missing or wrong setting at once, each with where to find it. Never holds a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`WeSaid cannot start. Please put these settings right:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const settings = z.object({
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
});

const whereToFind: Readonly<Record<string, string>> = {
  HOST: 'the address to listen on, 127.0.0.1 by default',
  PORT: 'the port to listen on, 3000 by default',
  DATABASE_URL: 'sqlite:data/wesaid.db by default, or the address of a PostgreSQL database',
  LOG_LEVEL: 'info by default',
  REHEARSAL: 'on while no platform is set',
  SLACK_BOT_TOKEN: 'on api.slack.com/apps, your app, "OAuth & Permissions", "Bot User OAuth Token"',
  SLACK_SIGNING_SECRET: 'on api.slack.com/apps, your app, "Basic Information", "App Credentials"',
  SLACK_APP_TOKEN: 'on api.slack.com/apps, your app, "Basic Information", "App-Level Tokens"; only for Socket Mode',
  SLACK_API_URL: 'leave it out, unless you test against a stand-in',
};

/** Reads the environment. An empty setting counts as not set. Throws ConfigError. */
export function readConfig(environment: Given): Config {
  const given: Given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = settings.safeParse(given);
  const problems = read.success ? [] : read.error.issues.map((issue) => problem(String(issue.path[0]), issue.message));
  problems.push(...missing(given), ...unfitting(given));
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(read.data);
}

type Given = Readonly<Record<string, string | undefined>>;
type Settings = z.infer<typeof settings>;

function toConfig(read: Settings): Config {
  const slack =
    read.SLACK_BOT_TOKEN === undefined || read.SLACK_SIGNING_SECRET === undefined
      ? null
      : {
          botToken: read.SLACK_BOT_TOKEN,
          signingSecret: read.SLACK_SIGNING_SECRET,
          appToken: read.SLACK_APP_TOKEN ?? null,
          apiUrl: read.SLACK_API_URL ?? null,
        };
  return {
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    logLevel: read.LOG_LEVEL,
    rehearsal: read.REHEARSAL === undefined ? slack === null : read.REHEARSAL === 'on',
    slack,
  };
}

/** Half a platform is an error: the bot would look alive and never answer. */
function missing(given: Given): string[] {
  const needed = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'];
  return meansSlack(given) ? needed.filter((key) => !(key in given)).map((key) => problem(key, 'is missing')) : [];
}

function meansSlack(given: Given): boolean {
  return Object.keys(given).some((key) => key.startsWith('SLACK_') && key in whereToFind);
}

/**
 * In a rehearsal the clock can be moved by whoever can reach the page, so it stays on this machine and off real
 * platforms. Looks at the settings as given: what else is wrong with them must not hide this.
 */
function unfitting(given: Given): string[] {
  const { REHEARSAL, HOST, SLACK_API_URL } = given;
  const slack = meansSlack(given);
  const problems: string[] = [];
  if (REHEARSAL === 'off' && !slack)
    problems.push(problem('REHEARSAL', 'is off, and no platform is set. Set Slack up, or turn it on'));
  const rehearsal = REHEARSAL === 'on' || (REHEARSAL === undefined && !slack);
  if (rehearsal && HOST !== undefined && !isLoopback(HOST))
    problems.push(problem('HOST', 'must be 127.0.0.1 in a rehearsal'));
  if (rehearsal && slack && !isLoopback(hostOf(SLACK_API_URL)))
    problems.push(
      problem(
        'REHEARSAL',
        'is on, and Slack is the real one. Turn it off, or set SLACK_API_URL to a stand-in on this machine',
      ),
    );
  return problems;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}

function problem(key: string, what: string): string {
  const where = whereToFind[key];
  return where === undefined ? `${key} ${what}.` : `${key} ${what}. (${where})`;
}
