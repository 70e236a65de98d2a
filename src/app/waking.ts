import type { Instant } from '../domain/time.ts';
import type { Ids, Records } from '../ports.ts';

/** What a due timer sees. `now` is the tick's, which may be later than the timer's own moment. */
export interface Waking {
  readonly records: Records;
  readonly ids: Ids;
  readonly now: Instant;
}
