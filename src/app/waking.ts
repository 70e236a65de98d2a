import type { HuddleId } from '../domain/ids.ts';
import type { Huddle } from '../domain/huddle.ts';
import { addMs, hourMs, type Instant } from '../domain/time.ts';
import type { WakeKind } from '../ports-kept.ts';
import type { BankHolidays, Ids, Records } from '../ports.ts';
import { mayBegin } from './begin.ts';

/** What a due timer sees. `now` is the tick's, which may be later than the timer's own moment. */
export interface Waking {
  readonly records: Records;
  readonly ids: Ids;
  readonly bankHolidays: BankHolidays;
  readonly now: Instant;
  /** Real people are here: nothing is asked or posted before the huddle is ready for them. */
  readonly mustBeReady: boolean;
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

/** The huddle as it is stored now, or null while it is not ready. Then what is due is looked at again in an hour. */
export async function whenReady(
  huddle: Huddle,
  { kind, subject }: { readonly kind: WakeKind; readonly subject: string },
  waking: Waking,
): Promise<Huddle | null> {
  const begun = await mayBegin(huddle, waking);
  if (begun === null) await waking.records.timers.set(kind, subject, huddle.id, addMs(waking.now, hourMs));
  return begun;
}
