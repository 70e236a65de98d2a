import type { Instant } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { partNotes, type TypedNotes } from './meeting-line.ts';
import { cutNumber } from './promise-number.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type MeetingIntent = { readonly family: 'meetings' } &
  /** Null opens the form. With a number they are the notes of that meeting, put right. */
  (
    | { readonly want: 'note'; readonly number: number | null; readonly typed: TypedNotes | null }
    | { readonly want: 'list' }
    | { readonly want: 'show' | 'drop'; readonly number: number }
    /** `noted` is the version that was read. */
    | { readonly want: 'right'; readonly number: number; readonly noted: Instant | null }
    /** Null words open the form. */
    | { readonly want: 'wrong'; readonly number: number; readonly what: string | null }
  );

type Read = MeetingIntent | RoundIntent;
type Values = Readonly<Record<string, string | readonly string[]>>;
const meetings = 'meetings';

export const meetingCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'met',
    aliases: ['we met', 'notes of a meeting', 'note a meeting', 'spoke'],
    usage: 'met on DATE: HOW MANY of each group; promise: …; idea: …; yes N',
    example: 'met today: 3 staff, 4 artists; idea: a bench',
    about: commandWords.met,
    who: 'member',
    shown: 'public',
    read: (rest, given, line) => {
      if (rest === '') return { family: meetings, want: 'note', number: null, typed: null };
      const typed = partNotes(rest.replace(/^[:,\s]+/, ''), given.today);
      return typed === null ? offered(line) : { family: meetings, want: 'note', number: null, typed };
    },
  },
  {
    name: 'meetings',
    aliases: ['meeting', 'our meetings', 'list meetings', 'show meetings'],
    usage: 'meetings [N] [N is right, N is wrong because …, N put right, N take back]',
    example: 'meetings 2 is right',
    about: commandWords.meetings,
    who: 'member',
    shown: 'public',
    read: readMeeting,
  },
];

function readMeeting(rest: string, _given: unknown, line: string): Read {
  if (isAlone(rest)) return { family: meetings, want: 'list' };
  const cut = /^\D{0,10}\d/.test(rest) ? cutNumber(rest) : null;
  if (cut === null) return offered(line);
  const { number } = cut;
  const words = cut.rest.toLowerCase();
  if (words === '') return { family: meetings, want: 'show', number };
  if (/^(?:is |are |they are )?(?:right|yes|confirmed|ok|okay|fine)$/.test(words))
    return { family: meetings, want: 'right', number, noted: null };
  if (/^(?:put (?:it )?right|mend|change|correct)$/.test(words))
    return { family: meetings, want: 'note', number, typed: null };
  if (/^(?:take (?:it )?back|undo|drop)$/.test(words)) return { family: meetings, want: 'drop', number };
  const [, what] = /^(?:is |are )?(?:wrong|not right)\b[,:]?\s*(?:because\b\s*)?(.*)$/is.exec(cut.rest) ?? [];
  return what === undefined
    ? offered(line)
    : { family: meetings, want: 'wrong', number, what: what === '' ? null : what };
}

/** Subjects: the huddle's id, after a slash the meeting's number, and after another the version that was read. */
export const meetingActions: Readonly<Record<string, (subject: string) => MeetingIntent>> = {
  meetings: () => ({ family: meetings, want: 'list' }),
  met: (subject) => ({ family: meetings, want: 'note', number: numberIn(subject), typed: null }),
  'meeting-show': (subject) => ({ family: meetings, want: 'show', number: numberIn(subject) ?? 0 }),
  'meeting-right': (subject) => ({
    family: meetings,
    want: 'right',
    number: numberIn(subject) ?? 0,
    noted: subject.split('/')[2] ?? null,
  }),
  'meeting-wrong': (subject) => ({ family: meetings, want: 'wrong', number: numberIn(subject) ?? 0, what: null }),
  'meeting-drop': (subject) => ({ family: meetings, want: 'drop', number: numberIn(subject) ?? 0 }),
};

export const meetingForms: Readonly<Record<string, (subject: string, values: Values) => MeetingIntent>> = {
  met: (subject, values) => ({
    family: meetings,
    want: 'note',
    number: numberIn(subject),
    typed: {
      day: textIn(values['day']),
      there: textIn(values['there']),
      promises: linesIn(values['promises']),
      yeses: linesIn(values['yeses']),
      ideas: linesIn(values['ideas']).map((line) => (/^ideas?\b/i.test(line) ? line : `idea ${line}`)),
      other: [],
    },
  }),
  'meeting-wrong': (subject, values) => ({
    family: meetings,
    want: 'wrong',
    number: numberIn(subject) ?? 0,
    what: textIn(values['what']),
  }),
};

function textIn(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

function linesIn(value: string | readonly string[] | undefined): readonly string[] {
  return textIn(value)
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
