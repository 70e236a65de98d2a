import { addMs, epochMs, toInstant, type Instant } from '../domain/time.ts';
import type { Clock, Store } from '../ports.ts';

/** A clock that goes on by itself like any other, and can be put forward. Kept in the store, so a restart goes on from there. */
export interface MovableClock extends Clock {
  /** Where it was put last: it has gone on from there since. */
  wasSetTo(): Instant;
  /** Puts it to a moment; only a reset may put it back. */
  set(to: Instant): Promise<void>;
}

const key = 'rehearsal-clock';

/** Goes on from where the last run left it, or from `first` where there was none. */
export async function movableClock(store: Store, first: Instant): Promise<MovableClock> {
  let { at, since } = read(await store.read.facts.get(key)) ?? { at: first, since: Date.now() };
  return {
    now: () => addMs(at, Math.max(0, Date.now() - since)),
    wasSetTo: () => at,
    set: async (to) => {
      // Moments are compared as text, so each has to be written in the same way.
      at = toInstant(epochMs(to));
      since = Date.now();
      await store.transact((records) => records.facts.set(key, `${at} ${toInstant(since)}`));
    },
  };
}

function read(stored: string | null): { at: Instant; since: number } | null {
  const [at, since] = (stored ?? '').split(' ');
  return at === undefined || since === undefined ? null : { at, since: epochMs(since) };
}
