import type { HuddleId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec, Given } from './intent.ts';
import { noParts, readDue, readPromise, type PromiseParts } from './promise-line.ts';
import { cutNumber } from './promise-number.ts';
import type { RoundIntent } from './rounds.ts';

/** The forms of promises, by what they are for. */
export type PromiseFormName =
  'make' | 'did' | 'could-not' | 'not-yet' | 'not-yet-unnamed' | 'change' | 'no' | 'yes-but' | 'correct';

/** A null number means the one promise that can be meant; with none or several, the person is asked. */
export type PromiseIntent = { readonly family: 'promises' } & (
  | { readonly want: 'list' }
  | { readonly want: 'show'; readonly number: number }
  | { readonly want: 'make'; readonly parts: PromiseParts }
  /** Opens the form with what somebody's message says. */
  | { readonly want: 'make-from'; readonly text: string }
  | { readonly want: 'form'; readonly form: PromiseFormName; readonly number: number | null }
  | { readonly want: 'did'; readonly number: number | null; readonly proof: string | null }
  | { readonly want: 'yes'; readonly number: number | null; readonly but: string | null }
  | { readonly want: 'no'; readonly number: number | null; readonly reason: string | null }
  | {
      readonly want: 'not-yet';
      readonly number: number | null;
      readonly missing: string | null;
      readonly named: boolean;
    }
  | {
      readonly want: 'could-not';
      readonly number: number | null;
      readonly reason: string | null;
      readonly next: string | null;
    }
  | {
      readonly want: 'change';
      readonly number: number | null;
      readonly what: string | null;
      readonly due: LocalDate | null;
      /** All of a line's new words, days and all: of a suggested change none of them is a due date. */
      readonly said?: string;
    }
  | { readonly want: 'correct'; readonly number: number | null; readonly parts: PromiseParts }
  | { readonly want: 'drop' | 'pick-up' | 'pass-on' | 'undo'; readonly number: number | null }
);

/** Button and form subjects: the huddle's id alone, or with the promise's number after a slash. */
export function promiseSubject(huddle: HuddleId, number: number): string {
  return `${huddle}/${String(number)}`;
}

/** The number in a subject; null in one that names the huddle alone. */
export function numberIn(subject: string): number | null {
  const part = subject.split('/')[1];
  return part === undefined || !/^\d+$/.test(part) ? null : Number(part);
}

type Wanted = PromiseIntent extends infer Each ? (Each extends PromiseIntent ? Omit<Each, 'family'> : never) : never;
const promises = (wanted: Wanted): PromiseIntent => ({ family: 'promises', ...wanted });

type Read = PromiseIntent | RoundIntent;

/** Words that only look like a command are offered as an answer, just as they were typed. */
const offered = (line: string): Read => ({ family: 'rounds', want: 'offer', text: line });

export const promiseCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'we will',
    aliases: [
      'i will',
      "we'll",
      "i'll",
      'we promise to',
      'i promise to',
      'promise to',
      'make a promise',
      'new promise',
    ],
    usage: 'we will … by DATE',
    example: 'we will paint the day room by next Friday',
    about: commandWords.weWill,
    who: 'member',
    shown: 'public',
    menu: 'both',
    read: (rest, given, line) =>
      /^(?:not|never)\b/i.test(rest) ? offered(line) : promises({ want: 'make', parts: parts(rest, given) }),
  },
  {
    name: 'promises',
    aliases: ['promise', 'our promises', 'my promises', 'open promises', 'list promises', 'show promises'],
    usage: 'promises',
    example: 'promises',
    about: commandWords.promises,
    who: 'member',
    shown: 'private',
    menu: 'both',
    read: (rest, _given, line) => {
      const cut = cutNumber(rest) ?? cutNumber(`number ${rest}`);
      if (cut?.rest === '') return promises({ want: 'show', number: cut.number });
      const done = cut === null ? null : /^(?:is|was) (?:done|finished|ready)\b[,:.]?\s*(.*)$/is.exec(cut.rest);
      if (cut !== null && done !== null)
        return promises({ want: 'did', number: cut.number, proof: orNull(done[1] ?? '') });
      return rest === '' ? promises({ want: 'list' }) : offered(line);
    },
  },
  {
    name: 'did',
    aliases: [
      'done',
      'we did',
      'i did',
      'done with',
      'finished',
      'we have done',
      'i have done',
      "we've done",
      "i've done",
      'we have finished',
      'i have finished',
      "we've finished",
      "i've finished",
    ],
    usage: 'did N [proof]',
    example: 'did 12 the photo is in the folder',
    about: commandWords.did,
    who: 'member',
    shown: 'public',
    menu: 'both',
    read: (rest, _given, line) =>
      numbered(rest, line, (number, more) => promises({ want: 'did', number, proof: orNull(more) }), false),
  },
  {
    name: 'yes',
    aliases: ['agree', 'agreed', 'i agree', 'i agree to', 'agree to', 'yes to', 'yes please', 'accept'],
    usage: 'yes N',
    example: 'yes 12',
    about: commandWords.yes,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      numbered(rest, line, (number, more) => {
        const but = after(more, 'but');
        return more !== '' && but === null ? null : promises({ want: 'yes', number, but });
      }),
  },
  {
    name: 'not yet',
    aliases: ['not done', 'not finished', "it isn't done", 'it is not done'],
    usage: 'not yet N because …',
    example: 'not yet 12 because it is only on one ward',
    about: commandWords.notYet,
    who: 'member',
    shown: 'public',
    read: readNotYet,
  },
  {
    name: 'no',
    aliases: ['object', 'object to', 'i object to', 'disagree', 'disagree with', 'no to', 'decline'],
    usage: 'no N because …',
    example: 'no 12 because 6pm is too late for me',
    about: commandWords.no,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      numbered(rest, line, (number, more) => promises({ want: 'no', number, reason: reasonIn(more) })),
  },
  {
    name: 'could not',
    aliases: couldNotAliases(),
    usage: 'could not N because …',
    example: 'could not 2 because no money until April',
    about: commandWords.couldNot,
    who: 'member',
    shown: 'public',
    menu: 'chat',
    read: (rest, _given, line) =>
      numbered(rest.replace(/^(?:do|keep|finish)\b\s*/i, ''), line, (number, more) => {
        const [reason, next] = more.split(/[.;,]?\s*\bnext:\s*/i);
        return promises({ want: 'could-not', number, reason: reasonIn(reason ?? ''), next: orNull(next ?? '') });
      }),
  },
  {
    name: 'change',
    aliases: ['renegotiate', 'move'],
    usage: 'change N to …',
    example: 'change 12 to meet in the evening, by the end of next month',
    about: commandWords.change,
    who: 'member',
    shown: 'public',
    read: (rest, given, line) => {
      const cut = cutNumber(rest);
      if (cut === null)
        return rest === '' ? promises({ want: 'change', number: null, what: null, due: null }) : offered(line);
      const said = after(cut.rest, 'to') ?? cut.rest;
      const whole = said === '' ? {} : { said };
      return promises({ want: 'change', number: cut.number, ...readDue(withoutWill(said), given), ...whole });
    },
  },
  {
    name: 'drop',
    aliases: ['let go of', 'let go', 'drop promise'],
    usage: 'drop N',
    example: 'drop 12',
    about: commandWords.drop,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => plain('drop', rest, line),
  },
  {
    name: 'pick up',
    aliases: ['i can do', 'i can do this', 'i can pick up', 'take up'],
    usage: 'pick up N',
    example: 'pick up 12',
    about: commandWords.pickUp,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => plain('pick-up', rest, line),
  },
  {
    name: 'find someone for',
    aliases: ['look for someone for'],
    usage: 'find someone for N',
    example: 'find someone for 12',
    about: commandWords.passOn,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => plain('pass-on', rest, line),
  },
  {
    name: 'correct',
    aliases: ['put right'],
    usage: 'correct N to …',
    example: 'correct 12 to paint the hall, by next Friday',
    about: commandWords.correct,
    who: 'member',
    shown: 'public',
    read: (rest, given, line) => {
      const cut = cutNumber(rest);
      if (cut === null)
        return rest === '' ? promises({ want: 'correct', number: null, parts: noParts }) : offered(line);
      const said = after(cut.rest, 'to') ?? cut.rest;
      return promises({ want: 'correct', number: cut.number, parts: parts(withoutWill(said), given) });
    },
  },
  {
    name: 'undo',
    aliases: ['take back', 'undo that'],
    usage: 'undo N',
    example: 'undo 12',
    about: commandWords.undo,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => plain('undo', rest, line),
  },
];

function couldNotAliases(): readonly string[] {
  const words = ['could not', "couldn't", 'couldnt', 'can not', 'cannot', "can't", 'cant'];
  const bare = words.filter((word) => word !== 'could not');
  return [...bare, ...['we', 'i'].flatMap((who) => words.map((word) => `${who} ${word}`)), "can't do", 'could not do'];
}

/**
 * Words that mean something only with a number act with one, or alone, or with a reason: then when exactly one thing
 * waits. Anything else is somebody talking: "no problem" is an answer, not a no.
 */
function numbered(
  rest: string,
  line: string,
  intent: (number: number | null, rest: string) => PromiseIntent | null,
  reasonAlone = true,
): Read {
  const cut = cutNumber(rest);
  if (cut !== null) return intent(cut.number, cut.rest) ?? offered(line);
  const alone = rest === '' || (reasonAlone && /^,?\s*(?:because|but|without (?:my|a) name)\b/i.test(rest));
  return alone ? (intent(null, rest) ?? offered(line)) : offered(line);
}

function plain(want: 'drop' | 'pick-up' | 'pass-on' | 'undo', rest: string, line: string): Read {
  return numbered(rest, line, (number, more) => (more === '' ? promises({ want, number }) : null), false);
}

const unnamedWords = /,?\s*\bwithout (?:my|a) name\b,?\s*/i;

function readNotYet(rest: string, _given: Given, line: string): Read {
  const named = !unnamedWords.test(rest);
  return numbered(rest.replace(unnamedWords, ' ').trim(), line, (number, more) =>
    promises({ want: 'not-yet', number, missing: reasonIn(more), named }),
  );
}

function parts(rest: string, given: Given): PromiseParts {
  return rest === '' ? noParts : readPromise(rest, given);
}

function withoutWill(words: string): string {
  return words.replace(/^(?:we|i) will\s+/i, '');
}

/** "but the sign fell" → "the sign fell"; null where it does not begin so. */
function after(words: string, joint: 'but' | 'to'): string | null {
  const found = new RegExp(`^,?\\s*${joint}\\b\\s*(.*)$`, 'is').exec(words)?.[1];
  return found === undefined ? null : orNull(found);
}

function reasonIn(words: string): string | null {
  return orNull(words.replace(/^[,:;\s]*(?:because of|because|as|since)?\b\s*/i, ''));
}

function orNull(words: string): string | null {
  const text = words.trim();
  return text === '' ? null : text;
}
