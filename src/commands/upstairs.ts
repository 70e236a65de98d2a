import { askSays, type AskSays } from '../domain/upstairs.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';
import { askedFor, cutAsk, isTalk, readAnswer, readOfAsk } from './upstairs-line.ts';

export type UpstairsIntent = { readonly family: 'upstairs' } & (
  | { readonly want: 'list'; readonly page: number }
  | { readonly want: 'show'; readonly number: number | null }
  /** Null words open the form; `sure` is false for a button, which opens it with the words in it. */
  | { readonly want: 'ask'; readonly text: string | null; readonly sure: boolean }
  /** Without what was said the form is opened. */
  | {
      readonly want: 'answer';
      readonly number: number | null;
      readonly says: AskSays | null;
      readonly words: string | null;
    }
  | { readonly want: 'mend'; readonly number: number | null; readonly text: string | null }
  /** Opens the form of a promise with what was asked in it. */
  | { readonly want: 'promise' | 'take-back'; readonly number: number | null }
);

type Read = UpstairsIntent | RoundIntent;
type Values = Readonly<Record<string, string | readonly string[]>>;

const family = 'upstairs' as const;

export const upstairsCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'upstairs',
    aliases: [
      'ask upstairs',
      'ask the sponsor',
      'ask our sponsor',
      'ask someone with more power',
      'asks',
      'our asks',
      'see asks',
      'list asks',
    ],
    usage: 'upstairs [WHAT]',
    example: 'upstairs a paid peer trainer from May',
    about: commandWords.upstairs,
    who: 'member',
    shown: 'public',
    read: readUpstairs,
  },
  {
    name: 'upstairs answer',
    aliases: ['answer to ask', 'ask answered'],
    usage: 'upstairs answer N yes …, in part … or no because …',
    example: 'upstairs answer 3 yes from May',
    about: commandWords.upstairsAnswer,
    who: 'coordinator',
    shown: 'public',
    read: (rest) => {
      const cut = cutAsk(rest);
      const said = cut === null ? null : readAnswer(cut.rest);
      const words = said === null ? (cut?.rest ?? '') : (said.words ?? '');
      return { family, want: 'answer', number: cut?.number ?? null, says: said?.says ?? null, words: orNull(words) };
    },
  },
  {
    name: 'upstairs mend',
    aliases: ['mend ask', 'change ask', 'correct ask', 'fix ask'],
    usage: 'upstairs mend N to …',
    example: 'upstairs mend 3 to a paid peer trainer from June',
    about: commandWords.upstairsMend,
    who: 'member',
    shown: 'public',
    read: (rest) => {
      const cut = cutAsk(rest);
      return {
        family,
        want: 'mend',
        number: cut?.number ?? null,
        text: orNull(askedFor((cut?.rest ?? '').replace(/^to\s+/i, ''))),
      };
    },
  },
  {
    name: 'upstairs take back',
    aliases: ['take back ask', 'withdraw ask'],
    usage: 'upstairs take back N',
    example: 'upstairs take back 3',
    about: commandWords.upstairsTakeBack,
    who: 'member',
    shown: 'public',
    read: (rest) => ({ family, want: 'take-back', number: cutAsk(rest)?.number ?? null }),
  },
];

function readUpstairs(rest: string, _given: unknown, line: string): Read {
  const page = /^page (\d{1,3})$/i.exec(rest)?.[1];
  if (page !== undefined) return { family, want: 'list', page: Number(page) || 1 };
  const asks = /^ask\b/i.test(line);
  if (rest === '') return asks ? { family, want: 'ask', text: null, sure: true } : { family, want: 'list', page: 1 };
  if (/^(?:asks|our asks|see asks|list asks)\b/i.test(line))
    return isAlone(rest) ? { family, want: 'list', page: 1 } : offered(line);
  return ofOne(rest) ?? (!asks && isTalk(rest) ? offered(line) : asked(rest));
}

function asked(rest: string): UpstairsIntent {
  return { family, want: 'ask', text: orNull(askedFor(rest)), sure: true };
}

/** A line that begins with an ask's number and says something of it. */
function ofOne(rest: string): UpstairsIntent | null {
  const cut = cutAsk(rest);
  const said = cut === null ? null : readOfAsk(cut.rest);
  if (cut === null || said === null) return null;
  const { number } = cut;
  switch (said.what) {
    case 'show':
      return { family, want: 'show', number };
    case 'take-back':
      return { family, want: 'take-back', number };
    case 'answer':
      return { family, want: 'answer', number, says: said.says, words: said.words };
    case 'mend':
      return { family, want: 'mend', number, text: said.text };
  }
}

function orNull(words: string): string | null {
  return words === '' ? null : words;
}

/** Subjects: the huddle's id; after a slash an ask's number, or of a list its page; after a line end what was said already. */
export const upstairsActions: Readonly<Record<string, (subject: string) => UpstairsIntent>> = {
  upstairs: (subject) => ({ family, want: 'list', page: numberIn(subject) ?? 1 }),
  'upstairs-show': (subject) => ({ family, want: 'show', number: numberIn(subject) }),
  'upstairs-new': (subject) => ({
    family,
    want: 'ask',
    text: orNull(subject.split('\n').slice(1).join('\n')),
    sure: false,
  }),
  'upstairs-answer': (subject) => ({ family, want: 'answer', number: numberIn(subject), says: null, words: null }),
  'upstairs-mend': (subject) => ({ family, want: 'mend', number: numberIn(subject), text: null }),
  'upstairs-promise': (subject) => ({ family, want: 'promise', number: numberIn(subject) }),
  'upstairs-take-back': (subject) => ({ family, want: 'take-back', number: numberIn(subject) }),
};

export const upstairsForms: Readonly<Record<string, (subject: string, values: Values) => UpstairsIntent>> = {
  'upstairs-ask': (_subject, values) => ({ family, want: 'ask', text: said(values['text']), sure: true }),
  'upstairs-answer': (subject, values) => ({
    family,
    want: 'answer',
    number: numberIn(subject),
    says: askSays.find((each) => each === values['says']) ?? null,
    words: orNull(said(values['words'])),
  }),
  'upstairs-mend': (subject, values) => ({
    family,
    want: 'mend',
    number: numberIn(subject),
    text: said(values['text']),
  }),
};

function said(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : '').trim();
}
