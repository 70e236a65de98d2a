import type { Commitment } from '../domain/commitment.ts';
import type { CommitmentEvent } from '../domain/events-promises.ts';
import type { PersonId } from '../domain/ids.ts';
import { commonWords } from '../words/en/common.ts';
import { promiseWords } from '../words/en/promises.ts';
import { actions, paragraph, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { dueDay, nameOf, namesOf, promiseButton, type PromiseFacts } from './promise-actions.ts';

/**
 * What the person who acted is told, from the events and the state after them. The events of a repeated act come
 * without their words, so none are read here.
 */
export function promiseReply(events: readonly CommitmentEvent[], facts: PromiseFacts, me: PersonId): Document {
  const event = tellingOf(events);
  const promise = event === undefined ? undefined : facts.book.promises.get(event.number);
  if (event === undefined || promise === undefined) return note(commonWords.nothingChanged);
  const lines = sentences(event, promise, { facts, me });
  const undo = canUndo(event) ? [promiseButton('undo', facts.huddle.id, promise.number)] : [];
  const blocks = lines.map((line) => paragraph(line));
  return document(undo.length === 0 ? blocks : [...blocks, actions(...undo, helpAction(facts.huddle.id))]);
}

/** Of several events of one act, the one that says what came of it. */
function tellingOf(events: readonly CommitmentEvent[]): CommitmentEvent | undefined {
  const ends = events.find(({ type }) => type === 'PromiseChanged' || type === 'PromiseDropped');
  if (ends !== undefined) return ends;
  return events.find(({ type }) => type === 'SuggestionMade') ?? events.at(-1);
}

function canUndo({ type }: CommitmentEvent): boolean {
  return [
    'PromiseMade',
    'PromiseOffered',
    'PromiseClaimed',
    'PromiseKept',
    'PromiseCouldNot',
    'SuggestionMade',
  ].includes(type);
}

function sentences(
  event: CommitmentEvent,
  promise: Commitment,
  { facts, me }: { facts: PromiseFacts; me: PersonId },
): readonly string[] {
  const { number, what, state } = promise;
  const due = dueDay(promise);
  switch (event.type) {
    case 'PromiseMade':
      return [promiseWords.saved(number, what, due)];
    case 'PromiseOffered':
      return [promiseWords.offered(number, namesOf(event.to, facts))];
    case 'PromiseAccepted':
      return [state.status === 'offered' ? promiseWords.acceptedInPart(number) : promiseWords.accepted(number, due)];
    case 'PromiseDeclined':
      return [promiseWords.declined(number)];
    case 'PromiseClaimed':
      return [promiseWords.claimed(number), promiseWords.claimWaits];
    case 'ClaimUndone':
      return [promiseWords.claimTakenBack(number)];
    case 'PromiseKept':
      return [promiseWords.kept(number)];
    case 'PromiseDisputed':
      return [promiseWords.notYet(number, due), ...(event.by === null ? [promiseWords.noName] : [])];
    case 'PromiseCouldNot':
      return [promiseWords.couldNot(number), ...(promise.next === null ? [promiseWords.couldNotNext] : [])];
    case 'SuggestionMade':
      return [promiseWords.suggested(number)];
    case 'SuggestionAgreed':
      return [promiseWords.yesCounted(number)];
    case 'SuggestionRefused':
      return [promiseWords.suggestionEnded(number)];
    case 'PromiseChanged':
      return [promiseWords.changed(number, event.into)];
    case 'PromiseDropped':
      return [promiseWords.dropped(number)];
    case 'PromiseCorrected':
      return [
        state.status === 'offered' ? promiseWords.correctedAsked(number) : promiseWords.corrected(number, what, due),
      ];
    case 'PromiseUndone':
      return [undone(event.was, number)];
    case 'PickUpOffered':
      return [promiseWords.pickUpOffered(number)];
    case 'PickUpAgreed':
      return [
        event.to === me ? promiseWords.pickedUp(number, due) : promiseWords.handedOn(number, nameOf(event.to, facts)),
      ];
    case 'PickUpRefused':
      return [promiseWords.pickUpEnded(number)];
    case 'PickUpWanted':
      return [promiseWords.passedOn(number)];
    case 'PromiseNotKept':
    case 'OwnerNoted':
    case 'ClaimReminded':
      return [promiseWords.nothingChanged(number)];
  }
}

function undone(was: Extract<CommitmentEvent, { type: 'PromiseUndone' }>['was'], number: number): string {
  switch (was) {
    case 'made':
      return promiseWords.undone(number);
    case 'offered':
      return promiseWords.undoneOffer(number);
    case 'kept':
      return promiseWords.undoneYes(number);
    case 'could-not':
      return promiseWords.undoneCouldNot(number);
  }
}
