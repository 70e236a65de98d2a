import { acting, controls } from './slack-blocks.ts';

export type Json = Readonly<Record<string, unknown>>;

/** One message as someone sees it. */
export interface Shown {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly byBot: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly thread: string | null;
  /** The one person who sees it, or null when everyone in the channel does. */
  readonly only: string | null;
  readonly metadata: Json | null;
  readonly edited: boolean;
  /** What in it would act: mentions, `<!channel>`, disguised links. */
  readonly acts: readonly string[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly private: boolean;
  archived: boolean;
  readonly members: Set<string>;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly display: string;
  readonly bot: boolean;
}

export interface Modal {
  readonly id: string;
  readonly user: string;
  readonly view: Json;
}

/** One workspace as its people see it. Times are ms; `now` gives each new message its ts. */
export type World = ReturnType<typeof createWorld>;

export function createWorld({ team, now }: { team: string; now: () => number }) {
  const bot = { user: 'UWESAIDBOT', id: 'BWESAID', app: 'AWESAID' };
  const users = new Map<string, User>([[bot.user, { id: bot.user, name: 'wesaid', display: 'WeSaid', bot: true }]]);
  const channels = new Map<string, Channel>();
  const directs = new Map<string, string>();
  const messages: Shown[] = [];
  const modals = new Map<string, Modal>();
  const watchers = new Set<() => void>();
  let lastMicros = 0;
  let count = 0;

  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  /** A real ts: seconds, six decimals, never given twice. */
  const nextTs = (atMs = now()): string => {
    const wanted = Math.round(atMs * 1000);
    lastMicros = wanted > lastMicros || wanted < lastMicros - 1_000_000 ? wanted : lastMicros + 1;
    while (messages.some(({ ts }) => ts === tsOf(lastMicros))) lastMicros += 1;
    return tsOf(lastMicros);
  };
  const nextId = (prefix: string): string => `${prefix}${String(++count).padStart(8, '0')}`;

  const put = (message: Omit<Shown, 'acts' | 'edited'>): Shown => {
    const shown = { ...message, edited: false, acts: [...controls(message.text), ...acting(message.blocks)] };
    messages.push(shown);
    changed();
    return shown;
  };
  const replace = (channel: string, ts: string, content: { text: string; blocks: readonly Json[] }): boolean => {
    const index = messages.findIndex((message) => message.channel === channel && message.ts === ts);
    const before = messages[index];
    if (before === undefined) return false;
    messages[index] = {
      ...before,
      ...content,
      edited: true,
      acts: [...controls(content.text), ...acting(content.blocks)],
    };
    changed();
    return true;
  };

  return {
    team,
    bot,
    now,
    users,
    channels,
    messages,
    modals,
    nextTs,
    nextId,
    put,
    replace,
    changed,
    /** The direct-message channel of a person and the bot. */
    directOf: (user: string): string => {
      const known = directs.get(user) ?? nextId('D0');
      directs.set(user, known);
      channels.set(
        known,
        channels.get(known) ?? {
          id: known,
          name: 'directmessage',
          private: true,
          archived: false,
          members: new Set([user, bot.user]),
        },
      );
      return known;
    },
    remove: (channel: string, ts: string): Shown | null => {
      const index = messages.findIndex((message) => message.channel === channel && message.ts === ts);
      const [gone] = index < 0 ? [] : messages.splice(index, 1);
      changed();
      return gone ?? null;
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

function tsOf(micros: number): string {
  return `${String(Math.floor(micros / 1_000_000))}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** All that the eye sees of blocks, line by line; buttons as "[label]". */
export function seen(blocks: readonly Json[]): string {
  return blocks
    .map(lineOf)
    .filter((line) => line !== '')
    .join('\n');
}

function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(lineOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const here = value as Json;
  switch (here.type) {
    case 'button':
      return `[${lineOf(here.text)}]`;
    case 'actions':
      return list(here.elements).map(lineOf).join(' ');
    case 'rich_text':
      return list(here.elements).map(lineOf).join('\n');
    case 'rich_text_list':
      return list(here.elements)
        .map((item) => `- ${lineOf(item)}`)
        .join('\n');
    case 'input':
      return `${lineOf(here.label)}${lineOf(here.hint) === '' ? '' : ` (${lineOf(here.hint)})`} ${optionsOf(here.element)}`.trim();
    default:
      return typeof here.text === 'string'
        ? here.text
        : [here.text, here.elements, here.fields, here.url].map(lineOf).join('');
  }
}

function optionsOf(element: unknown): string {
  const options = list((element as Json).options);
  return options.map((option) => `○ ${lineOf((option as Json).text)}`).join(' ');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export interface Button {
  readonly label: string;
  readonly spoken: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value: string | undefined;
}

/** The buttons of a message or a modal, in order. */
export function buttonsOf(blocks: readonly Json[]): readonly Button[] {
  return blocks.flatMap((block, index) =>
    block.type !== 'actions'
      ? []
      : list(block.elements).map((element) => {
          const button = element as Json;
          return {
            label: lineOf(button.text),
            spoken: typeof button.accessibility_label === 'string' ? button.accessibility_label : '',
            actionId: String(button.action_id),
            blockId: typeof block.block_id === 'string' ? block.block_id : `b${String(index)}`,
            value: typeof button.value === 'string' ? button.value : undefined,
          };
        }),
  );
}
