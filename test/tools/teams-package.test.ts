import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsManifest } from '../../src/tools/teams-manifest.ts';
import { PackageRefused, readPackageSettings, usage } from '../../src/tools/teams-settings.ts';
import { teamsPackage } from '../../src/tools/teams-zip.ts';

const environment = { TEAMS_APP_ID: '5E8F2A70-1111-4222-8333-9C0FFEE00001', PUBLIC_URL: 'https://wesaid.example.org/' };
const settingsFor = (...options: readonly string[]) => {
  const settings = readPackageSettings(environment, options);
  if (settings === null) throw new Error('only help was asked for');
  return settings;
};
const refusal = (from: Readonly<Record<string, string>>, ...options: readonly string[]): readonly string[] => {
  try {
    readPackageSettings(from, options);
    return [];
  } catch (error) {
    if (error instanceof PackageRefused) return error.problems;
    throw error;
  }
};

describe('the settings of the package', () => {
  it('need an app and an address, and all that is missing is said at once with where to find it', () => {
    const problems = refusal({ TEAMS_APP_ID: ' ' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^TEAMS_APP_ID is missing\. \(on portal\.azure\.com, .*\)$/);
    expect(problems[1]).toMatch(/^PUBLIC_URL is missing\. \(the address .*\)$/);
  });

  it('that are wrong are all named, without their values', () => {
    const long = 'a name of more than thirty-two letters';
    const options = [
      `--name=${long}`,
      `--developer=${long}`,
      '--privacy=http://x.org',
      '--terms=',
      '--app-version=1.2',
    ];
    const problems = refusal({ TEAMS_APP_ID: 'my-app', PUBLIC_URL: 'http://wesaid.example.org' }, ...options);
    expect(problems.map((line) => line.split(' ')[0])).toEqual([
      'TEAMS_APP_ID',
      'PUBLIC_URL',
      '--name',
      '--developer',
      '--privacy',
      '--terms',
      '--app-version',
    ]);
    expect(problems.join('\n')).not.toMatch(/my-app|http:\/\/|more than thirty|1\.2\b(?!\.3)/);
  });

  it('know their options, and say which one they do not know', () => {
    expect(refusal(environment, '--nmae=WeSaid', '--name=x', 'more')).toEqual([
      '--nmae=WeSaid more is not an option. (--help shows them)',
    ]);
    expect(refusal(environment, '--name')[0]).toMatch(/no value/);
    expect(readPackageSettings({}, ['--help'])).toBeNull();
  });

  it('show every option under --help', () => {
    const options = ['without-listening', 'name', 'developer', 'website', 'privacy', 'terms', 'app-version', 'out'];
    expect([...usage.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option)).toEqual(options);
    expect(
      refusal(environment, '--without-listening', ...options.slice(1).map((option) => `--${option}`)),
    ).toHaveLength(1);
  });

  it('have a default each, so that two settings are enough', () => {
    const { appId, publicUrl, listening, name, privacy, terms, version } = settingsFor();
    expect([appId, publicUrl]).toEqual(['5e8f2a70-1111-4222-8333-9c0ffee00001', 'https://wesaid.example.org']);
    expect([listening, name, privacy, terms, version]).toEqual([true, 'WeSaid', publicUrl, publicUrl, null]);
  });
});

describe('the manifest in the package', () => {
  it('holds what the operator set, and nothing of the example is left', () => {
    const options = ['--name=Willow', '--developer=Ward 5', '--privacy=https://trust.example/privacy'];
    const manifest = teamsManifest({ ...settingsFor(...options), publicUrl: 'https://bot.trust.example:8443' });
    expect(manifest).toMatchObject({
      id: '5e8f2a70-1111-4222-8333-9c0ffee00001',
      name: { short: 'Willow' },
      developer: { name: 'Ward 5', privacyUrl: 'https://trust.example/privacy' },
      validDomains: ['bot.trust.example'],
      bots: [{ botId: '5e8f2a70-1111-4222-8333-9c0ffee00001' }],
      composeExtensions: [{ botId: '5e8f2a70-1111-4222-8333-9c0ffee00001' }],
    });
    const other = teamsManifest({ ...settingsFor(), publicUrl: 'https://b.example', website: 'https://b.example' });
    expect(JSON.stringify({ ...other, developer: null })).not.toMatch(/example\.org|0{8}-0{4}/);
  });

  it('takes a version of its own, so that a changed package can be uploaded again', () => {
    expect(teamsManifest(settingsFor('--app-version=3.0.1')).version).toBe('3.0.1');
    expect(teamsManifest(settingsFor()).version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('the package', () => {
  const icons = { color: Uint8Array.of(1, 2, 3), outline: Uint8Array.of(4) };
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone ?? 'UTC';
  });

  it('holds the manifest and two icons, and no folder', () => {
    const files = unzipSync(teamsPackage(teamsManifest(settingsFor()), icons));
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    expect(files['color.png']).toEqual(icons.color);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? icons.color))).toEqual(
      JSON.parse(JSON.stringify(teamsManifest(settingsFor()))),
    );
  });

  it('is the same, byte by byte, each time and in every time zone', () => {
    const packed = ['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'].map((TZ) => {
      process.env['TZ'] = TZ;
      return Buffer.from(teamsPackage(teamsManifest(settingsFor()), icons)).toString('hex');
    });
    expect(new Set(packed).size).toBe(1);
  });
});

describe('npm run teams:package', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wesaid-package-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const root = join(import.meta.dirname, '../..');
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const tool = join(root, 'src/tools/teams-package.ts');
  const run = (from: Readonly<Record<string, string>>, ...options: readonly string[]) =>
    spawnSync(process.execPath, [tsx, tool, ...options], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...from },
      maxBuffer: 10_000_000,
    });

  it('writes the package with the real icons, and says what to do next', () => {
    writeFileSync(join(folder, '.env'), `PUBLIC_URL=${environment.PUBLIC_URL}\n`);
    const { status, stderr } = run({ TEAMS_APP_ID: environment.TEAMS_APP_ID });
    expect([status, stderr.toString()]).toEqual([
      0,
      expect.stringContaining('https://wesaid.example.org/api/messages'),
    ]);
    const files = unzipSync(readFileSync(join(folder, 'wesaid-teams.zip')));
    expect(Buffer.from(files['outline.png'] ?? [])).toEqual(readFileSync(join(root, 'adapters/teams/outline.png')));
  });

  it('writes it to standard output where it is asked to, and nothing else there', () => {
    const { status, stdout } = run(environment, '--out=-', '--without-listening');
    expect(status).toBe(0);
    const manifest = strFromU8(unzipSync(stdout)['manifest.json'] ?? Uint8Array.of());
    expect(manifest).not.toContain('resourceSpecific');
    expect(existsSync(join(folder, 'wesaid-teams.zip'))).toBe(false);
  });

  it('ends with what is missing, and writes nothing', () => {
    const { status, stderr } = run({});
    expect(status).toBe(1);
    expect(stderr.toString()).toMatch(
      /^The package for Teams cannot be made\. .*\n {2}- TEAMS_APP_ID .*\n {2}- PUBLIC_URL /,
    );
    expect(existsSync(join(folder, 'wesaid-teams.zip'))).toBe(false);
  });

  it('can be asked for help, without any setting', () => {
    const shown = execFileSync(process.execPath, [tsx, tool, '--help'], { cwd: folder, env: {} }).toString();
    expect(shown.trim()).toBe(usage);
  });
});
