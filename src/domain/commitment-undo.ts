import type { Act, Commitment, PromiseRefusalCode } from './commitment.ts';
import { undoMs } from './commitment-clock.ts';
import type { CommitmentEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addMs } from './time.ts';

/**
 * Takes back the last thing, by the one who did it: a claim while it waits, an offer or a suggestion while it waits,
 * and for a day a new promise that nobody has answered, a yes, or a could-not. What two sides agreed stays.
 */
export function undo(promise: Commitment, act: Act): readonly CommitmentEvent[] | Refusal<PromiseRefusalCode> {
  const event = undoing(promise, act);
  return event === null ? refuse('cannot-undo', { number: promise.number }) : [event];
}

/** What an undo by this person would bring about now, or null. */
export function undoing(promise: Commitment, { at, by }: Act): CommitmentEvent | null {
  const { state, number, suggestion } = promise;
  const facts = { at, number, by };
  const soon = at < addMs(promise.movedAt, undoMs);
  switch (state.status) {
    case 'offered':
      return promise.madeBy === by ? { type: 'PromiseUndone', ...facts, was: 'offered' } : null;
    case 'claimed':
      return promise.owners.includes(by) ? { type: 'ClaimUndone', ...facts, claimedAt: state.at } : null;
    case 'kept':
    case 'could-not':
      return state.by === by && soon ? { type: 'PromiseUndone', ...facts, was: state.status } : null;
    case 'open':
      if (suggestion?.by === by) {
        return { type: 'SuggestionRefused', ...facts, askedAt: suggestion.at, words: { reason: null } };
      }
      if (promise.pickUp === by) return { type: 'PickUpRefused', ...facts, offeredBy: by };
      return isFresh(promise, by) && soon ? { type: 'PromiseUndone', ...facts, was: 'made' } : null;
    case 'declined':
    case 'changed':
    case 'dropped':
    case 'not-kept':
    case 'undone':
      return null;
  }
}

/** Made by this person for themselves alone, and nothing has come of it yet. */
function isFresh(promise: Commitment, by: PersonId): boolean {
  const untouched = promise.movedAt === promise.madeAt && promise.suggestion === null && promise.pickUp === null;
  return promise.madeBy === by && promise.from === null && untouched;
}
