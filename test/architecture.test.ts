import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { impurities } from './support/core-purity.ts';

const root = join(import.meta.dirname, '..');
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;
const madeUp: string[] = [];

afterAll(() => {
  for (const folder of madeUp) rmSync(folder, { recursive: true });
});

describe('who may import whom', () => {
  it('the program as it is breaks no rule', async () => {
    expect(await broken(root)).toEqual([]);
  });

  it.each([
    ['domain-imports-only-itself-and-temporal', 'src/domain/round.ts', '../words/dates.ts'],
    ['domain-imports-only-itself-and-temporal', 'src/domain/round.ts', 'zod'],
    ['domain-imports-only-itself-and-temporal', 'src/domain/round.ts', 'node:fs'],
    ['words-import-only-the-domain', 'src/words/en/rounds.ts', '../../messages/document.ts'],
    ['messages-import-only-domain-and-words', 'src/messages/prompt.ts', '../ports.ts'],
    ['commands-import-only-domain-words-and-messages', 'src/commands/ask.ts', '../app/bot.ts'],
    ['ports-import-only-domain-and-document', 'src/ports.ts', './messages/plain-text.ts'],
    ['app-imports-only-the-core-and-ports', 'src/app/outbox.ts', 'kysely'],
    ['app-imports-only-the-core-and-ports', 'src/app/outbox.ts', '../../storage/store.ts'],
    ['only-main-rehearsal-and-tools-put-the-parts-together', 'src/server.ts', '../adapters/web/adapter.ts'],
    ['storage-imports-only-ports-domain-and-its-drivers', 'storage/rows.ts', '../src/words/dates.ts'],
    ['storage-imports-only-ports-domain-and-its-drivers', 'storage/rows.ts', 'zod'],
    ['adapters-import-only-ports-documents-words-and-their-sdk', 'adapters/web/parse.ts', '../../src/domain/round.ts'],
    ['adapters-never-import-each-other', 'adapters/slack/parse.ts', '../web/adapter.ts'],
    ['only-storage-knows-its-drivers', 'adapters/web/parse.ts', 'pg'],
    ['only-the-slack-adapter-knows-slack', 'src/main.ts', '@slack/bolt'],
    ['only-the-teams-sdk-file-knows-botbuilder', 'adapters/teams/parse.ts', 'botbuilder'],
    ['nobody-imports-main', 'src/tools/doctor.ts', '../main.ts'],
    ['what-ships-imports-no-tests', 'src/main.ts', '../test/support/clock.ts'],
    ['what-ships-needs-no-development-packages', 'src/main.ts', 'vitest'],
    ['no-unresolved-imports', 'src/app/outbox.ts', './nowhere.ts'],
  ])('%s: refused when %s imports %s', async (rule, from, to) => {
    const tree = program({ [from]: `import * as wrong from '${to}';\nexport const used = wrong;` });
    expect(await broken(tree)).toContain(`${rule}: ${from}`);
  });

  it('a wrong import of types alone is refused as well', async () => {
    const tree = program({
      'src/domain/round.ts': "import type { day } from '../words/dates.ts';\nexport type D = typeof day;",
    });
    expect(await broken(tree)).toEqual(['domain-imports-only-itself-and-temporal: src/domain/round.ts']);
  });

  it('two files that import each other are refused', async () => {
    const tree = program({
      'src/domain/round.ts': "import { b } from './turns.ts';\nexport const a = () => b;",
      'src/domain/turns.ts': "import { a } from './round.ts';\nexport const b = () => a;",
    });
    expect(await broken(tree)).toContain('no-cycles: src/domain/round.ts');
  });

  it('the made-up program breaks no rule by itself', async () => {
    expect(await broken(program({}))).toEqual([]);
  });
});

describe('the core has no clock, no randomness and no environment', () => {
  const core = ['domain', 'words', 'messages', 'commands'].map((folder) => join(root, 'src', folder));

  it('none is found in the core as it is', () => {
    const files = core.flatMap(filesUnder).filter((path) => path.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((path) => impurities(relative(root, path), readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['Date.now', 'export const at = Date.now();'],
    ['new Date()', 'export const at = new Date();'],
    ['new Date()', 'export const at = new Date;'],
    ['Date', 'export const at = Date();'],
    ['Date', 'const { now } = Date;\nexport const at = now();'],
    ['Date', "export const at = Date['now']();"],
    ['Math.random', 'export const lot = Math.random();'],
    ['Math', 'const { random } = Math;\nexport const lot = random();'],
    ['Temporal.Now', "import { Temporal } from 'temporal-polyfill';\nexport const at = Temporal.Now.instant();"],
    ['crypto', 'export const id = crypto.randomUUID();'],
    ['globalThis', 'export const id = globalThis.crypto.randomUUID();'],
    ['node:crypto', "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();"],
    ['setTimeout', 'export const soon = (f: () => void) => setTimeout(f, 10);'],
    ['process', 'export const zone = process.env.TZ;'],
    ['performance', 'export const at = performance.now();'],
  ])('%s is found', (what, source) => {
    expect(impurities('core.ts', source).map((line) => line.split(' ').slice(1).join(' '))).toContain(what);
  });

  it('dates that were handed in, sums and names that only look alike are left alone', () => {
    const source = [
      "import { Temporal } from 'temporal-polyfill';",
      'export const iso = (ms: number) => new Date(ms).toISOString();',
      'export const ms = (iso: string) => Date.parse(iso) + Math.round(1.5);',
      'export const zone = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);',
      'export const same = (event: { process: string }) => event.process;',
    ].join('\n');
    expect(impurities('core.ts', source)).toEqual([]);
  });
});

describe('packages and files', () => {
  const ours = ['src', 'adapters', 'storage', 'test'].map((folder) => join(root, folder)).flatMap(filesUnder);

  it('every package is pinned to one exact version', () => {
    const { dependencies, devDependencies } = json('package.json') as Record<string, Record<string, string>>;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.length).toBeGreaterThan(10);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('the lock file names no registry, so that any mirror will do', () => {
    const { packages } = json('package-lock.json') as { packages: Record<string, { resolved?: string }> };
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('no file is called index, utils or helpers', () => {
    expect(ours.filter((path) => /\/(index|utils?|helpers?)\.[cm]?[jt]sx?$/.test(path))).toEqual([]);
  });

  it('no file of the program is longer than 400 lines', () => {
    const long = ours
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('/test/'))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });
});

/** The rules that a tree breaks, each with the file that breaks it: "no-cycles: src/domain/round.ts". */
async function broken(tree: string): Promise<readonly string[]> {
  const { forbidden, options } = config;
  const rules: ICruiseOptions = { ...options, baseDir: tree, validate: true, ruleSet: { forbidden: forbidden ?? [] } };
  const { output } = await cruise(['src', 'adapters', 'storage'], rules, options?.enhancedResolveOptions);
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

/** A small program in a folder of its own, laid out like ours, with some files written anew. */
function program(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'wesaid-architecture-'));
  madeUp.push(tree);
  const whole: Readonly<Record<string, string>> = {
    'src/main.ts': 'export {};',
    'src/ports.ts': 'export const port = 1;',
    'src/words/dates.ts': 'export const day = 1;',
    'src/messages/document.ts': 'export const document = 1;',
    'src/messages/plain-text.ts': 'export const plain = 1;',
    'src/domain/round.ts': 'export const round = 1;',
    'src/app/bot.ts': 'export const bot = 1;',
    'adapters/web/adapter.ts': 'export const adapter = 1;',
    'storage/store.ts':
      "import fs from 'node:fs';\nimport * as kysely from 'kysely';\nexport const store = [fs, kysely];",
    'test/support/clock.ts': 'export const clock = 1;',
    'package.json': readFileSync(join(root, 'package.json'), 'utf8'),
    ...files,
  };
  for (const [path, source] of Object.entries(whole)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
