import { Temporal } from 'temporal-polyfill';

/** A moment: ISO 8601 in UTC with milliseconds, "2027-03-01T10:00:00.000Z". Two of them compare as text. */
export type Instant = string;
/** A day where the huddle is: "2027-03-01". Two of them compare as text. */
export type LocalDate = string;
/** A time of day where the huddle is, 24-hour: "10:00". */
export type LocalTime = string;
/** An IANA zone name: "Europe/London". */
export type Zone = string;
/** ISO: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A local week, Monday 00:00 to Sunday 24:00. `to` is the first moment of the next week. */
export interface Week {
  readonly monday: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The moment a local date and time name. At a clock change: `compatible`, so a skipped time moves forward, a doubled one is the first. */
export function instantAt(date: LocalDate, time: LocalTime, zone: Zone): Instant {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return toInstant(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** The first moment of a local day. */
export function startOfDay(date: LocalDate, zone: Zone): Instant {
  return toInstant(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

export function localDate(instant: Instant, zone: Zone): LocalDate {
  return zoned(instant, zone).toPlainDate().toString();
}

export function localTime(instant: Instant, zone: Zone): LocalTime {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

export function weekday(date: LocalDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one local date to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

export function addMs(instant: Instant, ms: number): Instant {
  return toInstant(epochMs(instant) + ms);
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The same wall-clock time some days on, so that "72 hours" over a clock change still ends at 10am. */
export function addLocalDays(instant: Instant, days: number, zone: Zone): Instant {
  return toInstant(zoned(instant, zone).add({ days }).epochMilliseconds);
}

/** The same local day and time some months on; the last day of a shorter month. */
export function addLocalMonths(instant: Instant, months: number, zone: Zone): Instant {
  return toInstant(zoned(instant, zone).add({ months }).epochMilliseconds);
}

/** The local week that holds this moment. */
export function weekOf(instant: Instant, zone: Zone): Week {
  const date = localDate(instant, zone);
  return weekFrom(addDays(date, 1 - weekday(date)), zone);
}

export function weekFrom(monday: LocalDate, zone: Zone): Week {
  return { monday, from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 7), zone) };
}

function zoned(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs(instant)).toZonedDateTimeISO(zone);
}
