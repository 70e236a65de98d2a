import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './shapes.ts';
import { longestMoveDays } from './limits.ts';

/** Reads an ISO 8601 moment with its offset ("2027-03-02T09:00:00Z"), or null. */
export function readInstant(text: string): Instant | null {
  return orNull(() => stamp(Temporal.Instant.from(text)));
}

/** The moment an ISO 8601 duration ("P1D") after `from`, days counted where the huddle is; null where it is none. */
export function after(from: Instant, duration: string, zone: Zone): Instant | null {
  return orNull(() => stamp(local(from, zone).add(Temporal.Duration.from(duration)).toInstant()));
}

/** Midday on a local date ("2027-03-02"), or null. */
export function middayOf(date: string, zone: Zone): Instant | null {
  return orNull(() =>
    stamp(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()),
  );
}

/** The local date of a moment: "2027-03-02". */
export function dateOf(at: Instant, zone: Zone): string {
  return local(at, zone).toPlainDate().toString();
}

/** Whether a move is so long that visiting all its moments would take too long. */
export function isTooFar(from: Instant, to: Instant): boolean {
  return Date.parse(to) - Date.parse(from) > longestMoveDays * 86_400_000;
}

function local(at: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

function stamp(instant: Temporal.Instant): Instant {
  return new Date(instant.epochMilliseconds).toISOString();
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
