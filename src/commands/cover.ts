import type { HuddleId, PersonId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import { readPerson, type CommandSpec, type Given, type PersonWord } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';
import { readDate } from './when-date.ts';

/** A coordinator is away and names who covers; and the yes or no of whoever is asked to stand in. */
export type CoverIntent = { readonly family: 'cover'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'look' | 'form' | 'back' }
  /** Null is a day that cannot be read. */
  | { readonly want: 'away'; readonly until: LocalDate | null; readonly cover: PersonWord | null }
  /** `of` is the one who is away; null for everyone who asked. */
  | { readonly want: 'stand-in'; readonly yes: boolean; readonly of: PersonId | null }
);

type Spec = CommandSpec<CoverIntent | RoundIntent>;
const here = { family: 'cover', huddle: null } as const;

export const coverCommands: readonly Spec[] = [
  {
    name: 'away',
    aliases: ['i am away', "i'm away"],
    usage: 'away [until DATE, NAME covers]',
    example: 'away until 20 March, Ellis covers',
    about: commandWords.away,
    who: 'coordinator',
    shown: 'private',
    read: readAway,
  },
  {
    name: 'back',
    aliases: ['i am back', "i'm back"],
    usage: 'back',
    example: 'back',
    about: commandWords.back,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'back' } : offered(line)),
  },
  standIn('stand in', ['yes, stand in', 'i will stand in'], true),
  standIn('do not stand in', ['no, do not stand in', 'not stand in', 'stop standing in'], false),
];

function standIn(name: string, aliases: readonly string[], yes: boolean): Spec {
  return {
    name,
    aliases,
    usage: name,
    example: name,
    about: yes ? commandWords.standIn : commandWords.notStandIn,
    who: 'anyone',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'stand-in', yes, of: null } : offered(line)),
  };
}

function readAway(rest: string, { today }: Given, line: string): CoverIntent | RoundIntent {
  if (isAlone(rest)) return { ...here, want: 'look' };
  const typed = rest.replace(/^(?:until|till|to)\s+/i, '');
  const found = dayAndCover(typed.replace(/[.!]+$/, ''), today);
  if (found !== null) return { ...here, want: 'away', ...found };
  // It cannot be an answer: it begins as people say how long they are away.
  return typed === rest ? offered(line) : { ...here, want: 'away', until: null, cover: null };
}

/** "20 March, Ellis covers": the longest beginning that is a day, with a cover after it or nothing. */
function dayAndCover(typed: string, today: LocalDate) {
  const whole = dayIn(typed, today);
  if (whole !== null) return { until: whole, cover: null };
  for (const { index } of [...typed.matchAll(/[\s,;]+/g)].reverse()) {
    const until = dayIn(typed.slice(0, index), today);
    const cover = coverIn(typed.slice(index).replace(/^[\s,;]+/, ''));
    if (until !== null && cover !== null) return { until, cover };
  }
  return null;
}

function coverIn(words: string): PersonWord | null {
  const found =
    /^(?:and\s+)?(.+?)\s+(?:covers|is covering|will cover|stands in|will stand in)(?:\s+for me)?$/i.exec(words) ??
    /^(?:and\s+)?cover(?:ed by|ing is|:)?\s+(.+)$/i.exec(words);
  return found?.[1] === undefined ? null : readPerson(found[1]);
}

/** A day without a year that has passed is next year's. */
function dayIn(words: string, today: LocalDate): LocalDate | null {
  const day = readDate(words, today);
  if (day === null || day >= today || /\d{4}|yesterday|ago/i.test(words)) return day;
  return `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;
}

/** Button subjects: the huddle's id, and of an answer after a slash who is away. */
export const coverActions: Readonly<Record<string, (subject: string) => CoverIntent>> = {
  away: (subject) => ({ ...of(subject), want: 'form' }),
  back: (subject) => ({ ...of(subject), want: 'back' }),
  'stand-in': (subject) => ({ ...of(subject), want: 'stand-in', yes: true, of: secondIn(subject) }),
  'not-stand-in': (subject) => ({ ...of(subject), want: 'stand-in', yes: false, of: secondIn(subject) }),
};

type Values = Readonly<Record<string, string | readonly string[]>>;

export const coverForms: Readonly<Record<string, (subject: string, values: Values) => CoverIntent>> = {
  away: (subject, values) => {
    const until = textIn(values['until']);
    const cover = textIn(values['cover']);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
    return {
      ...of(subject),
      want: 'away',
      until: isDay ? until : null,
      cover: cover === '' ? null : readPerson(cover),
    };
  },
};

function of(subject: string) {
  return { family: 'cover', huddle: subject.split('/', 1)[0] as HuddleId } as const;
}

function secondIn(subject: string): PersonId | null {
  return (subject.split('/')[1] as PersonId | undefined) ?? null;
}

function textIn(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : '').trim();
}
