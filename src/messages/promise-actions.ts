import type { Commitment, PromiseBook } from '../domain/commitment.ts';
import { actsOf, waitsFor, type PromiseAct, type Waiting } from '../domain/commitment-standing.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { dayAndDate } from '../words/dates.ts';
import { commonWords } from '../words/en/common.ts';
import { promiseWords } from '../words/en/promises.ts';
import type { Action } from './document.ts';

/** What a message about promises is built from. */
export interface PromiseFacts {
  readonly huddle: Huddle;
  readonly book: PromiseBook;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly now: Instant;
}

/** Which button, by its action in the table of the commands. */
export type PromiseButton =
  | 'yes'
  | 'yes-but'
  | 'no'
  | 'no-thanks'
  | 'keep'
  | 'not-yet'
  | 'not-yet-unnamed'
  | 'did'
  | 'could-not'
  | 'change'
  | 'drop'
  | 'pick-up'
  | 'pass-on'
  | 'correct'
  | 'undo';

const { labels } = promiseWords;
const label: Readonly<Record<PromiseButton, string>> = {
  yes: labels.yes,
  'yes-but': labels.yesBut,
  no: labels.no,
  'no-thanks': labels.noThanks,
  keep: labels.keep,
  'not-yet': labels.notYet,
  'not-yet-unnamed': labels.notYetUnnamed,
  did: labels.did,
  'could-not': labels.couldNot,
  change: labels.change,
  drop: labels.drop,
  'pick-up': labels.pickUp,
  'pass-on': labels.passOn,
  correct: labels.correct,
  undo: labels.undo,
};

/** Those that ask for words or a day first. */
const asks: ReadonlySet<PromiseButton> = new Set([
  'yes-but',
  'no',
  'not-yet',
  'not-yet-unnamed',
  'did',
  'could-not',
  'change',
  'correct',
]);

/** One button about one promise. A screen reader hears its number too. */
export function promiseButton(button: PromiseButton, huddle: HuddleId, number: number, own?: string): Action {
  const action = button === 'keep' ? 'no-thanks' : button;
  const shown = own ?? label[button];
  const act: Action = {
    action: `promise-${action}`,
    subject: `${huddle}/${String(number)}`,
    label: shown,
    spoken: labels.spoken(shown, number),
    ...(asks.has(button) ? { opens: 'form' } : {}),
  };
  return button === 'yes' ? { ...act, style: 'primary' } : act;
}

/** The buttons that answer what waits. A claim is answered with "Yes, it is done". */
export function answers(waiting: Waiting, huddle: HuddleId, number: number): readonly Action[] {
  switch (waiting) {
    case 'claim':
      return [
        promiseButton('yes', huddle, number, labels.yesDone),
        promiseButton('not-yet', huddle, number),
        promiseButton('not-yet-unnamed', huddle, number),
      ];
    case 'suggestion':
      return [
        promiseButton('yes', huddle, number),
        promiseButton('yes-but', huddle, number),
        promiseButton('no', huddle, number),
      ];
    case 'offer':
      return [promiseButton('yes', huddle, number), promiseButton('no-thanks', huddle, number)];
    case 'pick-up':
      return [promiseButton('yes', huddle, number), promiseButton('keep', huddle, number)];
  }
}

const beyondAnswers: Readonly<Partial<Record<PromiseAct, PromiseButton>>> = {
  did: 'did',
  'could-not': 'could-not',
  'pick-up': 'pick-up',
  change: 'change',
  drop: 'drop',
  correct: 'correct',
  undo: 'undo',
};

/** Every button that this person may use on a promise now. */
export function buttonsFor(
  promise: Commitment,
  viewer: PersonId,
  { huddle, book, now }: PromiseFacts,
): readonly Action[] {
  const waiting = waitsFor(promise, viewer, book);
  const others = actsOf(promise, viewer, now, book).flatMap((act) => beyondAnswers[act] ?? []);
  return [
    ...(waiting === null ? [] : answers(waiting, huddle.id, promise.number)),
    ...others.map((button) => promiseButton(button, huddle.id, promise.number)),
  ];
}

/** Names in the order given; people who are gone are not named. */
export function namesOf(people: readonly PersonId[], { names }: Pick<PromiseFacts, 'names'>): readonly string[] {
  return people.map((person) => names.get(person) ?? commonWords.someoneWhoLeft);
}

export function nameOf(person: PersonId, facts: Pick<PromiseFacts, 'names'>): string {
  return facts.names.get(person) ?? commonWords.someoneWhoLeft;
}

export function dueDay({ due }: Pick<Commitment, 'due'>): string {
  return dayAndDate(due);
}
