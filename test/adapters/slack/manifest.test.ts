import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { type: string; callback_id: string }[];
    readonly slash_commands: readonly { command: string; url: string; should_escape: boolean }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly request_url: string };
  };
}
const manifest = JSON.parse(read('manifest.json')) as Manifest;

/** What Slack's own manifest reference asks of each part that we use; https://docs.slack.dev/reference/app-manifest */
const text = (least: number, most: number) => ({ type: 'string', minLength: least, maxLength: most });
const flag = { type: 'boolean' };
const url = { type: 'string', pattern: '^https://', maxLength: 3000 };
const names = (most: number) => ({
  type: 'array',
  items: text(1, 100),
  uniqueItems: true,
  minItems: 1,
  maxItems: most,
});
const object = (properties: Readonly<Record<string, unknown>>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const schema = object({
  _metadata: object({ major_version: { enum: [1, 2] }, minor_version: { type: 'integer' } }),
  display_information: object({
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$' },
  }),
  features: object({
    app_home: object({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
    bot_user: object({ display_name: text(1, 80), always_online: flag }),
    shortcuts: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: object({
        name: text(1, 24),
        type: { enum: ['message', 'global'] },
        callback_id: text(1, 255),
        description: text(1, 150),
      }),
    },
    slash_commands: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: object({
        command: { type: 'string', pattern: '^/[a-z0-9_-]+$', maxLength: 32 },
        url,
        description: text(1, 2000),
        usage_hint: text(1, 1000),
        should_escape: flag,
      }),
    },
  }),
  oauth_config: object({ scopes: object({ bot: names(255) }) }),
  settings: object({
    event_subscriptions: object({ request_url: url, bot_events: names(100) }),
    interactivity: object({ is_enabled: { const: true }, request_url: url }),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
  }),
});

/** The scopes that Slack's reference names for each call and each event. Places are public and private channels. */
const scopesOfCalls: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.update': [],
};
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

const sources = readdirSync(new URL('adapters/slack/', root))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(`adapters/slack/${file}`))
  .join('\n');

describe("Slack's manifest", () => {
  it('is one that Slack would make an app of', () => {
    const ajv = new Ajv({ strict: true, allErrors: true });
    expect(ajv.validate(schema, manifest) ? [] : ajv.errors).toEqual([]);
  });

  it('asks for no scope that the code has no use for, and for all that it needs', () => {
    const calls = [...sources.matchAll(/(?:api|of\(''\))\.(\w+\.\w+)\(/g)].map(([, call]) => call ?? '');
    expect(new Set(calls)).toEqual(new Set(Object.keys(scopesOfCalls)));
    const { bot_events: events } = manifest.settings.event_subscriptions;
    expect(Object.keys(scopesOfEvents)).toEqual([...events].sort());
    const needed = [
      ...calls.map((call) => scopesOfCalls[call]),
      ...events.map((event) => scopesOfEvents[event]),
    ].flat();
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set([...needed, 'commands'])].sort());
  });

  it('hears only of what the program understands', () => {
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      expect(sources).toContain(`case '${event.split('.')[0] ?? ''}':`);
    }
  });

  it('offers no shortcut but those that the program carries out', () => {
    for (const { type, callback_id: shortcut } of manifest.features.shortcuts) {
      expect(type).toBe('message');
      expect(sources).toMatch(new RegExp(`\\b${shortcut}: '`));
    }
  });

  it('sends everything to the one address, and mentions as ids', () => {
    const { slash_commands: commands } = manifest.features;
    const { event_subscriptions: events, interactivity } = manifest.settings;
    expect(commands).toMatchObject([{ command: '/wesaid', should_escape: true }]);
    expect(new Set([...commands.map((each) => each.url), events.request_url, interactivity.request_url]).size).toBe(1);
    expect(events.request_url).toMatch(/\/slack\/events$/);
  });

  it('has each scope and each event explained', () => {
    const readme = read('adapters/slack/README.md');
    const { bot } = manifest.oauth_config.scopes;
    for (const name of [...bot, ...manifest.settings.event_subscriptions.bot_events])
      expect(readme).toContain(`| \`${name}\` |`);
  });
});
