import type { Mending } from '../domain/checker-rules.ts';
import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** Two people check the digest before it is posted: who they are, and what they say to its draft. */
export type CheckerIntent = { readonly family: 'checkers'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'overview' | 'form' | 'stop' }
  | { readonly want: 'name'; readonly people: string; readonly standIn: string }
  | { readonly want: 'answer-asking'; readonly yes: boolean }
  | { readonly want: 'right' | 'cannot' | 'mend-form' | 'mend-how' }
  /** Null where the number cannot be read. */
  | { readonly want: 'mend'; readonly what: Mending; readonly number: number | null }
);

type Spec = CommandSpec<CheckerIntent | RoundIntent>;

const of = (huddle: HuddleId | null) => ({ family: 'checkers', huddle }) as const;
const here = of(null);

export const checkerCommands: readonly Spec[] = [
  {
    name: 'settings checkers',
    aliases: ['settings checker', 'settings checks', 'settings who checks'],
    usage: 'settings checkers NAME and NAME, stand-in NAME [or off]',
    example: 'settings checkers Sam and Max, stand-in Alex',
    about: commandWords.checkers,
    who: 'coordinator',
    shown: 'private',
    read: (rest) => readCheckers(rest.replace(/^(?::|is\b|are\b)\s*/i, '')),
  },
  answerSpec('be a checker', ['yes, be a checker', 'be checker'], true),
  answerSpec('not a checker', ['no, not a checker', 'not checker'], false),
  alone('checked', ['it is right', 'draft is right'], 'right'),
  alone('cannot check', ["can't check", 'i cannot check'], 'cannot'),
  {
    name: 'mend',
    aliases: ['mend draft'],
    usage: 'mend hide N, mend show N, or mend talk N',
    example: 'mend hide 3',
    about: commandWords.mend,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => readMend(rest) ?? offered(line),
  },
];

function answerSpec(name: string, aliases: readonly string[], yes: boolean): Spec {
  return {
    name,
    aliases,
    usage: name,
    example: name,
    about: yes ? commandWords.checkerYes : commandWords.checkerNo,
    who: 'anyone',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'answer-asking', yes } : offered(line)),
  };
}

function alone(name: string, aliases: readonly string[], want: 'right' | 'cannot'): Spec {
  return {
    name,
    aliases,
    usage: name,
    example: name,
    about: want === 'right' ? commandWords.checked : commandWords.cannotCheck,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want } : offered(line)),
  };
}

/** Button subjects: the huddle's id. */
export const checkerActions: Readonly<Record<string, (subject: string) => CheckerIntent>> = {
  checkers: (subject) => ({ ...of(subject as HuddleId), want: 'overview' }),
  'checkers-name': (subject) => ({ ...of(subject as HuddleId), want: 'form' }),
  'checkers-stop': (subject) => ({ ...of(subject as HuddleId), want: 'stop' }),
  'checker-yes': (subject) => ({ ...of(subject as HuddleId), want: 'answer-asking', yes: true }),
  'checker-no': (subject) => ({ ...of(subject as HuddleId), want: 'answer-asking', yes: false }),
  'draft-right': (subject) => ({ ...of(subject as HuddleId), want: 'right' }),
  'draft-cannot': (subject) => ({ ...of(subject as HuddleId), want: 'cannot' }),
  'draft-mend': (subject) => ({ ...of(subject as HuddleId), want: 'mend-form' }),
};

type Values = Readonly<Record<string, string | readonly string[]>>;

export const checkerForms: Readonly<Record<string, (subject: string, values: Values) => CheckerIntent>> = {
  checkers: (subject, { people, standIn }) => ({
    ...of(subject as HuddleId),
    want: 'name',
    people: textIn(people),
    standIn: textIn(standIn),
  }),
  'draft-mend': (subject, { what, number }) => ({
    ...of(subject as HuddleId),
    want: 'mend',
    what: mendings.find((one) => one === what) ?? 'hide',
    number: numberIn(textIn(number)),
  }),
};

const mendings: readonly Mending[] = ['hide', 'show', 'talk'];

function textIn(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : '').trim();
}

function numberIn(typed: string): number | null {
  const digits = /^(?:promise )?#?(\d{1,6})\.?$/i.exec(typed.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** "Sam and Max, stand-in Alex". */
function readCheckers(rest: string): CheckerIntent {
  if (rest === '') return { ...here, want: 'overview' };
  if (/^(?:off|none|no one|nobody)$/i.test(rest)) return { ...here, want: 'stop' };
  const [people = '', standIn = ''] = rest.split(/[,;]?\s*\bstand-?\s?in\b:?\s*(?:is\s+)?/i);
  return { ...here, want: 'name', people: people.trim(), standIn: standIn.trim() };
}

/** Words that nobody would mend a draft with are somebody's answer. */
function readMend(rest: string): CheckerIntent | null {
  if (isAlone(rest)) return { ...here, want: 'mend-how' };
  const [, word = '', number = ''] = /^(hide|show|talk)(?: about)?(?: promise)? #?(\d{1,6})\.?$/i.exec(rest) ?? [];
  const what = mendings.find((one) => one === word.toLowerCase());
  if (what !== undefined) return { ...here, want: 'mend', what, number: Number(number) };
  return /^(?:remove|delete|drop|take out|change)\b.*\d/i.test(rest) ? { ...here, want: 'mend-how' } : null;
}
