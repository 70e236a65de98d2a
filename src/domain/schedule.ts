import type { QuietHours } from './person.ts';
import { isQuietTime } from './quiet.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { Instant, LocalDate, LocalTime, Weekday, Zone } from './time.ts';
import { addDays, daysBetween, instantAt, localDate, weekday } from './time.ts';

/** When a check-in is asked, as structured data. Local to the huddle's zone. */
export interface Schedule {
  /** In order, without repeats, at most three. */
  readonly days: readonly Weekday[];
  readonly time: LocalTime;
  /** 1 is every week, 2 every other week. */
  readonly everyWeeks: number;
  /** The Monday of a week in which it is asked; every n weeks counts from there. */
  readonly anchor: LocalDate;
}

/** More than three questions a week tire people out (D15). One a day is the shape of `Schedule` itself. */
export const mostDaysAWeek = 3;
export const mostWeeksBetween = 8;

export type ScheduleRefusal = Refusal<'no-days' | 'too-many-days' | 'time-is-quiet' | 'weeks-out-of-range'>;

/**
 * The first moment after `after`, never `after` itself, at which the check-in is due. At a clock change a skipped time
 * moves forward and a doubled one is its first, so each day is asked once: never zero times, never twice.
 */
export function nextDue(schedule: Schedule, zone: Zone, after: Instant): Instant {
  // A day before, since a skipped time can move past midnight into the next day.
  let date = addDays(localDate(after, zone), -1);
  for (let day = 0; day <= 7 * schedule.everyWeeks + 8; day++) {
    const due = isAskedOn(schedule, date) ? instantAt(date, schedule.time, zone) : null;
    if (due !== null && due > after) return due;
    date = addDays(date, 1);
  }
  throw new Error('a schedule without days is never due');
}

/** The local date that a due moment stands for: the round's own name, so that an edited time cannot double it. */
export function roundDate(schedule: Schedule, zone: Zone, due: Instant): LocalDate {
  const date = localDate(due, zone);
  const before = addDays(date, -1);
  const moved = isAskedOn(schedule, before) && instantAt(before, schedule.time, zone) === due;
  return moved ? before : date;
}

export function isAskedOn(schedule: Schedule, date: LocalDate): boolean {
  const weeks = Math.floor(daysBetween(schedule.anchor, date) / 7);
  // JavaScript's % keeps the sign; either zero will do.
  return weeks % schedule.everyWeeks === 0 && schedule.days.includes(weekday(date));
}

/** Holds a schedule to the caps and to the place's quiet hours; null when it may be saved. */
export function checkSchedule(schedule: Schedule, { quiet }: { readonly quiet: QuietHours }): ScheduleRefusal | null {
  const { days, time, everyWeeks } = schedule;
  if (days.length === 0) return refuse('no-days');
  if (days.length > mostDaysAWeek) {
    return refuse('too-many-days', { days: days.map(String), keep: daysToKeep(days).map(String) });
  }
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > mostWeeksBetween) {
    return refuse('weeks-out-of-range', { most: mostWeeksBetween });
  }
  if (isQuietTime(time, quiet)) return refuse('time-is-quiet', { time, from: quiet.from, to: quiet.to });
  return null;
}

/** The three of too many days that lie furthest apart: of weekdays Monday, Wednesday and Friday. */
export function daysToKeep(days: readonly Weekday[]): readonly Weekday[] {
  let best: readonly Weekday[] = days.slice(0, mostDaysAWeek);
  for (const three of threes(days)) if (spread(three) > spread(best)) best = three;
  return best;
}

function threes(days: readonly Weekday[]): readonly (readonly Weekday[])[] {
  return days.flatMap((first, i) =>
    days.slice(i + 1).flatMap((second, j) => days.slice(i + j + 2).map((third) => [first, second, third])),
  );
}

/** The product of the gaps round the week is greatest where they are most alike. */
function spread(days: readonly Weekday[]): number {
  return days.reduce<number>((product, day, at) => {
    const next = days[at + 1] ?? (days[0] ?? day) + 7;
    return product * (next - day);
  }, 1);
}
