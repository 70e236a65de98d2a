import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** What a huddle needs before it asks real people. `huddle` is the one that a button names. */
export type ReadinessIntent = { readonly family: 'readiness'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'ready' | 'data-contact-form' }
  /** `yes`: it is about one person's care. Null asks. */
  | { readonly want: 'care'; readonly yes: boolean | null }
  /** Empty words show who it is. */
  | { readonly want: 'data-contact'; readonly words: string }
);

const of = (huddle: HuddleId | null) => ({ family: 'readiness', huddle }) as const;
const here = of(null);

const forCoordinators = { who: 'coordinator', shown: 'private' } as const;

export const readinessCommands: readonly CommandSpec<ReadinessIntent | RoundIntent>[] = [
  {
    name: 'ready',
    aliases: ['are we ready', 'is it ready', 'go live', 'going live', 'what is missing'],
    usage: 'ready',
    example: 'ready',
    about: commandWords.ready,
    ...forCoordinators,
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'ready' } : offered(line)),
  },
  {
    name: 'settings care',
    aliases: ["settings one person's care"],
    usage: 'settings care no',
    example: 'settings care no',
    about: commandWords.care,
    ...forCoordinators,
    read: (rest) => ({ ...here, want: 'care', yes: readYes(rest) }),
  },
  {
    name: 'settings data contact',
    aliases: ['data contact', 'settings data'],
    usage: 'settings data contact NAME, and how to reach them',
    example: 'settings data contact Ali Khan, 020 7946 0011',
    about: commandWords.dataContact,
    ...forCoordinators,
    read: (rest) => ({ ...here, want: 'data-contact', words: said(rest) }),
  },
];

/** Subjects: the huddle's id. */
export const readinessActions: Readonly<Record<string, (subject: string) => ReadinessIntent>> = {
  ready: (subject) => ({ ...of(subject as HuddleId), want: 'ready' }),
  'care-no': (subject) => ({ ...of(subject as HuddleId), want: 'care', yes: false }),
  'care-yes': (subject) => ({ ...of(subject as HuddleId), want: 'care', yes: true }),
  'data-contact': (subject) => ({ ...of(subject as HuddleId), want: 'data-contact-form' }),
};

type Values = Readonly<Record<string, string | readonly string[]>>;

export const readinessForms: Readonly<Record<string, (subject: string, values: Values) => ReadinessIntent>> = {
  'data-contact': (subject, { words }) => ({
    ...of(subject as HuddleId),
    want: 'data-contact',
    words: clean(typeof words === 'string' ? words : '').trim(),
  }),
};

/** "no", "no, about our shared work", "yes"; null when it is neither. */
export function readYes(typed: string): boolean | null {
  const said = /^[:\s]*(?:is\s+)?(yes|no)\b/i.exec(typed)?.[1]?.toLowerCase();
  return said === undefined ? null : said === 'yes';
}

function said(rest: string): string {
  return rest.replace(/^[:\s]+/, '').replace(/^is\s+/i, '');
}
