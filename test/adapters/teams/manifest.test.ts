import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils, type TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../adapters/teams/parse.ts';
import { style } from '../../../adapters/web/style.ts';
import { parseCommand } from '../../../src/commands/registry.ts';
import { mostCommands, teamsManifest } from '../../../src/tools/teams-manifest.ts';
import { readPackageSettings } from '../../../src/tools/teams-settings.ts';
import { readPng } from '../../support/png.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const environment = { TEAMS_APP_ID: '5e8f2a70-1111-4222-8333-9c0ffee00001', PUBLIC_URL: 'https://wesaid.example.org' };
const made = (...options: readonly string[]) => {
  const settings = readPackageSettings(environment, options);
  if (settings === null) throw new Error('no settings');
  return teamsManifest(settings);
};

const sources = readdirSync(new URL('adapters/teams/', root))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(`adapters/teams/${file}`))
  .join('\n');
/** Where the adapter takes words to be said, in a conversation of that kind. */
const heardIn = (conversationType: string) =>
  parse(
    {
      type: 'message',
      id: '1',
      text: 'help',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      from: { id: '29:amina', name: 'Amina' },
      conversation: { id: '19:a@thread', conversationType, tenantId: 'contoso' },
    },
    { now: () => '2027-03-01T10:00:00.000Z' },
  ).seen?.where;
const readme = read('adapters/teams/README.md');

/** The schemas that Microsoft publishes lie in its package, so nothing is fetched. */
function faults(manifest: ReturnType<typeof made>): Promise<readonly string[]> {
  const version = manifest.manifestVersion;
  const home = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const path = new URL(`json-schemas/teams/v${version}/MicrosoftTeams.schema.json`, `file://${home}`);
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];
  const given = JSON.parse(JSON.stringify(manifest)) as TeamsManifestV1D25.TeamsManifestV1D25;
  return AppManifestUtils.validateAgainstSchema(given, schema);
}

describe("Teams' manifest", () => {
  it('is one that Teams would make an app of, with and without the right to listen', async () => {
    expect(await faults(made())).toEqual([]);
    expect(await faults(made('--without-listening', '--name=WeSaid, a test', '--app-version=1.2.3'))).toEqual([]);
  });

  it('is checked by something that sees faults', async () => {
    const wrong = { ...made(), id: 'not-an-id', accentColor: 'green' };
    expect((await faults(wrong)).join('\n')).toMatch(/\/id .*\n.*\/accentColor /);
  });

  it('names the schema by its own version', () => {
    const { $schema, manifestVersion } = made();
    expect($schema).toBe(
      `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    );
  });

  it('says that shared and private channels are understood, without which Teams takes no app for teams', () => {
    // Since version 1.25: https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels
    expect(made().supportsChannelFeatures).toBe('tier1');
  });
});

describe('what the app asks for', () => {
  it('is explained line by line, and nothing else is explained', () => {
    const { bots, permissions, authorization } = made();
    const asked = [
      ...bots.flatMap((bot) => bot.scopes),
      ...permissions,
      ...(authorization?.permissions.resourceSpecific.map(({ name }) => name) ?? []),
    ];
    const table = /## What it asks for, and why\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const explained = [...table.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, name]) => name);
    expect([...explained].sort()).toEqual([...asked].sort());
  });

  it('is less by all that concerns listening where that is left out', () => {
    const listening = made();
    const { authorization, webApplicationInfo, ...rest } = listening;
    expect(authorization?.permissions.resourceSpecific).toHaveLength(2);
    expect(webApplicationInfo).toEqual({ id: environment.TEAMS_APP_ID, resource: environment.PUBLIC_URL });
    expect(made('--without-listening')).toEqual(rest);
  });

  it('is for the kinds of conversation that the program tells apart', () => {
    const place = { platform: 'teams', workspace: 'contoso', channel: '19:a@thread' };
    expect([heardIn('personal'), heardIn('channel'), heardIn('groupChat')]).toEqual(['direct', place, place]);
    expect(made().bots.flatMap((bot) => bot.scopes)).toEqual(['personal', 'team', 'groupChat']);
  });

  it('has the one message action that the program understands', () => {
    const actions = made().composeExtensions.flatMap((extension) => extension.commands);
    expect(actions).toMatchObject([{ id: 'make-promise', context: ['message'], fetchTask: true }]);
    expect(sources).toContain("'make-promise'");
    expect(readme).toContain('`make-promise`');
  });
});

describe('the menus of commands', () => {
  const menus = made().bots.flatMap((bot) => bot.commandLists);
  const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] } as const;

  it('cover each kind of conversation once', () => {
    expect(menus.flatMap(({ scopes }) => scopes).sort()).toEqual([...made().bots.flatMap((bot) => bot.scopes)].sort());
  });

  it('hold commands that work as they stand, each with the sentence that help has', () => {
    for (const { title, description } of menus.flatMap(({ commands }) => commands)) {
      const { spec } = parseCommand(title, given) ?? {};
      expect([spec?.name, spec?.about]).toEqual([title, description]);
    }
  });

  it('are as short as Teams wants them', () => {
    for (const { commands } of menus) {
      expect(commands.length).toBeGreaterThanOrEqual(5);
      expect(commands.length).toBeLessThanOrEqual(mostCommands);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it('lead to help everywhere, and to a pause in the chat with WeSaid alone', () => {
    const titles = menus.map(({ commands }) => commands.map(({ title }) => title));
    expect(titles).toEqual([expect.arrayContaining(['help', 'pause']), expect.arrayContaining(['help', 'setup'])]);
  });
});

describe('the icons', () => {
  const { icons, accentColor } = made();
  const picture = (name: string) => readPng(readFileSync(new URL(`adapters/teams/${name}`, root)));

  it('the colour icon is 192 pixels wide and high, of the colour of the rehearsal, and without holes', () => {
    const { width, height, pixels } = picture(icons.color);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(([, , , opaque = 255]) => opaque < 255)).toEqual([]);
    expect(style).toContain(`--accent: ${accentColor};`);
    expect(hex(pixels[0] ?? [])).toBe(accentColor);
  });

  it('the outline icon is 32 pixels wide and high, and white on nothing', () => {
    const { width, height, pixels } = picture(icons.outline);
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(([, , , opaque = 255]) => opaque > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(pixels.length / 2);
    expect(new Set(seen.map(hex))).toEqual(new Set(['#ffffff']));
  });
});

function hex(pixel: readonly number[]): string {
  return `#${Buffer.from(pixel.slice(0, 3)).toString('hex')}`;
}
