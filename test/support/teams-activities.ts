import { json } from './teams-seen.ts';
import type { Conversation, Json, Shown, User, World } from './teams-world.ts';

/** What every activity says of where it is from. `tenant` and `serviceUrl` can be foreign for a test. */
export interface Frame {
  readonly world: World;
  readonly serviceUrl: string;
}

export interface Said {
  readonly user: string;
  readonly conversation: Conversation;
  readonly id: string;
  /** The post that began the thread; in a channel every message is in one. */
  readonly thread: string | null;
  /** As typed; `<@ID>` mentions a person or the bot. */
  readonly text: string;
  readonly files: readonly string[];
  readonly quotes: Shown | null;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
export function messageActivity(frame: Frame, said: Said): Json {
  const mentions = mentionsIn(said.text, frame.world);
  return {
    ...head(frame, { ...said, type: 'message' }),
    textFormat: 'plain',
    text: plainText(said, mentions),
    attachments: [
      { contentType: 'text/html', content: html(said, mentions) },
      ...said.files.map((name) => ({
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://willow.example/files/${name}`,
        name,
        content: { uniqueId: name, fileType: name.split('.').at(-1) },
      })),
    ],
    entities: [...mentions.map(({ entity }) => entity), clientInfo],
    locale: 'en-GB',
  };
}

/** `messageUpdate` with the words as they stand now; an undo of a deletion has the same form. */
export function changedActivity(frame: Frame, said: Said, eventType: 'editMessage' | 'undeleteMessage'): Json {
  const message = messageActivity(frame, said);
  const channelData = { ...json(message.channelData), eventType };
  return { ...message, ...timesOf(frame.world.now()), type: 'messageUpdate', channelData };
}

export function deletedActivity(frame: Frame, said: Said): Json {
  const start = head(frame, { ...said, type: 'messageDelete' });
  const channelData = { ...json(start.channelData), eventType: 'softDeleteMessage' };
  return { ...start, ...timesOf(frame.world.now()), channelData };
}

/** People react to what the bot posted; `replyToId` says to which post. */
export function reactionActivity(
  frame: Frame,
  { user, on, type, added }: { user: string; on: Shown; type: string; added: boolean },
): Json {
  return {
    ...eventHead(frame, { user, conversation: conversationOf(frame.world, on.conversation), type: 'messageReaction' }),
    [added ? 'reactionsAdded' : 'reactionsRemoved']: [{ type }],
    replyToId: on.id,
  };
}

/** Pressing Action.Submit: a message without words whose `value` is the data; old clients do so for every button. */
export function submitActivity(frame: Frame, { user, on, data }: Pressed): Json {
  const conversation = conversationOf(frame.world, on.conversation);
  return {
    ...head(frame, {
      user,
      conversation,
      thread: on.thread ?? on.id,
      id: frame.world.nextMessageId(),
      type: 'message',
    }),
    value: data,
    replyToId: on.id,
    entities: [clientInfo],
    locale: 'en-GB',
  };
}

export interface Pressed {
  readonly user: string;
  readonly on: Shown;
  readonly data: Json;
}

/** An invoke: a request that wants an answer. `on` is the message whose button it was. */
export function invokeActivity(
  frame: Frame,
  { user, on, name, value }: { user: string; on: Shown; name: string; value: Json },
): Json {
  return invokeIn(frame, {
    user,
    conversation: conversationOf(frame.world, on.conversation),
    thread: on.thread ?? on.id,
    replyToId: on.id,
    name,
    value,
  });
}

export function invokeIn(
  frame: Frame,
  facts: {
    user: string;
    conversation: Conversation;
    thread: string | null;
    replyToId: string | null;
    name: string;
    value: Json;
  },
): Json {
  const { replyToId, name, value, ...where } = facts;
  return {
    ...head(frame, { ...where, id: frame.world.nextId('f:'), type: 'invoke' }),
    name,
    value,
    ...(replyToId === null ? {} : { replyToId }),
    entities: [clientInfo],
    locale: 'en-GB',
  };
}

/** The message as a message action hands it over; people are named by their directory id there. */
export function messagePayload(world: World, shown: Shown): Json {
  const user = world.users.get(shown.from);
  const content = `<div>${escape(shown.text)}</div>`;
  const from =
    user === undefined
      ? { application: { id: world.bot.id, displayName: world.bot.name, applicationIdentityType: 'bot' } }
      : { user: { id: user.aadObjectId, displayName: user.name, userIdentityType: 'aadUser' } };
  return {
    id: shown.id,
    replyToId: shown.thread,
    createdDateTime: new Date(world.momentOf(shown.id)).toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(shown.conversation)}/${shown.id}`,
    from,
    body: { contentType: 'html', content },
    attachmentLayout: null,
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

/** `conversationUpdate` of every kind; `conversation` is the team's for people and channels of a team. */
export function conversationUpdate(
  frame: Frame,
  facts: {
    user: string;
    conversation: Conversation;
    eventType?: string;
    added?: readonly string[];
    removed?: readonly string[];
    channel?: Conversation;
  },
): Json {
  const { added, removed, eventType, channel } = facts;
  const start = eventHead(frame, { ...facts, type: 'conversationUpdate' });
  const accounts = (ids: readonly string[]): readonly Json[] => ids.map((id) => accountOf(frame.world, id));
  return {
    ...start,
    ...(added === undefined ? {} : { membersAdded: accounts(added) }),
    ...(removed === undefined ? {} : { membersRemoved: accounts(removed) }),
    channelData: {
      ...json(start.channelData),
      ...(eventType === undefined ? {} : { eventType }),
      ...(channel === undefined ? {} : { channel: { id: channel.id, name: channel.name } }),
    },
  };
}

export function installationUpdate(
  frame: Frame,
  facts: { user: string; conversation: Conversation; action: string },
): Json {
  const start = eventHead(frame, { ...facts, type: 'installationUpdate' });
  const channel =
    facts.conversation.kind === 'channel' ? { settings: { selectedChannel: { id: facts.conversation.id } } } : {};
  return {
    ...start,
    channelData: { ...json(start.channelData), ...channel, source: { name: 'message' } },
    action: facts.action,
    locale: 'en-GB',
    entities: [clientInfo],
  };
}

const clientInfo = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' };

function eventHead(frame: Frame, facts: { user: string; conversation: Conversation; type: string }): Json {
  return head(frame, { ...facts, thread: null, id: frame.world.nextId('f:') });
}

function head(
  { world, serviceUrl }: Frame,
  facts: { user: string; conversation: Conversation; thread: string | null; id: string; type: string },
): Json {
  const { user, conversation, thread, id, type } = facts;
  const inChannel = conversation.kind === 'channel';
  const team = conversation.team === null ? undefined : world.teams.get(conversation.team);
  return {
    type,
    id,
    ...timesOf(world.momentOf(id)),
    localTimezone: 'Europe/London',
    serviceUrl,
    channelId: 'msteams',
    from: accountOf(world, user),
    conversation: {
      ...(conversation.kind === 'personal' ? {} : { isGroup: true }),
      conversationType: conversation.kind,
      tenantId: world.tenant,
      id: inChannel && thread !== null ? `${conversation.id};messageid=${thread}` : conversation.id,
    },
    recipient: world.bot,
    channelData: {
      ...(inChannel ? { teamsChannelId: conversation.id, channel: { id: conversation.id } } : {}),
      ...(team === undefined ? {} : { teamsTeamId: team.id, team: { id: team.id, name: team.name } }),
      tenant: { id: world.tenant },
    },
  };
}

function timesOf(ms: number): Json {
  const timestamp = new Date(ms).toISOString();
  return { timestamp, localTimestamp: timestamp.replace('Z', '+00:00') };
}

function accountOf(world: World, id: string): Json {
  const user: User | undefined = world.users.get(id);
  return user === undefined ? { id } : { id, name: user.name, aadObjectId: user.aadObjectId };
}

export function conversationOf(world: World, id: string): Conversation {
  const conversation = world.conversations.get(id);
  if (conversation === undefined) throw new Error(`there is no conversation ${id}`);
  return conversation;
}

interface Mention {
  readonly written: string;
  readonly name: string;
  readonly entity: Json;
}

/** One entity a mention, in the order in which they stand, the same person twice if named twice. */
function mentionsIn(text: string, world: World): readonly Mention[] {
  return [...text.matchAll(/<@([^>]+)>/g)].map(([written, id = '']) => {
    const name = id === world.bot.id ? world.bot.name : world.users.get(id)?.name;
    if (name === undefined) throw new Error(`nobody is ${id}`);
    return { written, name, entity: { type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` } };
  });
}

/** What Teams makes of the line: mentions as `<at>`, with a hard space after one that begins it, and a line feed. */
function plainText({ text, quotes }: Said, mentions: readonly Mention[]): string {
  const named = mentions.reduce((line, { written, name }) => line.replace(written, `<at>${name}</at>`), text);
  const spaced = mentions.length > 0 ? named.replace(/^(<at>.*?<\/at>) /, '$1&nbsp;') : named;
  return quotes === null && mentions.length > 0 ? `${spaced}\n` : spaced;
}

/** The twin of the text that says how it looks; a quoted message stands before it. */
function html({ text, quotes }: Said, mentions: readonly Mention[]): string {
  const parts = text.split(/<@[^>]+>/).map(escape);
  const words = parts.map((part, index) => {
    const mention = mentions[index];
    const span = (name: string): string =>
      `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${String(index)}">${escape(name)}</span>`;
    return mention === undefined ? part : `${part}${span(mention.name)}`;
  });
  return `<div>${quotes === null ? '' : quoted(quotes)}<p>${words.join('').replaceAll('</span> ', '</span>&nbsp;')}</p></div>`;
}

function quoted({ id, from, text, summary }: Shown): string {
  return [
    `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${id}">`,
    `<strong itemprop="mri" itemid="${from}">${escape(from)}</strong>`,
    `<span itemprop="time" itemid="${id}"></span>`,
    `<p itemprop="preview">${escape(text === '' ? summary : text).slice(0, 120)}</p></blockquote>`,
  ].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
