import type { Act, Commitment, PromiseBook, PromiseRefusalCode } from './commitment.ts';
import { mayConfirm } from './commitment-sides.ts';
import type { CommitmentEvent } from './events-promises.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addDays, localDate } from './time.ts';

/** What "not yet" gives: a week from the later of today and the old date. */
export const notYetDays = 7;

type Decision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** "Done" is a claim, by an owner, until someone it was for says yes. It ends a suggested change, which it makes idle. */
export function claim(promise: Commitment, { at, by }: Act, proof: string | null): Decision {
  if (!promise.owners.includes(by)) return refuse('not-the-owner', { number: promise.number });
  if (promise.state.status !== 'open') return refuse('not-open', standingFacts(promise));
  const claimed: CommitmentEvent = { type: 'PromiseClaimed', at, number: promise.number, by, words: { proof } };
  return [...endsSuggestion(promise, { at, by }), claimed];
}

export function confirm(promise: Commitment, { at, by }: Act, but: string | null, book: PromiseBook): Decision {
  const no = mayConfirm(promise, by, book);
  return no ?? [{ type: 'PromiseKept', at, number: promise.number, by, words: { but } }];
}

/** "Not yet" puts it back to open. Without a name, who said it is kept nowhere. */
export function dispute(
  promise: Commitment,
  { at, by }: Act,
  said: { readonly missing: string | null; readonly named: boolean },
  book: PromiseBook,
): Decision {
  if (promise.state.status !== 'claimed') return refuse('nothing-waits', standingFacts(promise));
  const no = mayConfirm(promise, by, book);
  if (no !== null) return no;
  const today = localDate(at, book.zone);
  const due = addDays(today > promise.due ? today : promise.due, notYetDays);
  const words = { missing: said.missing };
  const claimedAt = promise.state.at;
  return [{ type: 'PromiseDisputed', at, number: promise.number, by: said.named ? by : null, claimedAt, due, words }];
}

/** An owner says that it cannot be done, and one reason. "I can't do this just now" is enough. */
export function couldNot(
  promise: Commitment,
  { at, by }: Act,
  said: { readonly reason: string; readonly next: string | null },
): Decision {
  if (!promise.owners.includes(by)) return refuse('not-the-owner', { number: promise.number });
  const { state } = promise;
  if (state.status !== 'open' && state.status !== 'claimed') return refuse('not-open', standingFacts(promise));
  const reason = said.reason.trim();
  if (reason === '') return refuse('reason-needed', { number: promise.number });
  const words = { reason, next: said.next };
  return [...endsSuggestion(promise, { at, by }), { type: 'PromiseCouldNot', at, number: promise.number, by, words }];
}

/** The details that let words/ say what a promise is when it is not what someone took it for. */
export function standingFacts(promise: Commitment): Refusal['details'] {
  const { state, number } = promise;
  return { number, status: state.status, into: state.status === 'changed' ? state.into : 0 };
}

function endsSuggestion(promise: Commitment, { at, by }: Act): readonly CommitmentEvent[] {
  if (promise.suggestion === null) return [];
  const askedAt = promise.suggestion.at;
  return [{ type: 'SuggestionRefused', at, number: promise.number, by, askedAt, words: { reason: null } }];
}
