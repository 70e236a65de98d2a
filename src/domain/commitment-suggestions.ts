import type { Act, Commitment, PromiseBook, PromiseRefusalCode, SuggestChange, Suggestion } from './commitment.ts';
import { standingFacts } from './commitment-claims.ts';
import { isPast, usualDate, wrongDay, wrongWhat } from './commitment-make.ts';
import { needFilledBy, needsOf } from './commitment-sides.ts';
import type { CommitmentEvent } from './events-promises.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

type Decision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** Anyone may ask for a change; it takes a yes from the owner's side and the side it is for. */
export function suggestChange(promise: Commitment, command: SuggestChange & Act, book: PromiseBook): Decision {
  const busy = cannotSuggest(promise);
  if (busy !== null) return busy;
  const what = command.what === null || command.what.trim() === '' ? null : command.what.trim();
  const wrong = what === null ? null : wrongWhat(what);
  if (wrong !== null) return wrong;
  if (what === null && command.due === null) return refuse('change-needed', { number: promise.number });
  const wrongDue = command.due === null ? null : wrongDay(command.due, command.at, book);
  if (wrongDue !== null) return wrongDue;
  return suggested(promise, command, { kind: 'change', what, due: command.due }, book);
}

export function suggestDrop(promise: Commitment, act: Act, book: PromiseBook): Decision {
  return cannotSuggest(promise) ?? suggested(promise, act, { kind: 'drop', what: null, due: null }, book);
}

/** A promise waits for one thing at a time, so that `yes 12` can only mean one. */
function cannotSuggest(promise: Commitment): Refusal<PromiseRefusalCode> | null {
  const { number, state } = promise;
  if (state.status === 'claimed') return refuse('claim-waits', { number });
  if (state.status === 'offered') return refuse('offer-waits', { number });
  if (state.status !== 'open') return refuse('not-open', standingFacts(promise));
  if (promise.suggestion !== null) return refuse('suggestion-waits', { number });
  return promise.pickUp === null ? null : refuse('pick-up-waits', { number });
}

function suggested(
  promise: Commitment,
  { at, by }: Act,
  { kind, what, due }: Pick<Suggestion, 'kind' | 'what' | 'due'>,
  book: PromiseBook,
): Decision {
  const { number } = promise;
  const needs = needsOf(promise, book);
  const suggestion: Suggestion = { kind, by, at, what, due, needs, yes: [] };
  const made: CommitmentEvent = { type: 'SuggestionMade', at, number, by, kind, due, needs, words: { what } };
  const own = needFilledBy(needs, needs, book.members.get(by));
  if (own === null) return [made];
  return [made, ...yesFrom(promise, suggestion, { at, by, side: own, but: null }, book)];
}

/** A yes to what is suggested; at the last one it comes about. */
export function agree(promise: Commitment, { at, by }: Act, but: string | null, book: PromiseBook): Decision {
  const { suggestion, number } = promise;
  if (suggestion === null) return refuse('nothing-waits', standingFacts(promise));
  if (suggestion.yes.some(({ person }) => person === by)) return refuse('already-yes', { number });
  const open = openNeeds(suggestion);
  const side = needFilledBy(open, suggestion.needs, book.members.get(by));
  if (side === null) return refuse('yes-from-others', { number, needs: open, beside: promise.forSide });
  return yesFrom(promise, suggestion, { at, by, side, but }, book);
}

/** The yeses that are still missing. */
export function openNeeds({ needs, yes }: Pick<Suggestion, 'needs' | 'yes'>): Suggestion['needs'] {
  return needs.filter((need) => !yes.some(({ side }) => side === need));
}

/** A no ends a suggestion, and the promise stays. Whoever asked takes it back; others give a reason, which invites a better one. */
export function refuseSuggestion(
  promise: Commitment,
  { at, by }: Act,
  reason: string | null,
  book: PromiseBook,
): Decision {
  const { suggestion, number } = promise;
  if (suggestion === null) return refuse('nothing-waits', standingFacts(promise));
  const party = book.members.get(by);
  const mine = suggestion.by === by || promise.owners.includes(by);
  if (!mine && needFilledBy(suggestion.needs, suggestion.needs, party) === null) {
    return refuse('yes-from-others', { number, needs: openNeeds(suggestion), beside: promise.forSide });
  }
  if (suggestion.by !== by && (reason ?? '').trim() === '') return refuse('reason-needed', { number, of: 'no' });
  return [{ type: 'SuggestionRefused', at, number, by, askedAt: suggestion.at, words: { reason } }];
}

function yesFrom(
  promise: Commitment,
  suggestion: Suggestion,
  yes: Act & { readonly side: Suggestion['needs'][number]; readonly but: string | null },
  book: PromiseBook,
): readonly CommitmentEvent[] {
  const { at, by, side, but } = yes;
  const { number } = promise;
  const askedAt = suggestion.at;
  const agreed: CommitmentEvent = { type: 'SuggestionAgreed', at, number, by, askedAt, side, words: { but } };
  const missing = openNeeds(suggestion).filter((need) => need !== side);
  if (missing.length > 0) return [agreed];
  if (suggestion.kind === 'drop') return [agreed, { type: 'PromiseDropped', at, number, askedAt }];
  return [agreed, ...changed(promise, suggestion, at, book)];
}

/** The old promise ends as changed; the new one takes the next number, and a date that is not over. */
function changed(
  promise: Commitment,
  suggestion: Suggestion,
  at: Instant,
  book: PromiseBook,
): readonly CommitmentEvent[] {
  const { owners, forSide, number } = promise;
  const into = book.nextNumber;
  const date = suggestion.due ?? promise.due;
  const due = isPast(date, at, book) ? usualDate(at, book) : date;
  const words = { what: suggestion.what ?? promise.what };
  return [
    { type: 'PromiseChanged', at, number, into, askedAt: suggestion.at },
    { type: 'PromiseMade', at, number: into, by: suggestion.by, owners, forSide, due, from: number, words },
  ];
}
