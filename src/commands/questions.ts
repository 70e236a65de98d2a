import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type QuestionIntent = { readonly family: 'questions' } & (
  | { readonly want: 'list' }
  /** A null text opens the form. */
  | { readonly want: 'add'; readonly text: string | null }
  | { readonly want: 'reword'; readonly number: number | null; readonly text: string | null }
  | { readonly want: 'veto' | 'allow'; readonly number: number | null }
);

type Read = QuestionIntent | RoundIntent;
type Values = Readonly<Record<string, string | readonly string[]>>;

export const questionCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'questions',
    aliases: ['our questions', 'list questions', 'show questions', 'see questions', 'next questions'],
    usage: 'questions',
    example: 'questions',
    about: commandWords.questions,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'questions', want: 'list' } : offered(line)),
  },
  {
    name: 'question add',
    aliases: ['add question', 'add a question', 'my question', 'new question'],
    usage: 'question add "…"',
    example: 'question add "What made you laugh this week?"',
    about: commandWords.questionAdd,
    who: 'member',
    shown: 'private',
    read: (rest) => ({ family: 'questions', want: 'add', text: unquoted(rest) }),
  },
  {
    name: 'question veto',
    aliases: ['veto question', 'veto', 'never ask', 'never ask question'],
    usage: 'question veto N',
    example: 'question veto 12',
    about: commandWords.questionVeto,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => numbered('veto', rest, line),
  },
  {
    name: 'question allow',
    aliases: ['allow question', 'take back veto', 'take back my veto'],
    usage: 'question allow N',
    example: 'question allow 12',
    about: commandWords.questionAllow,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => numbered('allow', rest, line),
  },
  {
    name: 'question reword',
    aliases: ['reword question', 'change question'],
    usage: 'question reword N to …',
    example: 'question reword 101 to What made us laugh this week?',
    about: commandWords.questionReword,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const [, number, text = ''] = /^(?:question\s+)?(\d{1,4})\b[:,]?\s*(?:to\b[:,]?)?\s*(.*)$/is.exec(rest) ?? [];
      if (number === undefined && rest !== '') return offered(line);
      return { family: 'questions', want: 'reword', number: toNumber(number), text: unquoted(text) };
    },
  },
];

/** Subjects: the huddle's id; after a slash a question's number. */
export const questionActions: Readonly<Record<string, (subject: string) => QuestionIntent>> = {
  questions: () => ({ family: 'questions', want: 'list' }),
  'question-new': () => ({ family: 'questions', want: 'add', text: null }),
  'question-veto': (subject) => ({ family: 'questions', want: 'veto', number: numberIn(subject) }),
  'question-allow': (subject) => ({ family: 'questions', want: 'allow', number: numberIn(subject) }),
  'question-change': (subject) => ({ family: 'questions', want: 'reword', number: numberIn(subject), text: null }),
};

export const questionForms: Readonly<Record<string, (subject: string, values: Values) => QuestionIntent>> = {
  question: (_subject, values) => ({ family: 'questions', want: 'add', text: textIn(values) }),
  'question-change': (subject, values) => ({
    family: 'questions',
    want: 'reword',
    number: numberIn(subject),
    text: textIn(values),
  }),
};

/** "12", "question 12"; alone it asks which, and with other words somebody is talking. */
function numbered(want: 'veto' | 'allow', rest: string, line: string): Read {
  const number = /^(?:of\s+)?(?:question\s+)?(?:number\s+)?(\d{1,4})(?:\s+please)?$/i.exec(rest)?.[1];
  return number !== undefined || isAlone(rest)
    ? { family: 'questions', want, number: toNumber(number) }
    : offered(line);
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** A form with nothing in it is told so beside its field. */
function textIn({ text }: Values): string {
  return clean(typeof text === 'string' ? text : '');
}

function unquoted(rest: string): string | null {
  const text = rest
    .replace(/^[:,\s-]+/, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  return text === '' ? null : text;
}
