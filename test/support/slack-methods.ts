import { blocksProblem, viewProblem } from './slack-blocks.ts';
import { Refusal, type Triggers } from './slack-triggers.ts';
import type { Channel, Json, Shown, World } from './slack-world.ts';

interface Call {
  readonly args: Json;
  readonly world: World;
  readonly triggers: Triggers;
  readonly authorization: string | undefined;
}

/** One call of the Web API; https://docs.slack.dev/reference/methods */
export function callMethod(method: string, call: Call): Json {
  const known = methods[method];
  if (known === undefined) throw new Refusal('unknown_method');
  if (call.authorization === undefined) throw new Refusal('not_authed');
  if (call.authorization !== 'Bearer xoxb-stand-in') throw new Refusal('invalid_auth');
  return known(call);
}

const methods: Readonly<Record<string, (call: Call) => Json>> = {
  'auth.test': ({ world }) => ({
    team_id: world.team,
    user_id: world.bot.user,
    bot_id: world.bot.id,
    user: 'wesaid',
    team: 'Stand-in',
  }),
  'chat.postMessage': ({ args, world }) => {
    const channel = ours(channelOf(args, world), world);
    const thread = threadOf(args, { channel, world });
    const shown = post(world, { channel, thread, only: null, content: contentOf(args), metadata: metadataOf(args) });
    return { channel: channel.id, ts: shown.ts, message: asMessage(shown, world) };
  },
  'chat.postEphemeral': ({ args, world }) => {
    const channel = ours(channelOf(args, world), world);
    const user = String(args.user);
    if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
    const thread = threadOf(args, { channel, world });
    return { message_ts: post(world, { channel, thread, only: user, content: contentOf(args), metadata: null }).ts };
  },
  'chat.update': ({ args, world }) => {
    const channel = channelOf(args, world);
    const before = world.messages.find(({ channel: held, ts }) => held === channel.id && ts === args.ts);
    if (before?.only !== null) throw new Refusal('message_not_found');
    if (before.user !== world.bot.user) throw new Refusal('cant_update_message');
    const content = contentOf(args);
    world.replace(channel.id, before.ts, content);
    return { channel: channel.id, ts: before.ts, text: content.text };
  },
  'conversations.open': ({ args, world }) => {
    const user = world.users.get(String(args.users));
    if (user === undefined) throw new Refusal('user_not_found');
    if (user.bot) throw new Refusal('cannot_dm_bot');
    return { channel: { id: world.directOf(user.id) } };
  },
  'conversations.members': ({ args, world }) => {
    const members = [...channelOf(args, world).members];
    const start = typeof args.cursor === 'string' ? Number(Buffer.from(args.cursor, 'base64').toString()) : 0;
    const end = start + Math.min(Number(args.limit ?? 100), 1000);
    const next = end < members.length ? Buffer.from(String(end)).toString('base64') : '';
    return { members: members.slice(start, end), response_metadata: { next_cursor: next } };
  },
  'conversations.history': ({ args, world }) => {
    const channel = ours(channelOf(args, world), world);
    const all = world.messages.filter(
      (shown) => shown.channel === channel.id && shown.only === null && shown.thread === null,
    );
    const newest = all.toSorted((one, other) => Number(other.ts) - Number(one.ts)).slice(0, Number(args.limit ?? 100));
    return {
      messages: newest.map((shown) => asMessage(shown, world, args.include_all_metadata === true)),
      has_more: false,
    };
  },
  'conversations.replies': ({ args, world }) => {
    const channel = ours(channelOf(args, world), world);
    const all = world.messages.filter(
      ({ channel: held, only, ts, thread }) =>
        held === channel.id && only === null && (ts === args.ts || thread === args.ts),
    );
    if (all.length === 0) throw new Refusal('thread_not_found');
    return {
      messages: all.map((shown) => asMessage(shown, world, args.include_all_metadata === true)),
      has_more: false,
    };
  },
  'users.info': ({ args, world }) => {
    const user = world.users.get(String(args.user));
    if (user === undefined) throw new Refusal('user_not_found');
    const profile = { real_name: user.name, display_name: user.display };
    return {
      user: {
        id: user.id,
        team_id: world.team,
        name: user.name.toLowerCase().replaceAll(' ', '.'),
        real_name: user.name,
        is_bot: user.bot,
        deleted: false,
        profile,
      },
    };
  },
  'views.open': ({ args, world, triggers }) => {
    const view = checkedView(args.view);
    const user = triggers.use(String(args.trigger_id));
    const id = world.nextId('V');
    world.modals.set(id, { id, user, view: { ...view, id } });
    return { view: { ...view, id } };
  },
  'views.update': ({ args, world }) => {
    const view = checkedView(args.view);
    const before = world.modals.get(String(args.view_id));
    if (before === undefined) throw new Refusal('not_found');
    world.modals.set(before.id, { ...before, view: { ...view, id: before.id } });
    return { view: { ...view, id: before.id } };
  },
};

function channelOf(args: Json, world: World): Channel {
  const channel = world.channels.get(String(args.channel));
  if (channel === undefined) throw new Refusal('channel_not_found');
  return channel;
}

/** A bot reads and writes only where it was let in. */
function ours(channel: Channel, world: World): Channel {
  if (!channel.members.has(world.bot.user)) throw new Refusal('not_in_channel');
  if (channel.archived) throw new Refusal('is_archived');
  return channel;
}

function threadOf(args: Json, { channel, world }: { channel: Channel; world: World }): string | null {
  if (args.thread_ts === undefined) return null;
  const root = world.messages.find(({ channel: held, ts }) => held === channel.id && ts === args.thread_ts);
  if (root === undefined) throw new Refusal('thread_not_found');
  return root.ts;
}

/** Strict beyond Slack: `text` is asked for even where there are blocks, because screen readers read it. */
function contentOf(args: Json): { text: string; blocks: readonly Json[] } {
  const text = typeof args.text === 'string' ? args.text : '';
  if (text === '') throw new Refusal('no_text');
  if (text.length > 40_000) throw new Refusal('msg_too_long');
  const blocks = (args.blocks ?? []) as readonly Json[];
  if (blocks.length === 0) return { text, blocks };
  const problem = blocksProblem(blocks, 'message');
  if (problem !== null) throw new Refusal(problem === 'msg_blocks_too_long' ? problem : 'invalid_blocks', problem);
  return { text, blocks };
}

function metadataOf(args: Json): Json | null {
  if (args.metadata === undefined) return null;
  const metadata = args.metadata as Json;
  if (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object')
    throw new Refusal('invalid_metadata_format');
  return metadata;
}

function checkedView(view: unknown): Json {
  const problem = viewProblem(view);
  if (problem !== null) throw new Refusal('invalid_arguments', problem);
  return view as Json;
}

function post(
  world: World,
  facts: {
    channel: Channel;
    thread: string | null;
    only: string | null;
    content: { text: string; blocks: readonly Json[] };
    metadata: Json | null;
  },
): Shown {
  const { channel, thread, only, content, metadata } = facts;
  return world.put({
    channel: channel.id,
    ts: world.nextTs(),
    user: world.bot.user,
    byBot: true,
    thread,
    only,
    metadata,
    ...content,
  });
}

function asMessage(shown: Shown, world: World, withMetadata = false): Json {
  return {
    type: 'message',
    user: shown.user,
    ts: shown.ts,
    text: shown.text,
    team: world.team,
    ...(shown.byBot ? { bot_id: world.bot.id, app_id: world.bot.app } : {}),
    ...(shown.blocks.length > 0 ? { blocks: shown.blocks } : {}),
    ...(shown.thread === null ? {} : { thread_ts: shown.thread }),
    ...(withMetadata && shown.metadata !== null ? { metadata: shown.metadata } : {}),
  };
}
