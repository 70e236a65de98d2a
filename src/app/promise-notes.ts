import type { Commitment } from '../domain/commitment.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import type { PromiseFacts } from '../messages/promise-actions.ts';
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
import type { NoteKind, Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { factsAround } from './promise-book.ts';

/** What a note is about beyond its promise: which time it is told, and to whom it goes if not to everyone. */
interface About {
  readonly which: string;
  readonly person: PersonId | null;
}
type Build = (promise: Commitment, facts: PromiseFacts, about: About) => Document | null;

const builders: Readonly<Partial<Record<NoteKind, Build>>> = {
  'promise-made': madeNote,
  'promise-offered': (promise, facts, { person }) => (person === null ? null : offerNote(promise, facts, person)),
  'promise-claimed': (promise, facts, { which }) => claimNote(promise, facts, which),
  'promise-suggestion': (promise, facts, { which }) => suggestionNote(promise, facts, which),
  'promise-pick-up': (promise, facts, { person }) =>
    person === null ? lookingNote(promise, facts) : pickUpNote(promise, facts),
  'promise-due': dueNote,
  'promise-late': (promise, facts, { which }) => lateNote(promise, facts, which),
  'promise-unanswered': unansweredNote,
  'promise-settled': settled,
};

const settledNames: readonly Settled[] = ['kept', 'not-yet', 'accepted', 'declined', 'picked-up', 'not-picked-up'];

/** Subject: huddle id, the promise's number, and where it can be told more than once, which time. */
export async function buildPromiseNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const [, number, ...about] = note.subject.split('/');
  const facts = await factsAround(records, { huddle: note.huddle, numbers: [Number(number)], now });
  const promise = facts.book.promises.get(Number(number));
  const person = 'person' in note.to ? note.to.person : null;
  return promise === undefined
    ? null
    : (builders[note.kind]?.(promise, facts, { which: about.join('/'), person }) ?? null);
}

function settled(promise: Commitment, facts: PromiseFacts, { which }: About): Document | null {
  const name = which.split('/')[0];
  if (name === 'refused') return refusedNote(promise, facts);
  const known = settledNames.find((each) => each === name);
  return known === undefined ? null : settledNote(promise, known, facts);
}
