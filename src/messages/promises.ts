import type { Commitment } from '../domain/commitment.ts';
import {
  finished,
  isOpen,
  ledgerOf,
  standingOf,
  waitsFor,
  type PromiseStanding,
  type Waiting,
} from '../domain/commitment-standing.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { shortDate } from '../words/dates.ts';
import { commonWords } from '../words/en/common.ts';
import { promiseWords, standingWords } from '../words/en/promises.ts';
import { whoIsOn } from '../words/en/sides.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';
import { answers, buttonsFor, dueDay, nameOf, namesOf, type PromiseFacts } from './promise-actions.ts';

/** So that a list stays far inside what a platform shows in one message. */
const mostOpen = 15;
const mostEnded = 5;
/** Buttons in a list; the rest stand on the promise's own page. */
const buttonsInList = 3;

/** Every promise: who, what, due, where it stands, with the buttons that the viewer may use. Private to them. */
export function promiseList(facts: PromiseFacts, viewer: PersonId): Document {
  const all = [...facts.book.promises.values()].toSorted((a, b) => a.number - b.number);
  const open = all.filter((promise) => isOpen(promise) || promise.state.status === 'offered');
  const ended = all.filter((promise) => !open.includes(promise) && promise.state.status !== 'undone');
  const blocks: readonly Block[] = [
    { kind: 'heading', text: promiseWords.title(facts.huddle.name) },
    ...(all.length === 0 ? [paragraph(promiseWords.none)] : []),
    ...open.slice(0, mostOpen).flatMap((promise) => inList(promise, facts, viewer)),
    ...(open.length > mostOpen ? [paragraph(promiseWords.andMore(open.length - mostOpen))] : []),
    ...endedPart(ended.toReversed(), facts),
    ...(all.length === 0 ? [] : [paragraph(promiseWords.listHow)]),
    actions(newPromise(facts.huddle), helpAction(facts.huddle.id)),
  ];
  return document(blocks);
}

function inList(promise: Commitment, facts: PromiseFacts, viewer: PersonId): readonly Block[] {
  const standing = standingOf(promise, facts.now, facts.book);
  const line = paragraph(
    strong(promiseWords.line(promise.number, promise.what)),
    `. ${promiseWords.lineWho(namesOf(promise.owners, facts), shortDate(promise.due))} ${standingWords[standing]}.`,
  );
  const buttons = buttonsFor(promise, viewer, facts).slice(0, buttonsInList);
  return buttons.length === 0 ? [line] : [line, actions(...buttons)];
}

function endedPart(ended: readonly Commitment[], facts: PromiseFacts): readonly Block[] {
  if (ended.length === 0) return [];
  const ledger = ledgerOf(facts.book.promises.values());
  const items = ended.slice(0, mostEnded).map((promise) => [strong(endedLine(promise, facts))]);
  return [
    paragraph(strong(promiseWords.endedTitle)),
    { kind: 'list', items },
    ...(ended.length > mostEnded ? [paragraph(promiseWords.andMore(ended.length - mostEnded))] : []),
    ...(finished(ledger) === 0 ? [] : [paragraph(promiseWords.ledger(ledger.kept, finished(ledger)))]),
  ];
}

function endedLine(promise: Commitment, facts: PromiseFacts): string {
  const { state } = promise;
  const line = `${promiseWords.line(promise.number, promise.what)}. ${standingWords[standingOf(promise, facts.now, facts.book)]}.`;
  return state.status === 'changed' ? `${line} ${promiseWords.into(state.into)}` : line;
}

function newPromise(huddle: Huddle): Action {
  return { action: 'promise-new', subject: huddle.id, label: promiseWords.labels.new, opens: 'form' };
}

/** One promise with all that is known of it, and every button that the viewer may use. */
export function promisePage(promise: Commitment, facts: PromiseFacts, viewer: PersonId): Document {
  const { huddle, book, now } = facts;
  const standing = standingOf(promise, now, book);
  return document([
    { kind: 'heading', text: promiseWords.promise(promise.number) },
    { kind: 'quote', text: promise.what, from: null },
    { kind: 'fields', fields: fieldsOf(promise, standing, facts) },
    ...wordsOf(promise, facts),
    actions(
      ...buttonsFor(promise, viewer, facts),
      { action: 'promises', subject: huddle.id, label: promiseWords.labels.list },
      helpAction(huddle.id),
    ),
  ]);
}

function fieldsOf(promise: Commitment, standing: PromiseStanding, facts: PromiseFacts) {
  const { fieldNames } = promiseWords;
  return [
    { name: fieldNames.who, value: namesOf(promise.owners, facts).join(', ') },
    { name: fieldNames.forSide, value: whoIsOn(promise.forSide, facts.huddle.groups) },
    { name: fieldNames.due, value: dueDay(promise) },
    { name: fieldNames.standing, value: standingWords[standing] },
  ];
}

/** The words that belong to where a promise stands. */
function wordsOf(promise: Commitment, facts: PromiseFacts): readonly Block[] {
  const { state, suggestion } = promise;
  if (suggestion !== null) return suggestedWords(promise, facts);
  switch (state.status) {
    case 'claimed':
      return [paragraph(promise.proof === null ? promiseWords.noProof : promiseWords.proof(promise.proof))];
    case 'kept':
      return [
        paragraph(promiseWords.saidYes(nameOf(state.by, facts))),
        paragraph(promise.proof === null ? promiseWords.noProof : promiseWords.proof(promise.proof)),
        ...(promise.missing === null ? [] : [paragraph(promiseWords.yesBut(promise.missing))]),
      ];
    case 'could-not':
      return [
        ...(promise.reason === null ? [] : [paragraph(promiseWords.because(promise.reason))]),
        ...(promise.next === null ? [] : [paragraph(promiseWords.next(promise.next))]),
      ];
    case 'changed':
      return [paragraph(promiseWords.into(state.into))];
    case 'open':
      return promise.missing === null ? [] : [paragraph(promiseWords.missing(promise.missing))];
    case 'offered':
    case 'declined':
    case 'dropped':
    case 'not-kept':
    case 'undone':
      return [];
  }
}

export function suggestedWords(promise: Commitment, facts: PromiseFacts): readonly Block[] {
  const { suggestion } = promise;
  if (suggestion === null) return [];
  const by = nameOf(suggestion.by, facts);
  if (suggestion.kind === 'drop') return [paragraph(promiseWords.suggestDrop(by, promise.number))];
  const then = { what: suggestion.what ?? promise.what, due: suggestion.due ?? promise.due };
  return [
    paragraph(promiseWords.suggestChange(by, promise.number)),
    paragraph(promiseWords.now(promise.what, dueDay(promise))),
    paragraph(promiseWords.then(then.what, dueDay(then))),
  ];
}

/** One thing that waits for this person, for the home view: a line and its buttons. Null when nothing does. */
export function waitingPromise(
  promise: Commitment,
  facts: PromiseFacts,
  viewer: PersonId,
): { readonly line: string; readonly actions: readonly Action[] } | null {
  const waiting = waitsFor(promise, viewer, facts.book);
  if (waiting === null) return null;
  const line = promiseWords.waitsForYou(promise.number, promise.what, waiting, nameOfAsker(promise, waiting, facts));
  return { line, actions: answers(waiting, facts.huddle.id, promise.number) };
}

function nameOfAsker(promise: Commitment, waiting: Waiting, facts: PromiseFacts): string {
  const { state } = promise;
  switch (waiting) {
    case 'offer':
      return nameOf(promise.madeBy, facts);
    case 'claim':
      return state.status === 'claimed' ? nameOf(state.by, facts) : commonWords.someoneWhoLeft;
    case 'suggestion':
      return nameOf(promise.suggestion?.by ?? promise.madeBy, facts);
    case 'pick-up':
      return nameOf(promise.pickUp ?? promise.madeBy, facts);
  }
}
