import type { Commitment, PromiseBook, PromiseCommand, PromiseRefusalCode } from './commitment.ts';
import { claim, confirm, couldNot, dispute, standingFacts } from './commitment-claims.ts';
import { ahead, hasCome, type Ahead } from './commitment-clock.ts';
import { accept, correct, decline, make } from './commitment-make.ts';
import { agreePickUp, offerPickUp, refusePickUp } from './commitment-pick-up.ts';
import { isHere } from './commitment-sides.ts';
import { agree, refuseSuggestion, suggestChange, suggestDrop } from './commitment-suggestions.ts';
import { undo } from './commitment-undo.ts';
import type { CommitmentEvent } from './events.ts';
import { refuse, type Refusal } from './refusal.ts';

export type PromiseDecision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** The rules of promises: what comes of a command, given the book as it is, or why not. Never touches the book. */
export function decide(command: PromiseCommand, book: PromiseBook): PromiseDecision {
  if (command.type !== 'Wake' && !isHere(book.members.get(command.by))) return refuse('not-a-member');
  if (command.type === 'Make') return make(command, book);
  const promise = book.promises.get(command.number);
  if (command.type === 'Wake') return promise === undefined ? [] : wake(promise, command.at, book);
  if (promise === undefined) return refuse('no-such-promise', { number: command.number });
  return act(promise, command, book);
}

type Act = Exclude<PromiseCommand, { type: 'Make' | 'Wake' }>;

function act(promise: Commitment, command: Act, book: PromiseBook): PromiseDecision {
  switch (command.type) {
    case 'Agree':
      return yes(promise, command, book);
    case 'Refuse':
      return no(promise, command, book);
    case 'Claim':
      return claim(promise, command, command.proof);
    case 'NotYet':
      return dispute(promise, command, command, book);
    case 'CouldNot':
      return couldNot(promise, command, command);
    case 'SuggestChange':
      return suggestChange(promise, command, book);
    case 'SuggestDrop':
      return suggestDrop(promise, command, book);
    case 'PickUp':
      return offerPickUp(promise, command, book);
    case 'Undo':
      return undo(promise, command);
    case 'Correct':
      return correct(promise, command, book);
  }
}

/** `yes 12` answers the one thing that waits on 12. */
function yes(promise: Commitment, command: Act & { type: 'Agree' }, book: PromiseBook): PromiseDecision {
  const { status } = promise.state;
  if (status === 'offered') return accept(promise, command, command.but, book);
  if (status === 'claimed') return confirm(promise, command, command.but, book);
  if (promise.suggestion !== null) return agree(promise, command, command.but, book);
  if (promise.pickUp !== null) return agreePickUp(promise, command, book);
  return refuse('nothing-waits', standingFacts(promise));
}

/** `no 12`: to an offer it declines; to a claim it is "not yet"; to a suggestion it ends it. */
function no(promise: Commitment, command: Act & { type: 'Refuse' }, book: PromiseBook): PromiseDecision {
  const { status } = promise.state;
  if (status === 'offered') return decline(promise, command, command.reason);
  if (status === 'claimed') return dispute(promise, command, { missing: command.reason, named: true }, book);
  if (promise.suggestion !== null) return refuseSuggestion(promise, command, command.reason, book);
  if (promise.pickUp !== null) return refusePickUp(promise, command);
  return refuse('nothing-waits', standingFacts(promise));
}

/** What time has brought about by now, each once. Run again, it brings nothing. */
function wake(promise: Commitment, at: PromiseCommand['at'], book: PromiseBook): readonly CommitmentEvent[] {
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
