import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type StepIntent = { readonly family: 'steps' } & (
  | { readonly want: 'list' }
  | { readonly want: 'questions'; readonly page: number }
  /** To a step by its number, or to none: `close`. `from` is which time a button was about; `sure` closes at once. */
  | {
      readonly want: 'move';
      readonly to: 'next' | 'back' | 'close' | number;
      readonly sure: boolean;
      readonly from: number | null;
    }
  /** A question by its number in the list. */
  | { readonly want: 'ask'; readonly number: number | null }
  | { readonly want: 'again' | 'share'; readonly from: number | null }
  | { readonly want: 'felt' }
);

type Read = StepIntent | RoundIntent;

const roots = ['steps', 'step', 'stage', 'stages'];
const first = 'next step';
const moves = ['next', 'back', 'close', '1', '2', '3', '4', '5', '6', '7'];

export const stepCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'steps',
    aliases: ['step', 'stage', 'stages', 'our steps', 'which step', 'show steps', 'see steps', 'list steps'],
    usage: 'steps',
    example: 'steps',
    about: commandWords.steps,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      // One that there is not: it says which there are.
      if (/^\d{1,3}$/.test(rest)) return { family: 'steps', want: 'move', to: Number(rest), sure: false, from: null };
      return isAlone(rest) ? { family: 'steps', want: 'list' } : offered(line);
    },
  },
  {
    name: 'steps next',
    aliases: [
      first,
      'close step',
      'close this step',
      ...roots.flatMap((root) => moves.map((move) => `${root} ${move}`)).filter((name) => name !== 'steps next'),
    ],
    usage: 'steps next, or steps back, close or 3',
    example: 'steps next',
    about: commandWords.stepsNext,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) => {
      const sure = /^(?:now|anyway)$/i.test(rest);
      if (!sure && !isAlone(rest)) return offered(line);
      return { family: 'steps', want: 'move', to: moveIn(line), sure, from: null };
    },
  },
  {
    name: 'steps questions',
    aliases: ['step questions', 'stage questions', 'stages questions', 'questions of this step'],
    usage: 'steps questions',
    example: 'steps questions',
    about: commandWords.stepsQuestions,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const page = /^page (\d{1,2})$/i.exec(rest)?.[1];
      return page !== undefined || isAlone(rest)
        ? { family: 'steps', want: 'questions', page: Number(page ?? 1) || 1 }
        : offered(line);
    },
  },
  {
    name: 'steps ask',
    aliases: ['step ask', 'stage ask', 'stages ask'],
    usage: 'steps ask 9, or steps ask again, everyone or in private',
    example: 'steps ask 9',
    about: commandWords.stepsAsk,
    who: 'coordinator',
    shown: 'public',
    read: (rest, _given, line) => {
      const number = /^(?:question\s+)?(\d{1,3})$/i.exec(rest)?.[1];
      if (number !== undefined || rest === '')
        return { family: 'steps', want: 'ask', number: number === undefined ? null : Number(number) };
      if (/^(?:again|once more)$/i.test(rest)) return { family: 'steps', want: 'again', from: null };
      if (/^everyone$/i.test(rest)) return { family: 'steps', want: 'share', from: null };
      return /^in private$/i.test(rest) ? { family: 'steps', want: 'felt' } : offered(line);
    },
  },
];

function moveIn(line: string): 'next' | 'back' | 'close' | number {
  const said = /\b(back|close|\d)\b/i.exec(line)?.[1]?.toLowerCase();
  if (said === 'back' || said === 'close') return said;
  return said === undefined ? 'next' : Number(said);
}

/**
 * Subjects: the huddle's id; after a slash which time of a step it is about, and after one more the number of the step
 * that is opened then, 0 for none. Of a list its page, of a question its number.
 */
export const stepActions: Readonly<Record<string, (subject: string) => StepIntent>> = {
  steps: () => ({ family: 'steps', want: 'list' }),
  'step-move': (subject) => moveFrom(subject, false),
  'step-close-now': (subject) => moveFrom(subject, true),
  'step-again': (subject) => ({ family: 'steps', want: 'again', from: numberIn(subject) }),
  'step-share': (subject) => ({ family: 'steps', want: 'share', from: numberIn(subject) }),
  'step-questions': (subject) => ({ family: 'steps', want: 'questions', page: numberIn(subject) ?? 1 }),
  'step-ask': (subject) => ({ family: 'steps', want: 'ask', number: numberIn(subject) }),
  'step-felt': () => ({ family: 'steps', want: 'felt' }),
};

function moveFrom(subject: string, sure: boolean): StepIntent {
  const [, from = '0', to = '0'] = subject.split('/');
  return {
    family: 'steps',
    want: 'move',
    to: to === '0' ? 'close' : Number(to),
    sure,
    from: from === '0' ? null : Number(from),
  };
}
