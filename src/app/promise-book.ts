import type { Commitment, PromiseCommand } from '../domain/commitment.ts';
import { wakeAt } from '../domain/commitment-clock.ts';
import { decide } from '../domain/commitment-decide.ts';
import { evolve } from '../domain/commitment-evolve.ts';
import type { CommitmentEvent } from '../domain/events-promises.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { tookOn } from '../domain/load.ts';
import type { Instant } from '../domain/time.ts';
import { promiseSubject } from '../commands/promises.ts';
import type { PromiseFacts } from '../messages/promise-actions.ts';
import type { Records } from '../ports.ts';
import type { Aggregate } from './execute.ts';
import { checkLoad } from './load-checks.ts';
import { meant, openBook, type PromiseState } from './promise-state.ts';
import { reactToPromise } from './reactions/promises.ts';

export const promiseAggregate: Aggregate<PromiseCommand, PromiseState, CommitmentEvent> = {
  load: async (records, command) => ({
    ...(await openBook(records, command.huddle, await meant(records, command))),
    now: command.now,
  }),
  decide,
  evolve,
  save,
  react: reactToPromise,
};

/** Writes what changed, and when time will next have something to do with it. */
async function save(records: Records, after: PromiseState, before: PromiseState): Promise<void> {
  const owners = new Set<PersonId>();
  for (const promise of after.promises.values()) {
    const was = before.promises.get(promise.number);
    if (promise === was) continue;
    await records.promises.save({ ...promise, version: (was?.version ?? 0) + 1 });
    await setTimer(records, promise, after);
    for (const person of tookOn(promise, was)) owners.add(person);
  }
  for (const person of owners) await checkLoad(person, after, records);
}

async function setTimer(records: Records, promise: Commitment, book: PromiseState): Promise<void> {
  const { huddle, number } = promise;
  await records.timers.set('promise', promiseSubject(huddle, number), huddle, wakeAt(promise, book, book.now));
}

/**
 * Sets every promise's timer anew. To be called when a member pauses, comes back, leaves or picks a group, and when the
 * zone or the digest's day or time changes: all of these move the times that promises live by.
 */
export async function setPromiseTimers(records: Records, huddle: HuddleId, now: Instant): Promise<void> {
  const book = { ...(await openBook(records, huddle, await records.promises.list(huddle))), now };
  for (const promise of book.promises.values()) await setTimer(records, promise, book);
}

/** The same for one, after it was woken: what is over is not looked at again. */
export async function setPromiseTimer(
  records: Records,
  { huddle, number, now }: { huddle: HuddleId; number: number; now: Instant },
): Promise<void> {
  const promise = await records.promises.get(huddle, number);
  if (promise === null) return records.timers.set('promise', promiseSubject(huddle, number), huddle, null);
  await setTimer(records, promise, { ...(await openBook(records, huddle, [promise])), now });
}

/** Everything that messages about a huddle's promises are built from. */
export async function promiseFacts(records: Records, huddle: Huddle, now: Instant): Promise<PromiseFacts> {
  const { home: _home, ...book } = await openBook(records, huddle.id, await records.promises.list(huddle.id));
  return { huddle, book, names: await records.people.names(huddle.id), now };
}

/** The same around single promises, for a reply or a note about them. */
export async function factsAround(
  records: Records,
  { huddle, numbers, now }: { huddle: HuddleId; numbers: readonly number[]; now: Instant },
): Promise<PromiseFacts> {
  const found = await Promise.all(numbers.map((number) => records.promises.get(huddle, number)));
  const promises = found.filter((promise) => promise !== null);
  const { home, ...book } = await openBook(records, huddle, promises);
  return { huddle: home, book, names: await records.people.names(huddle), now };
}
