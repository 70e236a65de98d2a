import type { Commitment, OnPromise, PromiseBook, PromiseRefusalCode } from './commitment.ts';
import { actsOf, type PromiseAct } from './commitment-standing.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** What a person must be able to do with a promise for these words to mean it. */
const needs: Readonly<Record<OnPromise['type'], readonly PromiseAct[]>> = {
  Agree: ['yes'],
  Refuse: ['no', 'not-yet'],
  Claim: ['did'],
  NotYet: ['not-yet'],
  CouldNot: ['could-not'],
  SuggestChange: ['change'],
  SuggestDrop: ['drop'],
  PickUp: ['pick-up'],
  PassOn: ['pass-on'],
  Undo: ['undo'],
  Correct: ['correct'],
};

const answering: readonly OnPromise['type'][] = ['Agree', 'Refuse', 'NotYet'];

/** The promise that is meant: by its number, or without one when there is exactly one that it can be. */
export function promiseMeant(
  command: {
    readonly type: OnPromise['type'];
    readonly number: number | null;
    readonly by: PersonId;
    readonly now: Instant;
  },
  book: PromiseBook,
): Commitment | Refusal<PromiseRefusalCode> {
  const { type, number, by, now } = command;
  if (number !== null) return book.promises.get(number) ?? refuse('no-such-promise', { number });
  const could = [...book.promises.values()].filter((promise) =>
    actsOf(promise, by, now, book).some((act) => needs[type].includes(act)),
  );
  const [only, another] = could;
  if (only === undefined) return refuse(answering.includes(type) ? 'nothing-waits-for-you' : 'none-of-yours');
  if (another === undefined) return only;
  return refuse('which-number', { numbers: could.map((promise) => String(promise.number)) });
}
