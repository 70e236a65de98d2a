import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { promiseForms } from './promise-buttons.ts';
import { noParts, readPromise, type PromiseParts } from './promise-line.ts';
import { cutNumber } from './promise-number.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type IdeaIntent = { readonly family: 'ideas' } & (
  | { readonly want: 'list'; readonly page: number }
  /** A null text opens the form. */
  | { readonly want: 'raise'; readonly text: string | null }
  /** Makes a promise from one. Null parts open the form; a null number is the one that can be meant. */
  | { readonly want: 'take-up'; readonly number: number | null; readonly parts: PromiseParts | null }
);

type Read = IdeaIntent | RoundIntent;
type Values = Readonly<Record<string, string | readonly string[]>>;

export const ideaCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'idea',
    aliases: ['my idea', 'our idea', 'i have an idea', 'new idea', 'here is an idea'],
    usage: 'idea …',
    example: 'idea a bench in the garden, for anyone who waits',
    about: commandWords.idea,
    who: 'member',
    shown: 'private',
    read: (rest) => {
      const text = rest.replace(/^[:,\s-]+/, '');
      return { family: 'ideas', want: 'raise', text: text === '' ? null : text };
    },
  },
  {
    name: 'ideas',
    aliases: ['our ideas', 'list ideas', 'show ideas', 'see ideas'],
    usage: 'ideas',
    example: 'ideas',
    about: commandWords.ideas,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const page = /^page (\d{1,3})$/i.exec(rest)?.[1];
      return page !== undefined || isAlone(rest)
        ? { family: 'ideas', want: 'list', page: Number(page ?? 1) || 1 }
        : offered(line);
    },
  },
  {
    name: 'take up idea',
    aliases: ['pick up idea', 'take idea', 'promise from idea'],
    usage: 'take up idea N: we will … by DATE',
    example: 'take up idea 3: we will build a bench by next Friday',
    about: commandWords.takeUpIdea,
    who: 'member',
    shown: 'public',
    read: (rest, given, line) => {
      const cut = cutNumber(rest);
      if (cut === null)
        return rest === '' ? { family: 'ideas', want: 'take-up', number: null, parts: null } : offered(line);
      const words = cut.rest.replace(/^[:,\s-]*(?:we|i)(?: will|'ll)\s+/i, '').replace(/^[:,\s-]+/, '');
      const parts = words === '' ? null : readPromise(words, given);
      return { family: 'ideas', want: 'take-up', number: cut.number, parts };
    },
  },
];

/** Subjects: the huddle's id; after a slash an idea's number, or of a list its page. */
export const ideaActions: Readonly<Record<string, (subject: string) => IdeaIntent>> = {
  ideas: (subject) => ({ family: 'ideas', want: 'list', page: numberIn(subject) ?? 1 }),
  'idea-new': () => ({ family: 'ideas', want: 'raise', text: null }),
  'idea-take-up': (subject) => ({ family: 'ideas', want: 'take-up', number: numberIn(subject), parts: null }),
};

export const ideaForms: Readonly<Record<string, (subject: string, values: Values) => IdeaIntent>> = {
  idea: (_subject, { text }) => ({ family: 'ideas', want: 'raise', text: clean(typeof text === 'string' ? text : '') }),
  'idea-promise': (subject, values) => ({
    family: 'ideas',
    want: 'take-up',
    number: numberIn(subject),
    parts: promiseParts(values),
  }),
};

/** The same fields as the form of a promise. */
function promiseParts(values: Values): PromiseParts {
  const read = promiseForms['promise-make']?.('', values);
  return read?.want === 'make' ? read.parts : noParts;
}
