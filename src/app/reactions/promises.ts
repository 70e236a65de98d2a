import { lateFrom } from '../../domain/commitment-clock.ts';
import type { Commitment } from '../../domain/commitment.ts';
import { isActive, isHere, mayConfirm } from '../../domain/commitment-sides.ts';
import type { CommitmentEvent } from '../../domain/events-promises.ts';
import type { PersonId } from '../../domain/ids.ts';
import { afterQuiet } from '../../domain/quiet.ts';
import type { Settled } from '../../messages/promise-notes.ts';
import type { Reaction } from '../execute.ts';
import type { PromiseState } from '../promise-state.ts';

/**
 * Who hears of what. The place hears of promises made, said done and suggested to change; one message tells each of
 * them, and the same message then tells how it ended. Whoever waits for an answer hears of it in private. A could-not
 * and a not-kept are told by the digest alone, so that nobody is called out on the day.
 */
export function reactToPromise(event: CommitmentEvent, state: PromiseState): readonly Reaction[] {
  const promise = state.promises.get(event.number);
  if (promise === undefined) return [];
  const tell = teller(promise, state);
  switch (event.type) {
    case 'PromiseMade':
      return [tell.place('promise-made')];
    case 'PromiseOffered':
      return event.to.map((person) => tell.one('promise-offered', person));
    case 'PromiseAccepted':
      return [
        tell.one('promise-offered', event.by),
        ...(promise.state.status === 'open' ? [tell.place('promise-made')] : []),
        ...tell.settled('accepted', event.at, promise.state.status === 'open' ? [promise.madeBy] : [], event.by),
      ];
    case 'PromiseDeclined':
      return [
        ...promise.owners
          .filter((owner) => owner !== promise.madeBy)
          .map((owner) => tell.one('promise-offered', owner)),
        ...tell.settled('declined', event.at, [promise.madeBy], event.by),
      ];
    case 'PromiseClaimed':
      return [tell.place('promise-claimed', event.at)];
    case 'ClaimUndone':
      return [tell.place('promise-claimed', event.claimedAt)];
    case 'PromiseKept':
      return [...claimMessage(promise, tell), ...tell.settled('kept', event.at, promise.owners, event.by)];
    case 'PromiseDisputed':
      return [
        tell.place('promise-claimed', event.claimedAt),
        ...tell.settled('not-yet', event.at, promise.owners, event.by),
      ];
    case 'SuggestionMade':
      return [tell.place('promise-suggestion', event.at)];
    case 'SuggestionAgreed':
    case 'PromiseChanged':
    case 'PromiseDropped':
      return [tell.place('promise-suggestion', event.askedAt)];
    case 'SuggestionRefused':
      return [
        tell.place('promise-suggestion', event.askedAt),
        ...(promise.reason === null ? [] : [tell.place('promise-settled', `refused/${event.at}`)]),
      ];
    case 'PromiseCorrected':
      return promise.state.status === 'offered'
        ? promise.state.to.map((person) => tell.one('promise-offered', person))
        : [tell.place('promise-made')];
    case 'PromiseUndone':
      return undone(event.was, promise, tell);
    case 'PickUpWanted':
      return [{ ...tell.place('promise-pick-up', lookingFor(promise)), notBefore: morning(state) }];
    case 'PickUpOffered':
      return [
        tell.place('promise-pick-up', lookingFor(promise)),
        ...ownersHere(promise, state).map((owner) => tell.one('promise-pick-up', owner, event.at)),
      ];
    case 'PickUpAgreed':
      return [
        tell.place('promise-pick-up', lookingFor(promise)),
        ...tell.settled('picked-up', event.at, [event.to], event.by),
      ];
    case 'PickUpRefused':
      return [
        tell.place('promise-pick-up', lookingFor(promise)),
        ...tell.settled('not-picked-up', event.at, [event.offeredBy], event.by),
      ];
    case 'OwnerNoted':
      return ownerNote(event, promise, state);
    case 'ClaimReminded':
      return reminders(promise, state);
    case 'PromiseCouldNot':
    case 'PromiseNotKept':
      return [];
  }
}

interface Teller {
  place(kind: Reaction['kind'], about?: string): Reaction;
  one(kind: Reaction['kind'], person: PersonId, about?: string): Reaction;
  settled(settled: Settled, at: string, people: readonly PersonId[], but: PersonId | null): readonly Reaction[];
}

/** Subjects: the huddle, the promise's number, and where one promise can be told more than once, which time. */
function teller({ huddle, number }: Commitment, { members }: PromiseState): Teller {
  const subject = (about?: string) => `${huddle}/${String(number)}${about === undefined ? '' : `/${about}`}`;
  const one: Teller['one'] = (kind, person, about) => ({ kind, subject: subject(about), to: { person } });
  return {
    place: (kind, about) => ({ kind, subject: subject(about), to: 'places' }),
    one,
    settled: (settled, at, people, but) =>
      people
        .filter((person) => person !== but && isHere(members.get(person)))
        .map((person) => one('promise-settled', person, `${settled}/${at}`)),
  };
}

function claimMessage({ state }: Commitment, tell: Teller): readonly Reaction[] {
  if (state.status === 'kept') return [tell.place('promise-claimed', state.claim.at)];
  return state.status === 'claimed' ? [tell.place('promise-claimed', state.at)] : [];
}

function undone(
  was: Extract<CommitmentEvent, { type: 'PromiseUndone' }>['was'],
  promise: Commitment,
  tell: Teller,
): readonly Reaction[] {
  switch (was) {
    case 'made':
      return [tell.place('promise-made')];
    case 'offered':
      return promise.owners
        .filter((owner) => owner !== promise.madeBy)
        .map((owner) => tell.one('promise-offered', owner));
    case 'kept':
      return claimMessage(promise, tell);
    case 'could-not':
      return [];
  }
}

/** The place was asked for someone under the due date of then, which a move has changed since. */
function lookingFor({ notes, due }: Commitment): string {
  return notes.findLast((note) => note.startsWith('looking:'))?.slice('looking:'.length) ?? due;
}

/** What time alone brings about comes at midnight; the place hears of it after its quiet hours. */
function morning({ now, home }: PromiseState): string {
  return afterQuiet(now, home.zone, home.quiet);
}

function ownersHere(promise: Commitment, { members }: PromiseState): readonly PersonId[] {
  return promise.owners.filter((owner) => isHere(members.get(owner)));
}

/** Someone who paused is left in peace. A note that comes too late is not sent at all. */
function ownerNote(
  { note, about }: Extract<CommitmentEvent, { type: 'OwnerNoted' }>,
  promise: Commitment,
  state: PromiseState,
): readonly Reaction[] {
  const expiresAt = note === '2-days' ? lateFrom(promise.due, state) : about;
  const kind = note === '2-days' ? 'promise-due' : 'promise-late';
  const tell = teller(promise, state);
  return promise.owners
    .filter((owner) => isActive(state.members.get(owner)))
    .map((owner) => ({ ...tell.one(kind, owner, about), expiresAt }));
}

/** Everyone who could say yes, and nobody else. */
function reminders(promise: Commitment, state: PromiseState): readonly Reaction[] {
  if (promise.state.status !== 'claimed') return [];
  const { at } = promise.state;
  const tell = teller(promise, state);
  return [...state.members]
    .filter(([person, party]) => isActive(party) && mayConfirm(promise, person, state) === null)
    .map(([person]) => tell.one('promise-unanswered', person, at));
}
