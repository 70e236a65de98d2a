import type { Schedule } from './schedule.ts';
import { isAskedOn, mostDaysAWeek, nextDue, roundDate } from './schedule.ts';
import type { Instant, LocalDate, Zone } from './time.ts';
import { addDays, instantAt, localDate, startOfDay, weekday } from './time.ts';

/** The parts of the United Kingdom, each with bank holidays of its own. */
export type Region = 'england' | 'scotland' | 'wales' | 'northern-ireland';

export const regions: readonly Region[] = ['england', 'scotland', 'wales', 'northern-ireland'];

/** The bank holidays that a huddle goes by, as data: the rules ask no list for them. */
export interface HuddleHolidays {
  readonly region: Region;
  /** What becomes of a question that would fall on one. */
  readonly then: 'move' | 'skip';
  /** In order, none on a weekend: a year and the next. Beyond them nothing is known to be a holiday. */
  readonly days: readonly LocalDate[];
  /** The first of the two years. */
  readonly year: number;
}

/** Where and by which holidays a schedule is lived. */
export interface Home {
  readonly zone: Zone;
  readonly holidays?: HuddleHolidays | undefined;
}

/** One day of a schedule: `named` by the schedule, and the day it falls on; null where it falls away. */
export interface Occurrence {
  readonly named: LocalDate;
  readonly on: LocalDate | null;
}

/** How far a question can move: after a week there is a day of its own again. What finds no room in it falls away. */
const reachDays = 7;
const yearsAhead = 6;

/** The first moment after `after`, holidays looked at, at which something is due. */
export function nextComing(schedule: Schedule, home: Home, after: Instant): Instant {
  if (home.holidays === undefined) return nextDue(schedule, home.zone, after);
  const today = localDate(after, home.zone);
  const from = addDays(today, -reachDays - 1);
  for (let days = 7 * schedule.everyWeeks + reachDays; days < 366 * yearsAhead; days *= 2) {
    const to = addDays(today, days);
    const [first] = momentsOf(schedule, home, { from, to }).filter(({ at }) => at > after);
    // One that moved beyond the days looked at might be overtaken by one behind them.
    if (first !== undefined && first.on <= to) return first.at;
  }
  throw new Error('a schedule without days is never due');
}

/** The next `count` moments, earliest first. */
export function nextComings(
  schedule: Schedule,
  home: Home,
  { after, count }: { readonly after: Instant; readonly count: number },
): readonly Instant[] {
  const comings: Instant[] = [];
  for (let last = after; comings.length < count;) {
    last = nextComing(schedule, home, last);
    comings.push(last);
  }
  return comings;
}

/** All of them after one moment and before another, earliest first. */
export function comingsBetween(
  schedule: Schedule,
  home: Home,
  { after, before }: { readonly after: Instant; readonly before: Instant },
): readonly Instant[] {
  const comings: Instant[] = [];
  for (let at = nextComing(schedule, home, after); at < before; at = nextComing(schedule, home, at)) comings.push(at);
  return comings;
}

/** The day that the schedule names for a due moment, before any move: a round's own name. */
export function namedDate(schedule: Schedule, home: Home, due: Instant): LocalDate {
  const plain = roundDate(schedule, home.zone, due);
  if (home.holidays === undefined) return plain;
  const window = { from: addDays(plain, -reachDays), to: addDays(plain, 1) };
  return momentsOf(schedule, home, window).find(({ at }) => at === due)?.named ?? plain;
}

/** The days of a schedule that are named in a span of dates, with where holidays take them. */
export function occurrences(
  schedule: Schedule,
  { holidays }: Home,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly Occurrence[] {
  const off = new Set(holidays?.days);
  const moved = new Set<LocalDate>();
  const all: Occurrence[] = [];
  for (let date = whereMovesBegin(schedule, off, from); date <= to; date = addDays(date, 1)) {
    if (!isAskedOn(schedule, date)) continue;
    const on = !off.has(date) ? date : holidays?.then === 'skip' ? null : freeDay(date, { schedule, off, moved });
    if (on !== null && on !== date) moved.add(on);
    all.push({ named: date, on });
  }
  return all.filter(({ named }) => named >= from);
}

export function isHoliday(date: LocalDate, { holidays }: Pick<Home, 'holidays'>): boolean {
  return holidays?.days.includes(date) ?? false;
}

/** The moment itself, or the first moment of the next local day that is no bank holiday. */
export function afterHoliday(at: Instant, home: Home): Instant {
  let date = localDate(at, home.zone);
  if (!isHoliday(date, home)) return at;
  while (isHoliday(date, home)) date = addDays(date, 1);
  return startOfDay(date, home.zone);
}

function momentsOf(
  schedule: Schedule,
  home: Home,
  span: { readonly from: LocalDate; readonly to: LocalDate },
): readonly { readonly at: Instant; readonly on: LocalDate; readonly named: LocalDate }[] {
  return occurrences(schedule, home, span)
    .flatMap(({ named, on }) => (on === null ? [] : [{ at: instantAt(on, schedule.time, home.zone), on, named }]))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Where a question goes depends on those that moved shortly before it, so one begins where none did for a while. */
function whereMovesBegin(schedule: Schedule, off: ReadonlySet<LocalDate>, from: LocalDate): LocalDate {
  let begin = from;
  for (let back = 1; back <= 2 * reachDays; back++) {
    const date = addDays(begin, -back);
    if (!off.has(date) || !isAskedOn(schedule, date)) continue;
    begin = date;
    back = 0;
  }
  return begin;
}

interface Moving {
  readonly schedule: Schedule;
  readonly off: ReadonlySet<LocalDate>;
  /** Days that others have moved to. */
  readonly moved: ReadonlySet<LocalDate>;
}

/** The next working day that has no question of its own, in a week that has room for one more (D15). */
function freeDay(date: LocalDate, moving: Moving): LocalDate | null {
  for (let days = 1; days <= reachDays; days++) {
    const day = addDays(date, days);
    if (weekday(day) > 5 || moving.off.has(day) || hasQuestion(day, moving)) continue;
    if (questionsInWeekOf(day, moving) < mostDaysAWeek) return day;
  }
  return null;
}

function questionsInWeekOf(day: LocalDate, moving: Moving): number {
  const monday = addDays(day, 1 - weekday(day));
  return [0, 1, 2, 3, 4, 5, 6].filter((on) => hasQuestion(addDays(monday, on), moving)).length;
}

function hasQuestion(day: LocalDate, { schedule, off, moved }: Moving): boolean {
  return moved.has(day) || (!off.has(day) && isAskedOn(schedule, day));
}
