import type { Json, Shown, World } from './slack-world.ts';

/** Payloads in the shape that Slack sends; https://docs.slack.dev/reference/events and …/interaction-payloads */

export function envelope(world: World, { event, eventId, time }: { event: Json; eventId: string; time: string }): Json {
  return {
    token: 'verification-token',
    team_id: world.team,
    context_team_id: world.team,
    context_enterprise_id: null,
    api_app_id: world.bot.app,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Number(time)),
    authorizations: [
      { enterprise_id: null, team_id: world.team, user_id: world.bot.user, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-stand-in',
  };
}

export interface Said {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly thread?: string | null;
  readonly files?: readonly string[];
  readonly subtype?: string;
}

/** What someone wrote, as a message of its own. */
function messageBody(world: World, said: Said): Json {
  return {
    user: said.user,
    type: 'message',
    ts: said.ts,
    client_msg_id: `00000000-0000-4000-8000-${said.ts.replace('.', '').slice(-12)}`,
    text: said.text,
    team: world.team,
    ...(said.subtype === undefined ? {} : { subtype: said.subtype }),
    ...(said.thread ? { thread_ts: said.thread } : {}),
    ...(said.files?.length
      ? { files: said.files.map((name, index) => ({ id: `F0${String(index)}`, name, mimetype: 'image/jpeg' })) }
      : {}),
    blocks: [
      {
        type: 'rich_text',
        block_id: 'typed',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: said.text }] }],
      },
    ],
  };
}

export function messageEvent(world: World, said: Said): Json {
  const subtype = said.subtype ?? (said.files?.length ? 'file_share' : undefined);
  const body = messageBody(world, { ...said, ...(subtype === undefined ? {} : { subtype }) });
  return { ...body, channel: said.channel, event_ts: said.ts, channel_type: typeOf(world, said.channel) };
}

export function mentionEvent(world: World, said: Said): Json {
  return { ...messageBody(world, said), type: 'app_mention', channel: said.channel, event_ts: said.ts };
}

export function changedEvent(world: World, { before, after, ts }: { before: Said; after: Said; ts: string }): Json {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { ...messageBody(world, after), edited: { user: after.user, ts } },
    previous_message: messageBody(world, before),
    channel: before.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: typeOf(world, before.channel),
  };
}

/** A message that has replies leaves a tombstone; any other is gone. */
export function deletedEvent(
  world: World,
  { before, ts, hasReplies }: { before: Said; ts: string; hasReplies: boolean },
): Json {
  const facts = {
    type: 'message',
    channel: before.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: typeOf(world, before.channel),
  };
  const previous = messageBody(world, before);
  if (!hasReplies) return { ...facts, subtype: 'message_deleted', deleted_ts: before.ts, previous_message: previous };
  const tombstone = {
    type: 'message',
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: 'USLACKBOT',
    hidden: true,
    ts: before.ts,
    thread_ts: before.ts,
  };
  return { ...facts, subtype: 'message_changed', message: tombstone, previous_message: previous };
}

export function commandBody(
  world: World,
  facts: { user: string; channel: string; text: string; trigger: string; respondAt: string },
): Json {
  return {
    token: 'verification-token',
    team_id: world.team,
    team_domain: 'stand-in',
    channel_id: facts.channel,
    channel_name: world.channels.get(facts.channel)?.name ?? 'unknown',
    user_id: facts.user,
    user_name: handleOf(world, facts.user),
    command: '/wesaid',
    text: facts.text,
    api_app_id: world.bot.app,
    is_enterprise_install: 'false',
    response_url: facts.respondAt,
    trigger_id: facts.trigger,
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function shortcutBody(
  world: World,
  facts: { user: string; channel: string; text: string; trigger: string; respondAt: string },
): Json {
  const ts = world.nextTs();
  return {
    type: 'message_action',
    ...actor(world, facts.user),
    callback_id: 'make_promise',
    action_ts: ts,
    trigger_id: facts.trigger,
    response_url: facts.respondAt,
    is_enterprise_install: false,
    enterprise: null,
    channel: { id: facts.channel, name: world.channels.get(facts.channel)?.name ?? 'directmessage' },
    message_ts: ts,
    message: { type: 'message', text: facts.text, user: facts.user, ts, team: world.team },
  };
}

interface Press {
  readonly user: string;
  readonly trigger: string;
  readonly button: {
    readonly actionId: string;
    readonly blockId: string;
    readonly value: string | undefined;
    readonly label: string;
  };
  readonly ts: string;
}

export function pressInMessage(
  world: World,
  press: Press,
  { shown, respondAt }: { shown: Shown; respondAt: string },
): Json {
  const channel = { id: shown.channel, name: world.channels.get(shown.channel)?.name ?? 'directmessage' };
  const ephemeral = shown.only !== null;
  const thread = shown.thread === null ? {} : { thread_ts: shown.thread };
  const message = {
    type: 'message',
    user: shown.user,
    bot_id: world.bot.id,
    ts: shown.ts,
    text: shown.text,
    blocks: shown.blocks,
    ...thread,
  };
  return {
    ...pressed(world, press),
    container: { type: 'message', message_ts: shown.ts, channel_id: shown.channel, is_ephemeral: ephemeral, ...thread },
    channel,
    ...(ephemeral ? {} : { message }),
    response_url: respondAt,
  };
}

export function pressInModal(world: World, press: Press, view: Json): Json {
  return { ...pressed(world, press), container: { type: 'view', view_id: view.id }, view: viewBody(world, view, {}) };
}

export function submissionBody(
  world: World,
  { user, view, values, trigger }: { user: string; view: Json; values: Json; trigger: string },
): Json {
  return {
    type: 'view_submission',
    ...actor(world, user),
    trigger_id: trigger,
    view: viewBody(world, view, values),
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}

function pressed(world: World, { user, trigger, button, ts }: Press): Json {
  const value = button.value === undefined ? {} : { value: button.value };
  return {
    type: 'block_actions',
    ...actor(world, user),
    trigger_id: trigger,
    is_enterprise_install: false,
    enterprise: null,
    state: { values: {} },
    actions: [
      {
        action_id: button.actionId,
        block_id: button.blockId,
        text: { type: 'plain_text', text: button.label, emoji: true },
        ...value,
        type: 'button',
        action_ts: ts,
      },
    ],
  };
}

function actor(world: World, user: string): Json {
  const handle = handleOf(world, user);
  return {
    team: { id: world.team, domain: 'stand-in' },
    user: { id: user, username: handle, name: handle, team_id: world.team },
    api_app_id: world.bot.app,
    token: 'verification-token',
  };
}

function viewBody(world: World, view: Json, values: Json): Json {
  return {
    ...view,
    team_id: world.team,
    state: { values },
    hash: '1.stand-in',
    bot_id: world.bot.id,
    app_id: world.bot.app,
    root_view_id: view.id,
    previous_view_id: null,
  };
}

function handleOf(world: World, user: string): string {
  return (world.users.get(user)?.name ?? user).toLowerCase().replaceAll(' ', '.');
}

function typeOf(world: World, channel: string): string {
  if (channel.startsWith('D')) return 'im';
  return world.channels.get(channel)?.private === true ? 'group' : 'channel';
}
