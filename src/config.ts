import { settings, whereToFind, type Settings } from './environment.ts';

/** All that the operator can set, read once at start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly rehearsal: boolean;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  /** What links for people without an account are made with; null where the operator has not set both. */
  readonly links: LinksConfig | null;
}

export interface LinksConfig {
  /** Where the world reaches WeSaid, without a slash at its end. */
  readonly origin: string;
  readonly secret: string;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly appToken: string | null;
  /** For a stand-in of Slack's Web API; null is Slack itself. */
  readonly apiUrl: string | null;
}

export interface TeamsConfig {
  /** Null only for local trying out, where activities are not signed. */
  readonly app: { readonly id: string; readonly password: string; readonly tenant: string } | null;
  /** Whose activities are heard: the app's own tenant and those that the operator lists. Empty without an app. */
  readonly tenants: readonly string[];
  /** For a stand-in on this machine; null is Microsoft itself. */
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

function toConfig(read: Settings): Config {
  const [slack, teams] = [slackOf(read), teamsOf(read)];
  return {
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    logLevel: read.LOG_LEVEL,
    rehearsal: read.REHEARSAL === undefined ? slack === null && teams === null : read.REHEARSAL === 'on',
    slack,
    teams,
    links: linksOf(read),
  };
}

/** Of the address only the machine's name counts: its pages stand under /g there. */
function linksOf({ PUBLIC_URL: url, WESAID_SECRET: secret }: Settings): LinksConfig | null {
  return url === undefined || secret === undefined ? null : { origin: new URL(url).origin, secret };
}

function slackOf(read: Settings): SlackConfig | null {
  if (read.SLACK_BOT_TOKEN === undefined || read.SLACK_SIGNING_SECRET === undefined) return null;
  return {
    botToken: read.SLACK_BOT_TOKEN,
    signingSecret: read.SLACK_SIGNING_SECRET,
    appToken: read.SLACK_APP_TOKEN ?? null,
    apiUrl: read.SLACK_API_URL ?? null,
  };
}

function teamsOf(read: Settings): TeamsConfig | null {
  const { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: password, TEAMS_TENANT_ID: tenant } = read;
  const apiUrl = read.TEAMS_API_URL ?? null;
  if (read.TEAMS_INSECURE_LOCAL === 'on') return { app: null, tenants: [], apiUrl };
  if (id === undefined || password === undefined || tenant === undefined) return null;
  return { app: { id, password, tenant }, tenants: [tenant, ...listed(read.TEAMS_TENANTS)], apiUrl };
}

function listed(tenants = ''): readonly string[] {
  return tenants
    .split(',')
    .map((tenant) => tenant.trim())
    .filter((tenant) => tenant !== '');
}

/** Half a platform is an error: the bot would look alive and never answer. */
function missing(given: Given): string[] {
  const slack = means('SLACK_', given) ? ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] : [];
  const teams =
    means('TEAMS_', given) && !isInsecure(given) ? ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'] : [];
  return [...slack, ...teams].filter((key) => !(key in given)).map((key) => problem(key, 'is missing'));
}

function means(platform: 'SLACK_' | 'TEAMS_', given: Given): boolean {
  return Object.keys(given).some(
    (key) => key.startsWith(platform) && key in whereToFind && !(key === 'TEAMS_INSECURE_LOCAL' && !isInsecure(given)),
  );
}

function isInsecure(given: Given): boolean {
  return given['TEAMS_INSECURE_LOCAL'] === 'on';
}

/** Looks at the settings as given: what else is wrong with them must not hide this. */
function unfitting(given: Given): string[] {
  return [...unfittingRehearsal(given), ...unfittingTeams(given)];
}

/** In a rehearsal the clock can be moved by whoever can reach the page, so it stays on this machine and off real platforms. */
function unfittingRehearsal(given: Given): string[] {
  const { REHEARSAL, HOST, SLACK_API_URL, TEAMS_API_URL } = given;
  const [slack, teams] = [means('SLACK_', given), means('TEAMS_', given)];
  const none = !slack && !teams;
  if (REHEARSAL === 'off' && none)
    return [problem('REHEARSAL', 'is off, and no platform is set. Set Slack or Teams up, or turn it on')];
  if (REHEARSAL !== 'on' && !(REHEARSAL === undefined && none)) return [];
  const real = (name: string, setting: string): string =>
    problem(
      'REHEARSAL',
      `is on, and ${name} is the real one. Turn it off, or set ${setting} to a stand-in on this machine`,
    );
  return [
    ...(HOST !== undefined && !isLoopback(HOST) ? [problem('HOST', 'must be 127.0.0.1 in a rehearsal')] : []),
    ...(slack && !isLoopback(hostOf(SLACK_API_URL)) ? [real('Slack', 'SLACK_API_URL')] : []),
    ...(teams && !isInsecure(given) && !isLoopback(hostOf(TEAMS_API_URL)) ? [real('Teams', 'TEAMS_API_URL')] : []),
  ];
}

/** Unsigned activities, and keys and tokens from elsewhere than Microsoft, only ever on this machine. */
function unfittingTeams(given: Given): string[] {
  const { HOST, TEAMS_API_URL, TEAMS_APP_ID } = given;
  const local = isInsecure(given);
  return [
    ...(local && HOST !== undefined && !isLoopback(HOST)
      ? [problem('TEAMS_INSECURE_LOCAL', 'is on, so HOST must be 127.0.0.1')]
      : []),
    ...(local && TEAMS_APP_ID !== undefined
      ? [problem('TEAMS_INSECURE_LOCAL', 'is on, and TEAMS_APP_ID is set. Leave one of the two out')]
      : []),
    ...(TEAMS_API_URL !== undefined && URL.canParse(TEAMS_API_URL) && !isLoopback(hostOf(TEAMS_API_URL))
      ? [problem('TEAMS_API_URL', 'must be a stand-in on this machine')]
      : []),
  ];
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
