import { parseArgs } from 'node:util';
import { settings, whereToFind } from '../environment.ts';

/** What the app package for Teams is made of, besides what is the same for everyone. */
export interface PackageSettings {
  /** The id of the app registration: of the bot, and of the app. */
  readonly appId: string;
  /** Where WeSaid is reached, without a closing slash: https alone. */
  readonly publicUrl: string;
  readonly name: string;
  /** Who runs it, as Teams shows it beside the name. */
  readonly developer: string;
  /** Three addresses that Teams shows to whoever asks about the app. */
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** Of the app, as 1.2.3; null is that of this WeSaid. Teams takes a changed package only with a higher one. */
  readonly version: string | null;
  /** Whether owners are asked to let WeSaid hear what is said without a mention of it. */
  readonly listening: boolean;
  /** Where the package is written; "-" is standard output. */
  readonly out: string;
}

/** Lists everything that is missing or wrong at once, each with where to find it. Holds no value. */
export class PackageRefused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The package for Teams cannot be made. Please put this right:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'PackageRefused';
    this.problems = problems;
  }
}

export const usage = `npm run teams:package -- [options]

Makes wesaid-teams.zip, which Teams takes as an app. Needs TEAMS_APP_ID and PUBLIC_URL, from the environment or .env.

  --without-listening   asks for no right to hear what is said without a mention of @WeSaid
  --name=NAME           the name in Teams, at most 30 letters; WeSaid
  --developer=NAME      who runs it, at most 32 letters; WeSaid
  --website=URL         a page about it; PUBLIC_URL
  --privacy=URL         your privacy notice; PUBLIC_URL
  --terms=URL           your terms of use; PUBLIC_URL
  --app-version=1.2.3   the version of the app, higher each time you upload a changed one
  --out=FILE            where to write it; wesaid-teams.zip, or - for standard output`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings and options; null when only help is asked for. Throws PackageRefused. */
export function readPackageSettings(environment: Environment, words: readonly string[]): PackageSettings | null {
  const options = readOptions(words);
  if (options.help === true) return null;
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const publicUrl = (given['PUBLIC_URL'] ?? '').replace(/\/+$/, '');
  const read: PackageSettings = {
    appId: (given['TEAMS_APP_ID'] ?? '').toLowerCase(),
    publicUrl,
    name: options.name ?? 'WeSaid',
    developer: options.developer ?? 'WeSaid',
    website: options.website ?? publicUrl,
    privacy: options.privacy ?? publicUrl,
    terms: options.terms ?? publicUrl,
    version: options['app-version'] ?? null,
    listening: options['without-listening'] !== true,
    out: options.out ?? 'wesaid-teams.zip',
  };
  const problems = [...problemsOfEnvironment(given), ...problemsOfOptions(read)];
  if (problems.length > 0) throw new PackageRefused(problems);
  return read;
}

const known = {
  help: { type: 'boolean' },
  'without-listening': { type: 'boolean' },
  name: { type: 'string' },
  developer: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  'app-version': { type: 'string' },
  out: { type: 'string' },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof known }>>['values'];

function readOptions(words: readonly string[]): Options {
  try {
    return parseArgs({ args: [...words], options: known }).values;
  } catch {
    const odd = words.filter((word) => !Object.keys(known).some((name) => word.split('=', 1)[0] === `--${name}`));
    throw new PackageRefused([
      odd.length === 0
        ? 'An option has no value, or one too many. (--help shows them)'
        : `${odd.join(' ')} is not an option. (--help shows them)`,
    ]);
  }
}

/** As the program reads them, but the program can do without. */
const needed = settings.pick({ TEAMS_APP_ID: true, PUBLIC_URL: true });

function problemsOfEnvironment(given: Environment): readonly string[] {
  const names = ['TEAMS_APP_ID', 'PUBLIC_URL'];
  const missing = names.filter((name) => given[name] === undefined).map((name) => [name, 'is missing'] as const);
  const wrong = needed.safeParse(given).error?.issues.map(({ path, message }) => [String(path[0]), message] as const);
  return [...missing, ...(wrong ?? [])].map(([name, what]) => `${name} ${what}. (${whereToFind[name] ?? ''})`);
}

/** The lengths are those of Microsoft's manifest schema. */
function problemsOfOptions({
  name,
  developer,
  website,
  privacy,
  terms,
  version,
  publicUrl,
}: PackageSettings): readonly string[] {
  const addresses = { website, privacy, terms };
  return [
    ...(isBetween(name, 1, 30) ? [] : ['--name has to have 1 to 30 letters.']),
    ...(isBetween(developer, 1, 32) ? [] : ['--developer has to have 1 to 32 letters.']),
    ...Object.entries(addresses)
      .filter(([, address]) => address !== publicUrl && !isSecure(address))
      .map(([option]) => `--${option} does not begin with https://.`),
    ...(version === null || /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version)
      ? []
      : ['--app-version has to be three numbers, such as 1.2.3.']),
  ];
}

function isBetween(text: string, least: number, most: number): boolean {
  return text.trim().length >= least && text.length <= most;
}

function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
