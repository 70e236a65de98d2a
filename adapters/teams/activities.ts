import { channelOf, identity, idOf, isBot, type Identity, type Parsed } from './acts.ts';
import { part, parts, text, type Payload } from './payload.ts';
import { factsOf, type Seen } from './seen.ts';

/**
 * Who came and went, and what became of the place:
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export function parseChange(seen: Seen): readonly Parsed[] {
  const { activity } = seen;
  const fate = fates[(text(part(activity, 'channelData'), 'eventType') ?? '').toLowerCase()];
  if (fate !== undefined) return [aboutBot(fate.kind, fate.of === 'channel' ? inItsChannel(seen) : seen)];
  return [...members(seen, 'membersAdded'), ...members(seen, 'membersRemoved')];
}

/** The app was put in or taken out. An upgrade that brings the bot for the first time counts; see `isUpgrade`. */
export function parseInstallation(seen: Seen): Parsed | null {
  switch (text(seen.activity, 'action') ?? '') {
    case 'add':
    case 'add-upgrade':
      return aboutBot('added', seen);
    case 'remove':
    case 'remove-upgrade':
      return aboutBot('removed', seen);
    default:
      return null;
  }
}

/** Where the bot is known already, a newer version of the app is no second arrival. */
export function isUpgrade(activity: Payload): boolean {
  return text(activity, 'action') === 'add-upgrade';
}

/** The team whose channels all share what happened; null when it happened to one place alone. */
export function teamAffected(activity: Payload): string | null {
  const data = part(activity, 'channelData');
  const team = teamIn(activity);
  const bot = text(part(activity, 'recipient'), 'id');
  const tookBotOut =
    parts(activity, 'membersRemoved').some((member) => text(member, 'id') === bot) ||
    (text(activity, 'action') ?? '').startsWith('remove');
  const ofTeam = fates[(text(data, 'eventType') ?? '').toLowerCase()]?.of === 'team';
  return ofTeam || tookBotOut ? team : null;
}

/** The team that an activity comes from; null in chats. */
export function teamIn(activity: Payload): string | null {
  return text(part(part(activity, 'channelData'), 'team'), 'id');
}

/** Events after which a bot may or may not speak. Teams writes them in more than one way. */
const fates: Readonly<Record<string, { readonly kind: 'added' | 'removed'; readonly of: 'channel' | 'team' }>> = {
  channeldeleted: { kind: 'removed', of: 'channel' },
  channelrestored: { kind: 'added', of: 'channel' },
  teamarchived: { kind: 'removed', of: 'team' },
  teamdeleted: { kind: 'removed', of: 'team' },
  teamharddeleted: { kind: 'removed', of: 'team' },
  teamunarchived: { kind: 'added', of: 'team' },
  teamrestored: { kind: 'added', of: 'team' },
};

function aboutBot(kind: 'added' | 'removed', seen: Seen): Parsed {
  return { interaction: { kind, ...factsOf(seen, `${seen.id}:${kind}`) }, way: { kind: 'event', ...seen.from } };
}

/** Events about a channel come from its team's conversation. */
function inItsChannel(seen: Seen): Seen {
  const id = text(part(part(seen.activity, 'channelData'), 'channel'), 'id');
  if (id === null) return seen;
  const channel = channelOf(seen.channel.workspace, id);
  const address = { ...seen.from.address, conversation: id };
  return { ...seen, channel, where: channel, from: { ...seen.from, address } };
}

/** In a chat with one person nobody comes or goes: Teams names both sides when it begins. */
function members(seen: Seen, key: 'membersAdded' | 'membersRemoved'): readonly Parsed[] {
  const bot = text(part(seen.activity, 'recipient'), 'id');
  return parts(seen.activity, key).flatMap((member) => {
    const id = text(member, 'id');
    if (id === null) return [];
    if (id === bot) return [aboutBot(key === 'membersAdded' ? 'added' : 'removed', seen)];
    if (isBot(id) || seen.where === 'direct') return [];
    const who = identity(seen.channel.workspace, id);
    return [aboutPerson(key === 'membersAdded' ? 'arrived' : 'left', seen, { who, name: text(member, 'name') })];
  });
}

function aboutPerson(
  kind: 'arrived' | 'left',
  seen: Seen,
  { who, name }: { readonly who: Identity; readonly name: string | null },
): Parsed {
  const id = idOf(seen.channel, `${seen.id}:${kind}:${who.user}`);
  return {
    interaction: { kind, id, at: seen.at, who, name, where: seen.where },
    way: { kind: 'event', ...seen.from, who },
  };
}
