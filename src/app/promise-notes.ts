import type { Document } from '../messages/document.ts';
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
  type Settled,
} from '../messages/promise-notes.ts';
import type { Instant } from '../domain/time.ts';
import type { Outgoing, Records } from '../ports.ts';
import { factsAround } from './promise-book.ts';

const settledNames: readonly Settled[] = ['kept', 'not-yet', 'accepted', 'declined', 'picked-up', 'not-picked-up'];

/** Subject: huddle id, the promise's number, and where it can be told more than once, which time. */
export async function buildPromiseNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const [, number, ...about] = note.subject.split('/');
  const facts = await factsAround(records, { huddle: note.huddle, numbers: [Number(number)], now });
  const promise = facts.book.promises.get(Number(number));
  if (promise === undefined) return null;
  const which = about.join('/');
  const person = 'person' in note.to ? note.to.person : null;
  switch (note.kind) {
    case 'promise-made':
      return madeNote(promise, facts);
    case 'promise-offered':
      return person === null ? null : offerNote(promise, facts, person);
    case 'promise-claimed':
      return claimNote(promise, facts, which);
    case 'promise-suggestion':
      return suggestionNote(promise, facts, which);
    case 'promise-pick-up':
      return person === null ? lookingNote(promise, facts) : pickUpNote(promise, facts);
    case 'promise-due':
      return dueNote(promise, facts);
    case 'promise-late':
      return lateNote(promise, facts, which);
    case 'promise-unanswered':
      return unansweredNote(promise, facts);
    case 'promise-settled':
      return settled(about[0] ?? '');
    default:
      return null;
  }

  function settled(name: string): Document | null {
    if (promise === undefined) return null;
    if (name === 'refused') return refusedNote(promise, facts);
    const known = settledNames.find((each) => each === name);
    return known === undefined ? null : settledNote(promise, known, facts);
  }
}
