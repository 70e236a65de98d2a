import { sweepsAt, type Kept, type Sweep } from '../domain/retention.ts';
import { localDate } from '../domain/time.ts';
import type { Clock, Log, Store } from '../ports.ts';

/** How much went, or would go, by kind. Kinds of which there is none are left out. */
export type Counts = Partial<Readonly<Record<Kept, number>>>;

/** Rows in one transaction: so few that an answer which comes meanwhile does not wait for them. */
const atOnce = 200;

/** What would go now. Changes nothing. */
export async function countOld({ read }: Pick<Store, 'read'>, sweeps: readonly Sweep[]): Promise<Counts> {
  const counts: Partial<Record<Kept, number>> = {};
  for (const sweep of sweeps) {
    const count = await read.retention.count(sweep);
    if (count > 0) counts[sweep.what] = count;
  }
  return counts;
}

/**
 * Takes away what has been kept for long enough, a few rows a transaction. Killed half-way, the next run goes on: a row
 * that is gone is not found again, and each stands for itself.
 */
export async function takeOld(store: Store, sweeps: readonly Sweep[]): Promise<Counts> {
  const counts: Partial<Record<Kept, number>> = {};
  for (const sweep of sweeps) {
    let taken = 0;
    for (let some = atOnce; some === atOnce; taken += some)
      some = await store.transact((records) => records.retention.take(sweep, atOnce));
    if (taken > 0) counts[sweep.what] = taken;
  }
  if (Object.keys(counts).length > 0) await store.overwrite();
  return counts;
}

/** Once a day. Running it again on the same day, or on two instances, finds nothing more to take. */
export function createRetention({
  store,
  clock,
  wallClock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly wallClock: Clock;
  readonly log: Log;
}) {
  let last = '';
  return async (): Promise<void> => {
    const now = clock.now();
    const today = localDate(now, 'UTC');
    if (today === last) return;
    const counts = await takeOld(store, sweepsAt({ now, wallNow: wallClock.now() }));
    last = today;
    if (Object.keys(counts).length > 0) log.info('took away what is kept no longer', { ...counts });
  };
}
