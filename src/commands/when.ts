import type { Schedule } from '../domain/schedule.ts';
import type { LocalDate, LocalTime, Weekday } from '../domain/time.ts';
import { addDays, weekday } from '../domain/time.ts';
import { readDate } from './when-date.ts';
import { readTime } from './when-time.ts';
import { plainWords, readWeekday } from './when-words.ts';

/**
 * What a line lacks to be a schedule: no day, no time (or one that could be morning or afternoon), two times, a rhythm
 * that is not by weeks, or words that mean nothing here. `days` are those it did name.
 */
export interface ScheduleGap {
  readonly gap: 'days' | 'time' | 'two-times' | 'not-weekly' | 'not-understood';
  readonly days: readonly Weekday[];
}

/** `now` is the time of day: a schedule whose time has passed today begins on its next day. */
interface Today {
  readonly today: LocalDate;
  readonly now?: LocalTime;
}

/**
 * "every other Tuesday at 2pm", "Mon, Wed and Fri 10:00", "weekdays at 9:30" → a schedule. Caps and quiet hours are not
 * looked at here. Every n weeks counts from the first week in which it can still be asked.
 */
export function readSchedule(
  text: string,
  { today, now = '00:00' }: Today,
): { readonly schedule: Schedule } | ScheduleGap {
  const rhythm = cutRhythm(plainWords(text).replace(/\b(?:every|each) day\b/, 'daily'));
  const { days, rest } = cutDays(rhythm.rest);
  const times = timesIn(rest);
  if (rhythm.everyWeeks === null) return { gap: 'not-weekly', days };
  if (times === null) return { gap: 'not-understood', days };
  const [time, second] = times;
  if (days.length === 0) return { gap: 'days', days };
  if (second !== undefined) return { gap: 'two-times', days };
  if (time === undefined || time === null) return { gap: 'time', days };
  const facts = { days, time, everyWeeks: rhythm.everyWeeks };
  return { schedule: { ...facts, anchor: firstMonday(facts, today, now) } };
}

interface Rhythm {
  /** Null for months, and for anything else that is not by weeks. */
  readonly everyWeeks: number | null;
  readonly rest: string;
}

/** In this order, so that "every 2 weeks" is not read as "every". */
const rhythms: readonly (readonly [RegExp, (found: RegExpExecArray) => number | null])[] = [
  [/\b(?:monthly|quarterly|yearly|(?:every|of the|of each|of every|a|each) (?:month|year))\b/, () => null],
  [/\b(?:once )?(?:every|in) (\d+) weeks?\b/, (found) => Number(found[1])],
  [
    /\b(?:once )?(?:every|each|a) fortnight\b|\bfortnightly\b|\bbi-?weekly\b|\b(?:every other|alternate) weeks?\b/,
    () => 2,
  ],
  [/\bevery other\b|\balternate\b|\bevery 2 (?=[a-z])/, () => 2],
  [/\bevery (\d) (?=[a-z])/, (found) => Number(found[1])],
  [/\b(?:(?:once |twice |\d times )?(?:every|each|a) week|weekly|every|each)\b/, () => 1],
];

function cutRhythm(words: string): Rhythm {
  for (const [pattern, weeks] of rhythms) {
    const found = pattern.exec(words);
    if (found !== null) return { everyWeeks: weeks(found), rest: words.replace(pattern, ' ') };
  }
  return { everyWeeks: 1, rest: words };
}

/** "Mon, Wed and Fri", "Monday to Thursday", "weekdays": the days in order, and the words without them. */
function cutDays(words: string): { readonly days: readonly Weekday[]; readonly rest: string } {
  const days = new Set<Weekday>();
  const add = (from: Weekday, to: Weekday) => {
    for (const day of daysFrom(from, to)) days.add(day);
    return ' ';
  };
  const rest = words
    .replace(/\b(?:week ?days?|work(?:ing)? ?days?)\b/g, () => add(1, 5))
    .replace(/\bweek-?ends?\b/g, () => add(6, 7))
    .replace(/\b(?:daily|all days)\b/g, () => add(1, 7))
    .replace(/\b([a-z]+)(?: to | through | until | ?- ?)([a-z]+)\b/g, (both, from: string, to: string) => {
      const [first, last] = [readWeekday(from), readWeekday(to)];
      return first === null || last === null ? both : add(first, last);
    })
    .replace(/\b[a-z]+\b/g, (word) => {
      const day = readWeekday(word);
      return day === null ? word : add(day, day);
    });
  return { days: [...days].sort((a, b) => a - b), rest };
}

/** Both ends are in it; it may run over the end of the week. */
function daysFrom(from: Weekday, to: Weekday): readonly Weekday[] {
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => (((from - 1 + at) % 7) + 1) as Weekday);
}

const filling = /\b(?:on|at|the|in|please|of|we meet|ask)\b/g;

/** The times that are left; null stands for an hour that could be either half of the day. Null alone: other words. */
function timesIn(words: string): readonly (LocalTime | null)[] | null {
  const pieces = words
    .split(/,|;|&|\/|\+|\band\b/)
    .map((piece) => piece.replace(filling, ' ').replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '');
  const times = pieces.map((piece) => ({
    time: readTime(piece),
    bare: /^(?:\d|(?:half|.*\d) (?:past|to) \d)\d?$/.test(piece),
  }));
  return times.every(({ time, bare }) => time !== null || bare) ? times.map(({ time }) => time) : null;
}

function firstMonday({ days, time }: Pick<Schedule, 'days' | 'time'>, today: LocalDate, now: LocalTime): LocalDate {
  let date = time > now ? today : addDays(today, 1);
  while (!days.includes(weekday(date))) date = addDays(date, 1);
  return addDays(date, 1 - weekday(date));
}

/**
 * The last " by …" whose tail is a date, taken out of a line: "sew it by hand by Friday" → "sew it by hand", Friday. A
 * comma ends the date, and what stands behind it stays in the rest. The whole line may be a date too. `date` is null,
 * and the line stays whole, where none is found.
 */
export function cutDate(text: string, today: LocalDate): { readonly rest: string; readonly date: LocalDate | null } {
  const whole = readDate(text, today);
  if (whole !== null) return { rest: '', date: whole };
  for (const { index } of [...text.matchAll(/(?<=^|[\s,])by\s/gi)].reverse()) {
    const cut = dateAt(text.slice(index + 3), today);
    const before = text.slice(0, index).replace(/[\s,]+$/, '');
    if (cut !== null) return { rest: joined(before, cut.after), date: cut.date };
  }
  return { rest: text, date: null };
}

/** The longest run of comma-parted pieces that is a date: "Tuesday, 9 March, for staff" → 9 March, "for staff". */
function dateAt(tail: string, today: LocalDate): { readonly date: LocalDate; readonly after: string } | null {
  const pieces = tail.split(',');
  for (let many = Math.min(pieces.length, 3); many > 0; many--) {
    const date = readDate(pieces.slice(0, many).join(' '), today);
    if (date !== null) return { date, after: pieces.slice(many).join(',').trim() };
  }
  return null;
}

function joined(before: string, after: string): string {
  return after === '' ? before : before === '' ? after : `${before}, ${after}`;
}
