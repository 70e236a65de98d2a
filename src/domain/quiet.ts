import type { QuietHours } from './person.ts';
import type { Instant, LocalDate, LocalTime, Zone } from './time.ts';
import { addDays, addMs, instantAt, localDate } from './time.ts';

/** One quiet span on the clock: from its first moment up to, not with, `to`. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const minuteMs = 60_000;

/** The moment itself, or the end of the quiet span that it falls in. */
export function afterQuiet(at: Instant, zone: Zone, quiet: QuietHours): Instant {
  return spanAround(at, zone, quiet)?.to ?? at;
}

/** The moment itself, or the last minute before the quiet span that it falls in. */
export function beforeQuiet(at: Instant, zone: Zone, quiet: QuietHours): Instant {
  const span = spanAround(at, zone, quiet);
  return span === null ? at : addMs(span.from, -minuteMs);
}

/** Whether a time of day is quiet on every day. Equal ends mean no quiet hours at all. */
export function isQuietTime(time: LocalTime, { from, to }: QuietHours): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/**
 * Both ends are moments, found first and compared then, so a doubled or skipped hour at a clock change cannot put the
 * end before the question. A span that began yesterday may still run.
 */
function spanAround(at: Instant, zone: Zone, quiet: QuietHours): Span | null {
  const today = localDate(at, zone);
  const spans = [addDays(today, -1), today].map((date) => spanOn(date, zone, quiet));
  return spans.find(({ from, to }) => from <= at && at < to) ?? null;
}

function spanOn(date: LocalDate, zone: Zone, { from, to }: QuietHours): Span {
  const last = to < from ? addDays(date, 1) : date;
  return { from: instantAt(date, from, zone), to: instantAt(last, to, zone) };
}
