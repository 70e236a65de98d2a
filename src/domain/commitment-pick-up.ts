import type { Act, Commitment, PromiseBook, PromiseRefusalCode } from './commitment.ts';
import { standingFacts } from './commitment-claims.ts';
import { isLooking } from './commitment-clock.ts';
import { usualDate } from './commitment-make.ts';
import { isHere } from './commitment-sides.ts';
import type { CommitmentEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';

type Decision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** "I can do this": the owner is asked. Where every owner has left there is nobody to ask, and it moves at once. */
export function offerPickUp(promise: Commitment, { at, by }: Act, book: PromiseBook): Decision {
  const { number } = promise;
  if (promise.owners.includes(by)) return refuse('already-owner', { number });
  if (promise.suggestion !== null) return refuse('suggestion-waits', { number });
  if (promise.pickUp !== null) return refuse('pick-up-waits', { number });
  if (!isLooking(promise, at, book)) return refuse('not-looking', standingFacts(promise));
  const offered: CommitmentEvent = { type: 'PickUpOffered', at, number, by };
  const someoneToAsk = promise.owners.some((owner) => isHere(book.members.get(owner)));
  return someoneToAsk ? [offered] : [offered, movesTo(by, promise, { at, by }, book)];
}

/** It stays theirs until someone offers and they say yes. Asked again, it is so already. */
export function passOn(promise: Commitment, { at, by }: Act, book: PromiseBook): Decision {
  const { number } = promise;
  if (!promise.owners.includes(by)) return refuse('not-the-owner', { number });
  if (promise.state.status !== 'open') return refuse('not-open', standingFacts(promise));
  if (promise.suggestion !== null) return refuse('suggestion-waits', { number });
  if (promise.pickUp !== null) return refuse('pick-up-waits', { number });
  return isLooking(promise, at, book) ? [] : [{ type: 'PickUpWanted', at, number, passedOn: true }];
}

export function agreePickUp(promise: Commitment, act: Act, book: PromiseBook): Decision {
  const { number, pickUp } = promise;
  if (pickUp === null) return refuse('nothing-waits', standingFacts(promise));
  if (!promise.owners.includes(act.by)) return refuse('not-the-owner', { number });
  return [movesTo(pickUp, promise, act, book)];
}

/** The owner keeps it, or the one who offered takes the offer back. */
export function refusePickUp(promise: Commitment, { at, by }: Act): Decision {
  const { number, pickUp } = promise;
  if (pickUp === null) return refuse('nothing-waits', standingFacts(promise));
  if (!promise.owners.includes(by) && pickUp !== by) return refuse('not-the-owner', { number });
  return [{ type: 'PickUpRefused', at, number, by, offeredBy: pickUp }];
}

function movesTo(to: PersonId, { number }: Commitment, { at, by }: Act, book: PromiseBook): CommitmentEvent {
  return { type: 'PickUpAgreed', at, number, by, to, due: usualDate(at, book) };
}
