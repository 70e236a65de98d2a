import type { HuddleId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { WakeKind } from '../ports-kept.ts';
import type { BankHolidays, Ids, Records } from '../ports.ts';

/** What a due timer sees. `now` is the tick's, which may be later than the timer's own moment. */
export interface Waking {
  readonly records: Records;
  readonly ids: Ids;
  readonly bankHolidays: BankHolidays;
  readonly now: Instant;
}

/**
 * Whether a huddle has no place in which the bot may speak. Then the timer is taken away, and what it was for keeps its
 * moment; it is set again when a place opens.
 */
export async function rests(
  huddle: HuddleId,
  { kind, subject, records }: { readonly kind: WakeKind; readonly subject: string; readonly records: Records },
): Promise<boolean> {
  if ((await records.huddles.places(huddle)).length > 0) return false;
  await records.timers.set(kind, subject, huddle, null);
  return true;
}
