import type { Act, Commitment, PromiseBook, PromiseCommand, PromiseRefusalCode } from './commitment.ts';
import { claim, confirm, couldNot, dispute, standingFacts } from './commitment-claims.ts';
import { ahead, hasCome, type Ahead } from './commitment-clock.ts';
import { accept, correct, decline, make } from './commitment-make.ts';
import { agreePickUp, offerPickUp, passOn, refusePickUp } from './commitment-pick-up.ts';
import { isHere } from './commitment-sides.ts';
import { agree, refuseSuggestion, suggestChange, suggestDrop } from './commitment-suggestions.ts';
import { undo } from './commitment-undo.ts';
import { promiseMeant } from './commitment-meant.ts';
import type { CommitmentEvent } from './events-promises.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

export type PromiseDecision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** The rules of promises: what comes of a command, given the book as it is, or why not. Never touches the book. */
export function decide(command: PromiseCommand, book: PromiseBook): PromiseDecision {
  if (command.type !== 'Wake' && !isHere(book.members.get(command.by))) return refuse('not-a-member');
  if (command.type === 'Make') return make({ ...command, at: command.now }, book);
  if (command.type === 'Wake') {
    const due = book.promises.get(command.number);
    return due === undefined ? [] : wake(due, command.now, book);
  }
  const promise = promiseMeant(command, book);
  return isRefusal(promise) ? promise : act(promise, command, book);
}

type Asked = Exclude<PromiseCommand, { type: 'Make' | 'Wake' }>;

function act(promise: Commitment, command: Asked, book: PromiseBook): PromiseDecision {
  const who: Act = { at: command.now, by: command.by };
  switch (command.type) {
    case 'Agree':
      return yes(promise, who, command.but, book);
    case 'Refuse':
      return no(promise, who, command.reason, book);
    case 'Claim':
      return claim(promise, who, command.proof);
    case 'NotYet':
      return dispute(promise, who, command, book);
    case 'CouldNot':
      return couldNot(promise, who, command);
    case 'SuggestChange':
      return suggestChange(promise, { ...command, ...who }, book);
    case 'SuggestDrop':
      return suggestDrop(promise, who, book);
    case 'PickUp':
      return offerPickUp(promise, who, book);
    case 'PassOn':
      return passOn(promise, who, book);
    case 'Undo':
      return undo(promise, who);
    case 'Correct':
      return correct(promise, { ...command, ...who }, book);
  }
}

/** `yes 12` answers the one thing that waits on 12. */
function yes(promise: Commitment, who: Act, but: string | null, book: PromiseBook): PromiseDecision {
  const { status } = promise.state;
  if (status === 'offered') return accept(promise, who, but, book);
  if (status === 'claimed') return confirm(promise, who, but, book);
  if (promise.suggestion !== null) return agree(promise, who, but, book);
  if (promise.pickUp !== null) return agreePickUp(promise, who, book);
  return refuse('nothing-waits', standingFacts(promise));
}

/** `no 12`: to an offer it declines; to a claim it is "not yet"; to a suggestion it ends it. */
function no(promise: Commitment, who: Act, reason: string | null, book: PromiseBook): PromiseDecision {
  const { status } = promise.state;
  if (status === 'offered') return decline(promise, who, reason);
  if (status === 'claimed') return dispute(promise, who, { missing: reason, named: true }, book);
  if (promise.suggestion !== null) return refuseSuggestion(promise, who, reason, book);
  if (promise.pickUp !== null) return refusePickUp(promise, who);
  return refuse('nothing-waits', standingFacts(promise));
}

/** What time has brought about by now, each once. Run again, it brings nothing. */
function wake(promise: Commitment, at: Instant, book: PromiseBook): readonly CommitmentEvent[] {
  return ahead(promise, book)
    .filter((thing) => hasCome(thing, at))
    .map((thing) => broughtAbout(thing, { at, number: promise.number }));
}

function broughtAbout(
  { what, about }: Ahead,
  facts: { readonly at: string; readonly number: number },
): CommitmentEvent {
  switch (what) {
    case '2-days':
    case 'before-digest':
      return { type: 'OwnerNoted', ...facts, note: what, about };
    case 'looking':
      return { type: 'PickUpWanted', ...facts };
    case 'not-kept':
      return { type: 'PromiseNotKept', ...facts };
    case 'remind':
      return { type: 'ClaimReminded', ...facts };
  }
}
