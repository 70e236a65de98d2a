import type { PersonId, Platform } from './ids.ts';
import type { Instant, LocalTime, Zone } from './time.ts';

/** A span of the local day in which nothing is sent to a reader. It may cross midnight. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Nothing is sent between 8pm and 8am of the reader, unless they choose otherwise. */
export const defaultQuietHours: QuietHours = { from: '20:00', to: '08:00' };

/** Someone, across huddles and platforms. `zone` and `quiet` are null until they set their own; the huddle's hold then. */
export interface Person {
  readonly id: PersonId;
  /** The name they want used. */
  readonly name: string;
  readonly zone: Zone | null;
  readonly quiet: QuietHours | null;
  /** Where they want private notes, of the platforms they have an account on; null is the account that came first. */
  readonly reachOn: Platform | null;
  /** Until then no note of ours goes to them, save one that lasts for their safety. Why is kept nowhere. */
  readonly heldUntil?: Instant;
}
