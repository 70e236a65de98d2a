import type { MessageRef, RoundId } from '../domain/ids.ts';
import type { SeenBy } from '../domain/round.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';

/** `open` as the question itself has it. */
export type AskedHow = 'open' | 'together' | 'private';

export type RoundIntent = { readonly family: 'rounds' } &
  /** Opens the answer form. A null round is the huddle's newest open one. */
  (
    | {
        readonly want: 'answer';
        readonly round: RoundId | null;
        readonly seenBy: SeenBy | null;
        readonly text: string | null;
      }
    | {
        readonly want: 'save';
        readonly round: RoundId;
        readonly text: string | null;
        readonly option: number | null;
        readonly seenBy: SeenBy | null;
      }
    /** Words that may be an answer; `asked` where the line itself said that they are one: asks before it keeps them. */
    | { readonly want: 'offer'; readonly text: string; readonly asked?: true }
    | { readonly want: 'not-an-answer' }
    /** What people gave to those who run the huddle alone. A null round is the newest that has any. */
    | { readonly want: 'answers'; readonly round: RoundId | null; readonly part: number }
    | { readonly want: 'skip' | 'later'; readonly round: RoundId | null }
    /** Free words, or the id of a question of the library. */
    | { readonly want: 'ask'; readonly text: string | null; readonly how: AskedHow }
    /** Something said in a place, to everyone; a null thread is the place itself. Put back: its deletion was undone. */
    | {
        readonly want: 'reply' | 'restore';
        readonly message: MessageRef;
        readonly thread: MessageRef | null;
        readonly text: string;
        readonly files: number;
      }
    | { readonly want: 'look'; readonly message: MessageRef }
    | { readonly want: 'edit'; readonly message: MessageRef; readonly text: string }
    | { readonly want: 'delete'; readonly message: MessageRef; readonly thread: MessageRef | null }
  );

const seenByValues: readonly SeenBy[] = ['named', 'unnamed', 'coordinators', 'self', 'none'];

/** Words that only look like a command are offered as an answer, just as they were typed. */
export function offered(line: string): RoundIntent {
  return { family: 'rounds', want: 'offer', text: line };
}

const filling =
  /^(?:(?:please|thanks|thank you|now|today|tomorrow|again|it|this|one|question|week|time|for now|about it)(?:[\s,.!?]+|$))*$/i;

/** Whether nothing but courtesy follows a command that stands alone: "skip this one please", not "skip the queue". */
export function isAlone(rest: string): boolean {
  return filling.test(rest.replace(/^[,.!?\s]+/, ''));
}

export const roundCommands: readonly CommandSpec<RoundIntent>[] = [
  {
    name: 'answer',
    aliases: ['reply'],
    usage: 'answer [your words]',
    example: 'answer the lift was broken again',
    about: commandWords.answer,
    who: 'member',
    shown: 'private',
    menu: 'chat',
    read: (rest) =>
      rest === ''
        ? { family: 'rounds', want: 'answer', round: null, seenBy: null, text: null }
        : { family: 'rounds', want: 'offer', text: rest, asked: true },
  },
  {
    name: 'skip',
    aliases: ['skip this question', 'skip it'],
    usage: 'skip',
    example: 'skip',
    about: commandWords.skip,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'rounds', want: 'skip', round: null } : offered(line)),
  },
  {
    name: 'ask me later',
    aliases: ['later', 'remind me'],
    usage: 'ask me later',
    example: 'ask me later',
    about: commandWords.later,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'rounds', want: 'later', round: null } : offered(line)),
  },
  {
    name: 'ask',
    aliases: [],
    usage: 'ask "…" [together, or as a private question]',
    example: 'ask "What should we do with the garden?"',
    about: commandWords.ask,
    who: 'coordinator',
    shown: 'public',
    read: (rest) => ({ family: 'rounds', want: 'ask', ...readAsked(rest) }),
  },
  {
    name: 'answers',
    aliases: ['private answers', 'read answers'],
    usage: 'answers',
    example: 'answers',
    about: commandWords.answers,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) =>
      rest === ''
        ? { family: 'rounds', want: 'answers', round: null, part: 1 }
        : { family: 'rounds', want: 'offer', text: line },
  },
];

/** Button subjects: the round's id; an offered answer adds who may see it and the words, a line each; a list its part. */
export const roundActions = {
  answer: (subject: string): RoundIntent => ({
    family: 'rounds',
    want: 'answer',
    round: subject as RoundId,
    seenBy: null,
    text: null,
  }),
  'answer-open': (subject: string): RoundIntent => ({
    family: 'rounds',
    want: 'answer',
    round: subject as RoundId,
    seenBy: 'named',
    text: null,
  }),
  'add-late': (subject: string): RoundIntent => ({
    family: 'rounds',
    want: 'answer',
    round: subject as RoundId,
    seenBy: null,
    text: null,
  }),
  skip: (subject: string): RoundIntent => ({ family: 'rounds', want: 'skip', round: subject as RoundId }),
  'ask-later': (subject: string): RoundIntent => ({ family: 'rounds', want: 'later', round: subject as RoundId }),
  'save-answer': (subject: string): RoundIntent => savedFrom(subject),
  'not-an-answer': (): RoundIntent => ({ family: 'rounds', want: 'not-an-answer' }),
  answers: (subject: string): RoundIntent => {
    const [round = '', part = '1'] = subject.split('/');
    return { family: 'rounds', want: 'answers', round: round as RoundId, part: Number(part) };
  },
} as const;

export const roundForms = {
  answer: (subject: string, values: Readonly<Record<string, string | readonly string[]>>): RoundIntent => ({
    family: 'rounds',
    want: 'save',
    round: subject as RoundId,
    text: one(values['text']),
    option: one(values['option']) === null ? null : Number(one(values['option'])),
    seenBy: seenBy(one(values['seen-by'])),
  }),
} as const;

function savedFrom(subject: string): RoundIntent {
  const [round = '', who = '', ...words] = subject.split('\n');
  return {
    family: 'rounds',
    want: 'save',
    round: round as RoundId,
    text: words.join('\n'),
    option: null,
    seenBy: seenBy(who),
  };
}

function seenBy(value: string | null): SeenBy | null {
  return seenByValues.find((known) => known === value) ?? null;
}

function one(value: string | readonly string[] | undefined): string | null {
  const text = typeof value === 'string' ? clean(value) : '';
  return text.trim() === '' ? null : text;
}

const hows: readonly (readonly [AskedHow, RegExp])[] = [
  ['together', /(?:,\s*|(?<=["'?!.]|^[a-z]+-\d+)\s*)(?:and )?(?:show (?:the answers |them )?)?together$/i],
  ['private', /(?:,\s*|(?<=["'?!.]|^[a-z]+-\d+)\s*)(?:as (?:a )?private question|privately|in private)$/i],
];

/** `"What now?" together`, `neg-4`. A word at the end says how only after a mark: "How do we work together" is a question. */
function readAsked(rest: string): { readonly text: string | null; readonly how: AskedHow } {
  for (const [how, ending] of hows) {
    if (ending.test(rest)) return { text: unquoted(rest.replace(ending, '')), how };
  }
  return { text: unquoted(rest), how: 'open' };
}

function unquoted(rest: string): string | null {
  const text = rest.replace(/^["']|["']$/g, '').trim();
  return text === '' ? null : text;
}
