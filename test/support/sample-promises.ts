import type { Document } from '../../src/messages/document.ts';
import {
  changeQuestion,
  correctQuestion,
  couldNotQuestion,
  didQuestion,
  makeQuestion,
  noQuestion,
  notYetQuestion,
  yesButQuestion,
  type Question,
} from '../../src/messages/promise-forms.ts';
import {
  claimNote,
  dueNote,
  lateNote,
  lookingNote,
  madeNote,
  offerNote,
  pickUpNote,
  refusedNote,
  settledNote,
  suggestionNote,
  unansweredNote,
} from '../../src/messages/promise-notes.ts';
import { promiseList, promisePage } from '../../src/messages/promises.ts';
import { now, person, sampleHuddle, samplePromiseFacts, samplePromises, type Written } from './sample-facts.ts';

/** Every promise as three people see it, every note about it, and every question that a line too short is answered with. */
export function aboutPromises(written: Written): Readonly<Record<string, Document | null>> {
  const facts = samplePromiseFacts(written);
  const promises = samplePromises(written);
  const viewers = [person('ruth'), person('amina'), person('jo')];
  const pages = promises.flatMap((promise) =>
    viewers.map((viewer) => [`promise ${promise.number} for ${viewer}`, promisePage(promise, facts, viewer)] as const),
  );
  const settled = ['kept', 'not-yet', 'accepted', 'declined', 'picked-up', 'not-picked-up'] as const;
  const notes = promises.flatMap((promise) => [
    [`note made ${promise.number}`, madeNote(promise, facts)] as const,
    [`note claimed ${promise.number}`, claimNote(promise, facts, promise.movedAt)] as const,
    [`note suggested ${promise.number}`, suggestionNote(promise, facts, promise.movedAt)] as const,
    [`note refused ${promise.number}`, refusedNote(promise, facts)] as const,
    [`note looking ${promise.number}`, lookingNote(promise, facts)] as const,
    [`note offer ${promise.number}`, offerNote(promise, facts, person('ruth'))] as const,
    [`note due ${promise.number}`, dueNote(promise, facts)] as const,
    [`note late ${promise.number}`, lateNote(promise, facts, now)] as const,
    [`note unanswered ${promise.number}`, unansweredNote(promise, facts)] as const,
    [`note pick up ${promise.number}`, pickUpNote(promise, facts)] as const,
    ...settled.map((how) => [`note ${how} ${promise.number}`, settledNote(promise, how, facts)] as const),
  ]);
  const questions = Object.entries(promiseQuestions(written)).map(
    ([name, { document }]) => [`ask ${name}`, document] as const,
  );
  return {
    'all promises': promiseList(facts, person('ruth')),
    ...Object.fromEntries<Document | null>([...pages, ...notes, ...questions]),
  };
}

export function promiseQuestions(written: Written): Readonly<Record<string, Question>> {
  const { words } = written;
  const huddle = sampleHuddle(written);
  const [promise] = samplePromises(written);
  if (promise === undefined) throw new Error('no sample promise');
  const filled = { what: words, due: '2027-09-29', forSide: 'using', owners: [] } as const;
  return {
    make: makeQuestion(huddle, filled, null),
    correct: correctQuestion(huddle, promise, filled, null),
    did: didQuestion(huddle, promise),
    'could not': couldNotQuestion(huddle, promise, null),
    'not yet': notYetQuestion(huddle, promise, true),
    'not yet, no name': notYetQuestion(huddle, promise, false),
    change: changeQuestion(huddle, promise, filled, null),
    no: noQuestion(huddle, promise),
    'yes but': yesButQuestion(huddle, promise),
  };
}
