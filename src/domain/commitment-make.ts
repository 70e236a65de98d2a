import type { Act, Commitment, CorrectPromise, MakePromise, PromiseBook, PromiseRefusalCode } from './commitment.ts';
import { undoMs, usualDays } from './commitment-clock.ts';
import { isHere } from './commitment-sides.ts';
import type { CommitmentEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addDays, addMs, localDate, type Instant, type LocalDate } from './time.ts';

/** Long enough for any promise, short enough for a line of the digest. */
export const longestWhat = 300;
export const mostOwners = 2;
/** People read days without their year. */
export const mostDaysAhead = 365;

type Decision = readonly CommitmentEvent[] | Refusal<PromiseRefusalCode>;

/** A promise of the speaker's own is open at once. Nobody can promise for someone else: others are asked first. */
export function make(command: MakePromise & Act, book: PromiseBook): Decision {
  const { at, by, due } = command;
  const what = command.what.trim();
  const owners = command.owners.length === 0 ? [by] : [...new Set(command.owners)];
  const wrong = wrongWhat(what) ?? wrongOwners(owners, book);
  if (wrong !== null) return wrong;
  if (due === null) return refuse('date-needed', { suggested: usualDate(at, book) });
  const wrongDue = wrongDay(due, at, book);
  if (wrongDue !== null) return wrongDue;
  const facts = { at, by, owners, forSide: command.forSide ?? 'using', due, words: { what } } as const;
  const to = owners.filter((owner) => owner !== by);
  return to.length === 0
    ? [{ type: 'PromiseMade', number: book.nextNumber, from: null, ...facts }]
    : [{ type: 'PromiseOffered', number: book.nextNumber, to, ...facts }];
}

/** The yes of someone who was asked. A date that went by while they thought moves to the usual one. */
export function accept(promise: Commitment, { at, by }: Act, but: string | null, book: PromiseBook): Decision {
  if (promise.state.status !== 'offered' || !promise.state.to.includes(by)) return notAsked(promise);
  const due = isPast(promise.due, at, book) ? usualDate(at, book) : promise.due;
  return [{ type: 'PromiseAccepted', at, number: promise.number, by, due, words: { but } }];
}

export function decline(promise: Commitment, { at, by }: Act, reason: string | null): Decision {
  if (promise.state.status !== 'offered' || !promise.state.to.includes(by)) return notAsked(promise);
  return [{ type: 'PromiseDeclined', at, number: promise.number, by, words: { reason } }];
}

/**
 * Puts a slip right, for a day, by an owner; while it is only offered, by the one who asked. Later it is a change and
 * takes its yeses. What two sides agreed is never corrected by one.
 */
export function correct(promise: Commitment, command: CorrectPromise & Act, book: PromiseBook): Decision {
  const { at, by, due, forSide } = command;
  if (!mayCorrect(promise, { at, by })) return refuse('cannot-correct', { number: promise.number });
  const what = command.what === null ? null : command.what.trim();
  const owners = command.owners === null ? null : [...new Set(command.owners)];
  const wrong = (what === null ? null : wrongWhat(what)) ?? (owners === null ? null : wrongOwners(owners, book));
  if (wrong !== null) return wrong;
  const wrongDue = due === null ? null : wrongDay(due, at, book);
  if (wrongDue !== null) return wrongDue;
  if (what === null && owners === null && due === null && forSide === null) {
    return refuse('change-needed', { number: promise.number });
  }
  return [{ type: 'PromiseCorrected', at, number: promise.number, by, due, owners, forSide, words: { what } }];
}

/** True while a slip in this promise can be put right by this person. */
export function mayCorrect(promise: Commitment, { at, by }: Act): boolean {
  const { state, suggestion, from } = promise;
  if (from !== null || suggestion !== null) return false;
  if (state.status === 'offered') return promise.madeBy === by;
  return (
    state.status === 'open' &&
    state.disputed === undefined &&
    promise.owners.includes(by) &&
    at < addMs(promise.movedAt, undoMs)
  );
}

export function usualDate(at: Instant, { zone }: Pick<PromiseBook, 'zone'>): LocalDate {
  return addDays(localDate(at, zone), usualDays);
}

/** A day that is over is asked about, and so is one so far off that its name without a year would mislead. */
export function wrongDay(
  due: LocalDate,
  at: Instant,
  book: Pick<PromiseBook, 'zone'>,
): Refusal<PromiseRefusalCode> | null {
  const suggested = usualDate(at, book);
  if (isPast(due, at, book)) return refuse('date-passed', { due, suggested });
  return due > addDays(localDate(at, book.zone), mostDaysAhead) ? refuse('date-too-far', { due, suggested }) : null;
}

export function isPast(due: LocalDate, at: Instant, { zone }: Pick<PromiseBook, 'zone'>): boolean {
  return due < localDate(at, zone);
}

export function wrongWhat(what: string): Refusal<PromiseRefusalCode> | null {
  if (what === '') return refuse('what-needed');
  return what.length > longestWhat ? refuse('what-too-long', { most: longestWhat }) : null;
}

function wrongOwners(owners: readonly PersonId[], { members }: PromiseBook): Refusal<PromiseRefusalCode> | null {
  if (owners.length > mostOwners) return refuse('too-many-owners', { most: mostOwners });
  const away = owners.find((owner) => !isHere(members.get(owner)));
  return owners.length === 0 || away !== undefined ? refuse('owner-not-here', { person: away ?? '' }) : null;
}

function notAsked({ number }: Commitment): Refusal<PromiseRefusalCode> {
  return refuse('not-asked-of-you', { number });
}
