import type { Commitment, CommitmentStatus, PromiseBook } from './commitment.ts';
import { notesTooLate } from './commitment-clock.ts';
import type { CommitmentEvent } from './events-promises.ts';
import type { Instant } from './time.ts';

type Of<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { type: Type }>;
type Born = Of<'PromiseMade' | 'PromiseOffered'>;
type Later = Of<Exclude<CommitmentEvent['type'], Born['type']>>;

/** The book after one event. `version` stays as it was read: whoever saves counts it up. */
export function evolve<Book extends PromiseBook>(book: Book, event: CommitmentEvent): Book {
  return {
    ...book,
    promises: new Map(book.promises).set(event.number, after(book, event)),
    nextNumber: Math.max(book.nextNumber, event.number + 1),
  };
}

function after(book: PromiseBook, event: CommitmentEvent): Commitment {
  if (event.type === 'PromiseMade' || event.type === 'PromiseOffered') return born(book, event);
  const before = book.promises.get(event.number);
  if (before === undefined) throw new Error(`${event.type} for an unknown promise ${event.number.toString()}`);
  return moved(before, event, book);
}

function born(book: PromiseBook, event: Born): Commitment {
  const { at, number, by, owners, forSide, due } = event;
  const promise: Commitment = {
    huddle: book.huddle,
    number,
    what: event.words.what,
    owners,
    forSide,
    due,
    madeBy: by,
    madeAt: at,
    from: event.type === 'PromiseMade' ? event.from : null,
    state: event.type === 'PromiseMade' ? { status: 'open' } : { status: 'offered', to: event.to },
    suggestion: null,
    proof: null,
    reason: null,
    next: null,
    missing: null,
    movedAt: at,
    notes: [],
    pickUp: null,
    version: 0,
  };
  return dated(promise, at, book);
}

function moved(promise: Commitment, event: Later, book: PromiseBook): Commitment {
  const { at } = event;
  const to = (state: CommitmentStatus): Commitment => ({ ...promise, state, movedAt: at });
  switch (event.type) {
    case 'PromiseAccepted':
      return accepted(promise, event, book);
    case 'PromiseDeclined':
      return { ...to({ status: 'declined', by: event.by, at }), reason: event.words.reason };
    case 'PromiseClaimed':
      return {
        ...to({ status: 'claimed', by: event.by, at, reminded: false }),
        proof: event.words.proof,
        missing: null,
        pickUp: null,
      };
    case 'ClaimUndone':
      return { ...to({ status: 'open' }), proof: null };
    case 'PromiseKept':
      return { ...to({ status: 'kept', by: event.by, at, claim: claimOf(promise) }), missing: event.words.but };
    case 'PromiseDisputed': {
      const open = { ...to({ status: 'open', disputed: { by: event.by } }), proof: null, missing: event.words.missing };
      return dated({ ...open, due: event.due }, at, book);
    }
    case 'PromiseCouldNot':
      return {
        ...to({ status: 'could-not', by: event.by, at }),
        reason: event.words.reason,
        next: event.words.next,
        pickUp: null,
      };
    case 'SuggestionMade': {
      const { kind, by, due, needs } = event;
      return { ...promise, reason: null, suggestion: { kind, by, at, what: event.words.what, due, needs, yes: [] } };
    }
    case 'SuggestionAgreed':
      return agreed(promise, event);
    case 'SuggestionRefused':
      return { ...promise, suggestion: null, reason: event.words.reason };
    case 'PromiseChanged':
      return { ...to({ status: 'changed', at, into: event.into }), suggestion: null };
    case 'PromiseDropped':
      return { ...to({ status: 'dropped', at }), suggestion: null };
    case 'PromiseCorrected':
      return corrected(promise, event, book);
    case 'PromiseUndone':
      return undone(promise, event);
    case 'PromiseNotKept':
      return { ...to({ status: 'not-kept', at }), suggestion: null };
    case 'PickUpWanted':
      return { ...promise, notes: [...promise.notes, ...lookedFor(promise, event)] };
    case 'PickUpOffered':
      return { ...promise, pickUp: event.by };
    case 'PickUpRefused':
      return { ...promise, pickUp: null };
    case 'PickUpAgreed':
      return dated({ ...to({ status: 'open' }), owners: [event.to], due: event.due, pickUp: null }, at, book);
    case 'OwnerNoted':
      return { ...promise, notes: [...promise.notes, `${event.note}:${event.about}`] };
    case 'ClaimReminded':
      return promise.state.status === 'claimed' ? { ...promise, state: { ...promise.state, reminded: true } } : promise;
  }
}

/** Once the time would have come for it by itself, nobody is asked a second time. */
function lookedFor({ due }: Commitment, { passedOn }: Of<'PickUpWanted'>): readonly string[] {
  return passedOn === true ? [`looking:${due}`, `passed-on:${due}`] : [`looking:${due}`];
}

function dated(promise: Commitment, at: Instant, book: PromiseBook): Commitment {
  const kept = promise.notes.filter((note) => !/^(?:before-digest|passed-on):/.test(note));
  return { ...promise, notes: [...new Set([...kept, ...notesTooLate(promise, at, book)])] };
}

function accepted(promise: Commitment, event: Of<'PromiseAccepted'>, book: PromiseBook): Commitment {
  if (promise.state.status !== 'offered') return promise;
  const to = promise.state.to.filter((person) => person !== event.by);
  const missing = event.words.but ?? promise.missing;
  if (to.length > 0) return { ...promise, missing, state: { status: 'offered', to }, movedAt: event.at };
  return dated({ ...promise, missing, due: event.due, state: { status: 'open' }, movedAt: event.at }, event.at, book);
}

function agreed(promise: Commitment, { by, side, at }: Of<'SuggestionAgreed'>): Commitment {
  const { suggestion } = promise;
  if (suggestion === null) return promise;
  return { ...promise, suggestion: { ...suggestion, yes: [...suggestion.yes, { side, person: by, at }] } };
}

function corrected(promise: Commitment, event: Of<'PromiseCorrected'>, book: PromiseBook): Commitment {
  const owners = event.owners ?? promise.owners;
  const asked = owners.filter((owner) => owner !== event.by && !hasAgreed(promise, owner));
  const next: Commitment = {
    ...promise,
    what: event.words.what ?? promise.what,
    due: event.due ?? promise.due,
    forSide: event.forSide ?? promise.forSide,
    owners,
    state: asked.length > 0 ? { status: 'offered', to: asked } : { status: 'open' },
  };
  return event.due === null ? next : dated(next, event.at, book);
}

function hasAgreed(promise: Commitment, owner: Commitment['madeBy']): boolean {
  const waits = promise.state.status === 'offered' ? promise.state.to : [];
  return promise.owners.includes(owner) && !waits.includes(owner);
}

function undone(promise: Commitment, { was, by, at }: Of<'PromiseUndone'>): Commitment {
  switch (was) {
    case 'made':
    case 'offered':
      return { ...promise, state: { status: 'undone', by, at }, movedAt: at };
    case 'kept':
      return { ...promise, state: { status: 'claimed', ...claimOf(promise) }, missing: null, movedAt: at };
    case 'could-not':
      return { ...promise, state: { status: 'open' }, reason: null, next: null, movedAt: at };
  }
}

function claimOf(promise: Commitment): { by: Commitment['madeBy']; at: Instant; reminded: boolean } {
  const { state } = promise;
  if (state.status === 'kept') return state.claim;
  if (state.status !== 'claimed') throw new Error(`promise ${promise.number.toString()} has no claim`);
  return { by: state.by, at: state.at, reminded: state.reminded };
}
