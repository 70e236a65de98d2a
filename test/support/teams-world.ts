import { actingIn } from './teams-seen.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One message as it stands in Teams. */
export interface Shown {
  /** The conversation, without the thread. */
  readonly conversation: string;
  readonly id: string;
  /** The message that began its thread, in a channel; null for that one itself, and in chats. */
  readonly thread: string | null;
  readonly from: string;
  readonly byBot: boolean;
  readonly text: string;
  /** No Markdown and no HTML is read in the text. */
  readonly plain?: boolean;
  /** What notifications say, where the bot said what. */
  readonly summary: string;
  readonly card: Json | null;
  /** What single people see in place of `card`: the answers to their own refresh or press. */
  readonly views: ReadonlyMap<string, Json>;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** What in it would act when shown: mentions, links in disguise, styles. */
  readonly acts: readonly string[];
}

/** A line that Teams shows under a card to the one person who pressed. */
export interface Whisper {
  readonly conversation: string;
  readonly message: string;
  readonly user: string;
  readonly text: string;
}

export interface User {
  /** `29:…`, as this bot knows them. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  name: string | null;
  /** For a channel: whose members and installation it shares. */
  readonly team: string | null;
  /** Everyone in a chat; empty for a channel, whose team has them. */
  readonly members: Set<string>;
  /** The app is there; for a channel its team says so. */
  installed: boolean;
  /** The app was there and was taken out again: nothing can be sent any more. */
  uninstalled: boolean;
  deleted: boolean;
}

export interface Team {
  readonly id: string;
  readonly aadGroupId: string;
  name: string;
  readonly members: Set<string>;
  installed: boolean;
}

/** A dialog that stands before someone. */
export interface Dialog {
  readonly user: string;
  readonly kind: 'task' | 'compose';
  readonly conversation: string;
  readonly title: string;
  readonly card: Json;
  /** The activity from which it was opened. */
  readonly replyToId: string | null;
  /** For a message action: the command and the message, which come with each submit. */
  readonly command: Json | null;
}

export type World = ReturnType<typeof createWorld>;

/** A tenant as its people see it. Times are ms; `now` gives each new message its id. */
export function createWorld({ tenant, appId, now }: { tenant: string; appId: string; now: () => number }) {
  const bot = { id: `28:${appId}`, name: 'WeSaid' };
  const users = new Map<string, User>();
  const teams = new Map<string, Team>();
  const conversations = new Map<string, Conversation>();
  /** People who have blocked the bot in their own chat. */
  const blockers = new Set<string>();
  /** Teams and chats whose owners let the app read every message (resource-specific consent). */
  const readsAll = new Set<string>();
  const messages: Shown[] = [];
  const whispers: Whisper[] = [];
  const dialogs = new Map<string, Dialog>();
  const watchers = new Set<() => void>();
  const moments = new Map<string, number>();
  let count = 0;

  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  /** A message's id is its moment in ms. It is never given twice, so of one moment's the later ones lie. */
  const nextMessageId = (atMs = now()): string => {
    let wanted = Math.round(atMs);
    while (moments.has(String(wanted))) wanted += 1;
    moments.set(String(wanted), atMs);
    return String(wanted);
  };
  const at = (conversation: string, id: string): number =>
    messages.findIndex((message) => message.conversation === conversation && message.id === id);

  const put = (message: Omit<Shown, 'acts' | 'edited' | 'deleted' | 'views'>): Shown => {
    const shown: Shown = { ...message, views: new Map(), edited: false, deleted: false, acts: actingIn(message) };
    messages.push(shown);
    changed();
    return shown;
  };
  const change = (shown: Shown, to: Partial<Shown>): Shown => {
    const index = at(shown.conversation, shown.id);
    const after = { ...(messages[index] ?? shown), ...to };
    messages[index] = { ...after, acts: actingIn(after) };
    changed();
    return messages[index] ?? after;
  };

  return {
    tenant,
    bot,
    now,
    users,
    teams,
    conversations,
    blockers,
    readsAll,
    messages,
    whispers,
    dialogs,
    nextMessageId,
    /** When it was said, ms. */
    momentOf: (message: string): number => moments.get(message) ?? now(),
    nextId: (prefix: string): string => `${prefix}${String(++count).padStart(8, '0')}`,
    changed,
    put,
    change,
    find: (conversation: string, id: string): Shown | null => messages[at(conversation, id)] ?? null,
    /** What this person sees in place of the card from now on; a newer base card ends it. */
    showOwn: (shown: Shown, user: string, card: Json): Shown => {
      const before = messages[at(shown.conversation, shown.id)] ?? shown;
      return change(before, { views: new Map([...before.views, [user, card]]) });
    },
    whisper: (whisper: Whisper): void => {
      whispers.push(whisper);
      changed();
    },
    membersOf: (conversation: Conversation): ReadonlySet<string> =>
      (conversation.team === null ? undefined : teams.get(conversation.team)?.members) ?? conversation.members,
    isInstalled: (conversation: Conversation): boolean =>
      (conversation.team === null ? undefined : teams.get(conversation.team)?.installed) ?? conversation.installed,
    /** The app is in their own chat, in a team of theirs, or in a group chat with them. */
    sharesAPlace: (user: string): boolean =>
      [...teams.values()].some(({ installed, members }) => installed && members.has(user)) ||
      [...conversations.values()].some(({ installed, members }) => installed && members.has(user)),
    /** The chat of a person with the bot: made when it is first asked for, and the same one ever after. */
    personalOf: (user: string): Conversation => {
      const known = [...conversations.values()].find(({ kind, members }) => kind === 'personal' && members.has(user));
      if (known !== undefined) return known;
      const id = `a:1${Buffer.from(`chat of ${user}`).toString('base64url')}`;
      const made: Conversation = {
        id,
        kind: 'personal',
        name: null,
        team: null,
        members: new Set([user]),
        installed: false,
        uninstalled: false,
        deleted: false,
      };
      conversations.set(id, made);
      return made;
    },
    /** Resolves with the first value that is neither null nor false, looked for again whenever something is shown. */
    until: <T>(
      look: () => T | null | false | undefined,
      what = 'what the test waits for',
      withinMs = 5_000,
    ): Promise<T> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(check);
          reject(new Error(`${what} did not happen within ${String(withinMs)} ms`));
        }, withinMs);
        const check = (): void => {
          const found = look();
          if (found === null || found === false || found === undefined) return;
          clearTimeout(timer);
          watchers.delete(check);
          resolve(found);
        };
        watchers.add(check);
        check();
      }),
  };
}

/** The card as this person sees it. */
export function cardFor(shown: Shown, user: string | null): Json | null {
  return (user === null ? undefined : shown.views.get(user)) ?? shown.card;
}
