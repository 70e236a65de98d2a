import { cardProblem, isFilled } from './teams-cards.ts';
import { refusals } from './teams-refusal.ts';
import { json, list } from './teams-seen.ts';
import type { Conversation, Json, Shown, World } from './teams-world.ts';

export interface Call {
  readonly method: string;
  /** The parts of the path after `/v3/`, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Bytes of the body as sent. */
  readonly size: number;
  readonly world: World;
}

export type Operation = 'create' | 'send' | 'reply' | 'update' | 'delete' | 'members';

export interface Done {
  readonly status: number;
  readonly body: Json | readonly Json[];
}

/** Which operation a call is, and in which conversation; null for what the connector does not know. */
export function operationOf({ method, path }: Pick<Call, 'method' | 'path'>): Operation | null {
  const [root, conversation, what, id] = path;
  if (root !== 'conversations') return null;
  if (conversation === undefined) return method === 'POST' ? 'create' : null;
  if (what === 'members' || what === 'pagedmembers') return method === 'GET' ? 'members' : null;
  if (what !== 'activities') return null;
  if (id === undefined) return method === 'POST' ? 'send' : null;
  const ofOne: Readonly<Record<string, Operation>> = { POST: 'reply', PUT: 'update', DELETE: 'delete' };
  return ofOne[method] ?? null;
}

/**
 * One call of the Bot Connector as Teams answers it; throws TeamsRefusal.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function callConnector(call: Call): Done {
  const operation = operationOf(call);
  if (operation === null) throw refusals.noMethod();
  if (call.size > 28 * 1024) throw refusals.tooBig();
  if (operation === 'create') return create(call);
  const [, address = '', what, id = ''] = call.path;
  const place = reachable(placeOf(address, call.world), call.world);
  switch (operation) {
    case 'send':
      return { status: 201, body: send(call.body, place, call.world) };
    // In a channel it is the address that says the thread, and not the activity that is answered.
    case 'reply':
      known(place, id, call.world);
      return { status: 201, body: send(call.body, place, call.world) };
    case 'update':
      return { status: 200, body: update(call.body, own(place, id, call.world), { place, world: call.world }) };
    case 'delete':
      call.world.change(own(place, id, call.world), { deleted: true, card: null, text: '' });
      return { status: 200, body: {} };
    case 'members':
      return { status: 200, body: members(call, { place, paged: what === 'pagedmembers', one: call.path[3] ?? null }) };
  }
}

interface Place {
  readonly conversation: Conversation;
  readonly thread: string | null;
}

/** `19:…;messageid=…` is a thread of a channel. */
function placeOf(address: string, world: World): Place {
  const [id = '', thread = null, ...rest] = address.split(';messageid=');
  const conversation = world.conversations.get(id);
  if (conversation === undefined || conversation.deleted || rest.length > 0) throw refusals.noConversation();
  if (thread === null) return { conversation, thread };
  const root = world.find(id, thread);
  if (conversation.kind !== 'channel' || root?.thread !== null) throw refusals.noConversation();
  return { conversation, thread };
}

/** A bot writes and reads only where it is installed, and to whom it may speak. */
function reachable(place: Place, world: World): Place {
  const { conversation } = place;
  if (conversation.kind !== 'personal') {
    if (!world.isInstalled(conversation)) throw refusals.notInRoster();
    return place;
  }
  for (const user of conversation.members) mayReach(user, world);
  if (conversation.uninstalled) throw refusals.notInRoster();
  return place;
}

function mayReach(user: string, world: World): void {
  if (world.blockers.has(user)) throw refusals.blocked();
  if (!world.sharesAPlace(user)) throw refusals.notInstalledFor();
}

function create({ body, world }: Call): Done {
  if (body.isGroup === true) return createThread(body, world);
  const tenant = body.tenantId ?? json(json(body.channelData).tenant).id;
  if (tenant !== world.tenant) throw refusals.badArgument('Tenant ID is missing or wrong.');
  if (json(body.bot).id !== world.bot.id) throw refusals.badArgument('The bot is missing or not the caller.');
  const [member, ...others] = list(body.members).map(json);
  if (member === undefined || others.length > 0) throw refusals.badArgument('Exactly one member is asked for.');
  const user = [...world.users.values()].find(({ id, aadObjectId }) => [id, aadObjectId].includes(String(member.id)));
  if (user === undefined) throw refusals.badArgument('Unknown member.');
  mayReach(user.id, world);
  return { status: 201, body: { id: world.personalOf(user.id).id } };
}

/** The other use of it: a new post in a channel. Group chats and channels themselves no bot can make. */
function createThread(body: Json, world: World): Done {
  const channel = json(json(body.channelData).channel).id;
  if (!isFilled(channel)) throw refusals.badArgument('Incorrect conversation creation parameters.');
  const place = reachable(placeOf(channel, world), world);
  const { id } = send(json(body.activity), place, world);
  return { status: 201, body: { id: `${place.conversation.id};messageid=${String(id)}`, activityId: id } };
}

function send(activity: Json, { conversation, thread }: Place, world: World): Json {
  const content = contentOf(activity, { conversation, world });
  if (content === null) return {};
  const shown = world.put({
    conversation: conversation.id,
    id: world.nextMessageId(),
    thread,
    from: world.bot.id,
    byBot: true,
    ...content,
  });
  return { id: shown.id };
}

function update(activity: Json, before: Shown, { place, world }: { place: Place; world: World }): Json {
  const content = contentOf(activity, { conversation: place.conversation, world });
  if (content === null) return {};
  world.change(before, { ...content, views: new Map(), edited: true });
  return { id: before.id };
}

function known({ conversation }: Place, id: string, world: World): Shown {
  const shown = world.find(conversation.id, id);
  if (shown === null || shown.deleted) throw refusals.noActivity();
  return shown;
}

function own(place: Place, id: string, world: World): Shown {
  const shown = known(place, id, world);
  if (!shown.byBot) throw refusals.notOfTheBot();
  return shown;
}

/**
 * What a message shows; null for one that shows nothing, such as "is typing". Strict beyond Teams: words beside a card
 * make two messages of it, and no id is told then, so they are refused; and a card has a summary, because notifications
 * would say "sent a card" in its place.
 */
function contentOf(activity: Json, { conversation, world }: { conversation: Conversation; world: World }) {
  if (activity.type === 'typing') return null;
  if (activity.type !== 'message') throw refusals.badArgument(`Unknown activity type ${String(activity.type)}.`);
  const text = typeof activity.text === 'string' ? activity.text : '';
  const attachments = list(activity.attachments).map(json);
  if (attachments.length > 1 || (text !== '' && attachments.length > 0))
    throw refusals.badArgument('More than one thing in one message: Teams would split it.');
  checkMentions(activity, text, { conversation, world });
  const [attachment] = attachments;
  if (attachment === undefined) {
    if (text.trim() === '') throw refusals.badArgument('The message is empty.');
    return {
      text,
      plain: activity.textFormat === 'plain',
      summary: isFilled(activity.summary) ? activity.summary : text,
      card: null,
    };
  }
  if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive')
    throw refusals.badArgument(`Unknown attachment ${String(attachment.contentType)}.`);
  const problem = cardProblem(attachment.content, 'message');
  if (problem !== null) throw refusals.badCard(problem);
  if (!isFilled(activity.summary)) throw refusals.badArgument('A card without a summary.');
  return { text, summary: activity.summary, card: json(attachment.content) };
}

/** Each `<at>` in the text has its entity and each entity its `<at>`, and it names someone who is there. */
function checkMentions(activity: Json, text: string, at: { conversation: Conversation; world: World }): void {
  const tags: readonly string[] = text.match(/<at>.*?<\/at>/g) ?? [];
  const mentions = list(activity.entities)
    .map(json)
    .filter(({ type }) => type === 'mention');
  const named = mentions.map((mention) => String(mention.text));
  const members = at.world.membersOf(at.conversation);
  const strangers = mentions.filter(({ mentioned }) => !members.has(String(json(mentioned).id)));
  if (tags.some((tag) => !named.includes(tag)) || named.some((name) => !tags.includes(name)))
    throw refusals.badArgument('Mentions and their entities do not match.');
  if (strangers.length > 0) throw refusals.badArgument('A mention of someone who is not there.');
}

/** Fewer than 50 a page are read as 50, more than 500 as 500. Bots are in no roster. */
function members(
  { query, world }: Call,
  { place, paged, one }: { place: Place; paged: boolean; one: string | null },
): Json | readonly Json[] {
  const all = [...world.membersOf(place.conversation)].map((id) => account(id, world));
  if (one !== null) {
    const found = all.find(({ id, objectId }) => id === one || objectId === one);
    if (found === undefined) throw refusals.noActivity();
    return found;
  }
  if (!paged) return all;
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 50)));
  const token = query.get('continuationToken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  const next = start + size < all.length ? Buffer.from(String(start + size)).toString('base64url') : null;
  return { members: all.slice(start, start + size), ...(next === null ? {} : { continuationToken: next }) };
}

function account(id: string, world: World): Json {
  const user = world.users.get(id);
  if (user === undefined) throw refusals.noConversation();
  const [givenName = '', surname = ''] = user.name.split(' ');
  const address = `${user.name.toLowerCase().replaceAll(' ', '.')}@willow.example`;
  return {
    id,
    objectId: user.aadObjectId,
    name: user.name,
    givenName,
    surname,
    email: address,
    userPrincipalName: address,
    tenantId: world.tenant,
    userRole: 'user',
  };
}
