import type { Commitment, PromiseBook } from './commitment.ts';
import { isLate, isLooking, type Times } from './commitment-clock.ts';
import { mayCorrect } from './commitment-make.ts';
import { isHere, mayConfirm, needFilledBy } from './commitment-sides.ts';
import { openNeeds } from './commitment-suggestions.ts';
import { undoing } from './commitment-undo.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './time.ts';

/** Where a promise stands for its readers: its state, with what time and waiting suggestions make of an open one. */
export type PromiseStanding =
  | 'offered'
  | 'declined'
  | 'open'
  | 'disputed'
  | 'suggested'
  | 'late'
  | 'looking'
  | 'claimed'
  | 'kept'
  | 'could-not'
  | 'changed'
  | 'dropped'
  | 'not-kept'
  | 'undone';

export function standingOf(promise: Commitment, now: Instant, times: Times): PromiseStanding {
  const { state } = promise;
  if (state.status !== 'open') return state.status;
  if (promise.suggestion !== null) return 'suggested';
  if (isLooking(promise, now, times)) return 'looking';
  if (isLate(promise, now, times)) return 'late';
  return state.disputed === undefined ? 'open' : 'disputed';
}

/** Not yet at one of its ends. An offered one is no promise yet. */
export function isOpen(promise: Commitment): boolean {
  return promise.state.status === 'open' || promise.state.status === 'claimed';
}

/** How the promises of a huddle came out. Offered, declined and undone ones never were promises and count nowhere. */
export interface Ledger {
  readonly made: number;
  readonly kept: number;
  readonly couldNot: number;
  readonly changed: number;
  readonly dropped: number;
  readonly notKept: number;
  readonly open: number;
}

/** `made` is the sum of all the others. "Kept 3 of 5 finished" counts kept, could not and not kept alone. */
export function ledgerOf(promises: Iterable<Commitment>): Ledger {
  const counts = { kept: 0, couldNot: 0, changed: 0, dropped: 0, notKept: 0, open: 0 };
  for (const { state } of promises) {
    if (state.status === 'kept') counts.kept += 1;
    if (state.status === 'could-not') counts.couldNot += 1;
    if (state.status === 'changed') counts.changed += 1;
    if (state.status === 'dropped') counts.dropped += 1;
    if (state.status === 'not-kept') counts.notKept += 1;
    if (state.status === 'open' || state.status === 'claimed') counts.open += 1;
  }
  return { made: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}

/** How many have come to an end that is judged: changed and dropped ones were agreed, so they are not among them. */
export function finished(ledger: Ledger): number {
  return ledger.kept + ledger.couldNot + ledger.notKept;
}

/** The one thing on a promise that waits for this person's yes. */
export type Waiting = 'offer' | 'claim' | 'suggestion' | 'pick-up';

export function waitsFor(promise: Commitment, person: PersonId, book: PromiseBook): Waiting | null {
  const { state, suggestion } = promise;
  if (!isHere(book.members.get(person))) return null;
  if (state.status === 'offered') return state.to.includes(person) ? 'offer' : null;
  if (state.status === 'claimed') return mayConfirm(promise, person, book) === null ? 'claim' : null;
  if (state.status !== 'open') return null;
  if (suggestion !== null) {
    const said = suggestion.yes.some((yes) => yes.person === person);
    const fills = needFilledBy(openNeeds(suggestion), suggestion.needs, book.members.get(person)) !== null;
    return fills && !said ? 'suggestion' : null;
  }
  return promise.pickUp !== null && promise.owners.includes(person) ? 'pick-up' : null;
}

/** What a person may do with a promise now, in the order in which it is offered. */
export type PromiseAct =
  'yes' | 'no' | 'not-yet' | 'did' | 'could-not' | 'change' | 'drop' | 'pass-on' | 'pick-up' | 'correct' | 'undo';

export function actsOf(promise: Commitment, person: PersonId, now: Instant, book: PromiseBook): readonly PromiseAct[] {
  if (!isHere(book.members.get(person))) return [];
  const owns = promise.owners.includes(person);
  const waits = waitsFor(promise, person, book);
  const open = promise.state.status === 'open';
  const free = open && promise.suggestion === null && promise.pickUp === null;
  const acts: readonly [PromiseAct, boolean][] = [
    ['yes', waits !== null],
    ['not-yet', waits === 'claim'],
    ['no', waits !== null && waits !== 'claim'],
    ['did', open && owns],
    ['could-not', (open || promise.state.status === 'claimed') && owns],
    ['pick-up', free && !owns && isLooking(promise, now, book)],
    ['change', free],
    ['drop', free],
    ['pass-on', free && owns && !isLooking(promise, now, book)],
    ['correct', mayCorrect(promise, { at: now, by: person })],
    ['undo', undoing(promise, { at: now, by: person }) !== null],
  ];
  return acts.filter(([, may]) => may).map(([act]) => act);
}
