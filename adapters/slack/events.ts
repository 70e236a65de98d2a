import type { Interaction } from '../../src/ports.ts';
import { channelOf, identity, idOf, instantOf, placeOf, type Context, type MessageRef, type Parsed } from './acts.ts';
import { has, part, parts, text, type Payload } from './payload.ts';
import { readText, withoutBot } from './text.ts';

/** What the Events API sends; https://docs.slack.dev/reference/events */
export function parseEvent(body: Payload, context: Context): Parsed | null {
  const event = part(body, 'event');
  const team = teamOf(body);
  if (team === null) return null;
  const seen: Seen = { event, team, eventId: text(body, 'event_id') ?? '', bot: botOf(body) ?? context.bot, context };
  switch (text(event, 'type') ?? '') {
    case 'message':
      return parseMessage(seen);
    case 'app_mention':
      // The same words also come as a `message` where the bot may read the channel: the same id, so one act.
      return isHuman(event, seen) ? spoke(seen, true) : null;
    case 'member_joined_channel':
      if (text(event, 'user') === seen.bot) return placeChange('added', text(event, 'inviter'), seen);
      return change('arrived', text(event, 'user'), seen);
    case 'member_left_channel':
      if (text(event, 'user') === seen.bot) return placeChange('removed', null, seen);
      return change('left', text(event, 'user'), seen);
    // These two are about the bot alone. One leaving may be told by both kinds of event, which does no harm.
    case 'channel_left':
    case 'group_left':
      return placeChange('removed', text(event, 'actor_id'), seen);
    case 'channel_archive':
    case 'group_archive':
    case 'channel_deleted':
    case 'group_deleted':
      return placeChange('removed', text(event, 'user'), seen);
    case 'channel_unarchive':
    case 'group_unarchive':
      return placeChange('added', text(event, 'user'), seen);
    case 'app_home_opened':
      return change('opened-home', text(event, 'user'), seen);
    default:
      return null;
  }
}

interface Seen {
  readonly event: Payload;
  readonly team: string;
  readonly eventId: string;
  readonly bot: string | null;
  readonly context: Context;
}

/** What people write. Everything else with a subtype is Slack speaking (joins, topics, pins …) or a bot. */
const written = new Set([null, 'file_share', 'thread_broadcast', 'me_message']);

function parseMessage(seen: Seen): Parsed | null {
  const { event } = seen;
  switch (text(event, 'subtype') ?? '') {
    case 'message_changed':
      return changed(seen);
    case 'message_deleted':
      return gone(part(event, 'previous_message'), text(event, 'deleted_ts'), seen);
    default:
      if (!written.has(text(event, 'subtype')) || event.hidden === true || !isHuman(event, seen)) return null;
      return spoke(seen, false);
  }
}

function spoke(seen: Seen, mentioned: boolean): Parsed | null {
  const { event } = seen;
  const ts = text(event, 'ts');
  const thread = threadOf(event);
  return act(seen, { user: text(event, 'user'), act: ts, at: ts, thread }, (channel) => {
    const { text: words, mentionsBot } = withoutBot(readText(text(event, 'text') ?? ''), seen.bot);
    return {
      kind: 'spoke',
      message: { ...channel, message: ts ?? '' },
      thread: thread === null ? null : { ...channel, message: thread },
      text: words.trim(),
      mentionsBot: mentionsBot || mentioned,
      files: parts(event, 'files').length,
    };
  });
}

/** Slack also says "changed" when it unfolds a link or counts a reply: only other words are an edit. */
function changed(seen: Seen): Parsed | null {
  const [now, before] = [part(seen.event, 'message'), part(seen.event, 'previous_message')];
  const ts = text(now, 'ts');
  // A message that has replies leaves a tombstone when it is deleted.
  if (text(now, 'subtype') === 'tombstone') return gone(before, ts, seen);
  const edited = text(part(now, 'edited'), 'ts');
  if (ts === null || edited === null || text(now, 'text') === text(before, 'text') || !isHuman(now, seen)) return null;
  return act(
    seen,
    { user: text(now, 'user'), act: `${ts}:edited:${edited}`, at: edited, thread: threadOf(now) },
    (channel) => ({
      kind: 'edited',
      message: { ...channel, message: ts },
      text: withoutBot(readText(text(now, 'text') ?? ''), seen.bot).text.trim(),
    }),
  );
}

function gone(before: Payload, ts: string | null, seen: Seen): Parsed | null {
  if (ts === null || !isHuman(before, seen)) return null;
  const at = text(seen.event, 'event_ts') ?? text(seen.event, 'ts');
  const thread = threadOf(before);
  return act(seen, { user: text(before, 'user'), act: `${ts}:gone`, at, thread }, (channel) => ({
    kind: 'deleted',
    message: { ...channel, message: ts },
    thread: thread === null ? null : { ...channel, message: thread },
  }));
}

type Facts<Kind extends Interaction['kind']> = Omit<
  Extract<Interaction, { kind: Kind }>,
  'id' | 'at' | 'who' | 'name' | 'where'
>;

/** An act on one message, named after the message. */
function act(
  { event, team, context }: Seen,
  facts: { user: string | null; act: string | null; at: string | null; thread: string | null },
  rest: (channel: Omit<MessageRef, 'message'>) => Facts<'spoke'> | Facts<'edited'> | Facts<'deleted'>,
): Parsed | null {
  const channel = text(event, 'channel');
  if (channel === null || facts.user === null || facts.act === null) return null;
  const where = placeOf(team, channel);
  return {
    interaction: {
      id: idOf(team, `${channel}:${facts.act}`),
      at: instantOf(facts.at) ?? context.now(),
      who: identity(team, facts.user),
      name: context.nameOf(facts.user),
      where,
      ...rest(channelOf(team, channel)),
    },
    way: { kind: 'event', user: facts.user, channel, direct: where === 'direct', thread: facts.thread },
  };
}

/** Whether the bot may speak in a place. Where Slack does not say who did it, it was Slack. */
function placeChange(kind: 'added' | 'removed', user: string | null, seen: Seen): Parsed | null {
  return change(kind, user ?? 'USLACKBOT', seen);
}

type Change = 'arrived' | 'left' | 'opened-home' | 'added' | 'removed';

function change(kind: Change, user: string | null, seen: Seen): Parsed | null {
  const channel = text(seen.event, 'channel');
  if (channel === null || user === null || seen.eventId === '') return null;
  const where = placeOf(seen.team, channel);
  const at = instantOf(text(seen.event, 'event_ts')) ?? seen.context.now();
  const name = seen.context.nameOf(user);
  return {
    interaction: { kind, id: idOf(seen.team, seen.eventId), at, who: identity(seen.team, user), name, where },
    way: { kind: 'event', user, channel, direct: where === 'direct', thread: null },
  };
}

/** Bots never speak in a huddle, WeSaid itself least of all. */
function isHuman(message: Payload, { bot }: Seen): boolean {
  const user = text(message, 'user');
  return (
    user !== null && user !== bot && user !== 'USLACKBOT' && !has(message, 'bot_id') && !has(message, 'bot_profile')
  );
}

function threadOf(message: Payload): string | null {
  const thread = text(message, 'thread_ts');
  return thread === text(message, 'ts') ? null : thread;
}

/** `authorizations` names the installation that an event is for; in shared channels `team_id` may be another's. */
function teamOf(body: Payload): string | null {
  return text(parts(body, 'authorizations')[0], 'team_id') ?? text(body, 'team_id');
}

function botOf(body: Payload): string | null {
  const [installed] = parts(body, 'authorizations');
  return installed?.is_bot === true ? text(installed, 'user_id') : null;
}
