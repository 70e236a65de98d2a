import { addMs, dayMs, localDate, type Instant } from '../domain/time.ts';
import type { Clock, Log, Store } from '../ports.ts';

/** As the answer form promises: people's words are kept for so long, and then only that they answered. */
const keepWordsDays = 90;

/** Takes old words out once a day. Running it again on the same day, or on two instances, finds nothing more to take. */
export function createRetention({ store, clock, log }: { store: Store; clock: Clock; log: Log }) {
  let last = '';
  return async (): Promise<void> => {
    const now = clock.now();
    const today = localDate(now, 'UTC');
    if (today === last) return;
    const count = await store.transact((records) => records.rounds.forgetWords(before(now)));
    last = today;
    if (count > 0) log.info('took old words out of answers', { count });
  };
}

function before(now: Instant): Instant {
  return addMs(now, -keepWordsDays * dayMs);
}
