import { channelOf, identity, idOf, isBot, type Address, type Identity, type PlaceRef, type Way } from './acts.ts';
import { tenantOf } from './gate.ts';
import { part, text, type Payload } from './payload.ts';

/** What nearly every activity tells: who, where and when. */
export interface Seen {
  readonly activity: Payload;
  /** The activity's own id: of a message, the message's. */
  readonly id: string;
  readonly at: string;
  readonly who: Identity;
  readonly name: string | null;
  /** Where it happened, a chat with one person too. */
  readonly channel: PlaceRef;
  readonly where: PlaceRef | 'direct';
  /** Only channels have threads. */
  readonly hasThreads: boolean;
  /** The message that began the thread of a channel; null in chats and for that message itself. */
  readonly thread: string | null;
  readonly from: Pick<Way, 'address' | 'who' | 'direct' | 'about'>;
}

/** Null for what a bot did, and for an activity that lacks what every one has. */
export function seeActivity(activity: Payload, now: () => string): Seen | null {
  const conversation = part(activity, 'conversation');
  const full = text(conversation, 'id');
  const serviceUrl = text(activity, 'serviceUrl');
  const sender = part(activity, 'from');
  const user = text(sender, 'id');
  const tenant = tenantOf(activity);
  if (full === null || serviceUrl === null || user === null || tenant === null) return null;
  if (isBot(user) || text(sender, 'role') === 'bot') return null;
  const at = instantOf(text(activity, 'timestamp')) ?? now();
  const id = text(activity, 'id') ?? `${user}:${at}`;
  const [base, root] = splitThread(full);
  const kind = text(conversation, 'conversationType');
  // One of no named kind is taken for a chat of several people: nothing private is said there.
  const direct = kind === 'personal' && root === null;
  const channel = channelOf(tenant, base);
  const who = identity(tenant, user);
  return {
    activity,
    id,
    at,
    who,
    name: text(sender, 'name'),
    channel,
    where: direct ? 'direct' : channel,
    hasThreads: root !== null || kind === 'channel',
    thread: root === id ? null : root,
    from: { address: { serviceUrl, tenant, conversation: full }, who, direct },
  };
}

/** What an interaction begins with. */
export function factsOf(seen: Seen, act: string) {
  return { id: idOf(seen.channel, act), at: seen.at, who: seen.who, name: seen.name, where: seen.where };
}

/** The whole conversation, not a thread of it. */
export function baseAddress({ from, channel }: Seen): Address {
  return { ...from.address, conversation: channel.channel };
}

/** In a channel the conversation's id ends with the message that began the thread. */
function splitThread(conversation: string): [base: string, root: string | null] {
  const [base = conversation, root] = conversation.split(';messageid=', 2);
  return [base, root ?? null];
}

function instantOf(timestamp: string | null): string | null {
  const ms = timestamp === null ? NaN : Date.parse(timestamp);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
