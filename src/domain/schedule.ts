import type { LocalDate, LocalTime, Weekday } from './time.ts';

/** When a check-in is asked, as structured data. Local to the huddle's zone. */
export interface Schedule {
  /** In order, without repeats, at most three (DOMAIN 0.11). */
  readonly days: readonly Weekday[];
  readonly time: LocalTime;
  /** 1 is every week, 2 every other week. */
  readonly everyWeeks: number;
  /** The Monday of a week in which it is asked; every n weeks counts from there. */
  readonly anchor: LocalDate;
}
