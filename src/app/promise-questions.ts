import type { PromiseFormName } from '../commands/promises.ts';
import type { Commitment, OnPromise, PromiseRefusalCode } from '../domain/commitment.ts';
import type { Huddle } from '../domain/huddle.ts';
import {
  changeQuestion,
  correctQuestion,
  couldNotQuestion,
  didQuestion,
  notYetQuestion,
  noQuestion,
  yesButQuestion,
  type Filled,
  type Question,
} from '../messages/promise-forms.ts';
import type { FormValues, Reply } from '../ports.ts';

export const nothingFilled: Filled = { what: null, due: null, forSide: null, owners: [] };

/** The form that asks for what is missing, with what was said already in it. */
export function questionFor(
  form: Exclude<PromiseFormName, 'make'>,
  promise: Commitment,
  { huddle, filled, why }: { huddle: Huddle; filled: Filled; why: string | null },
): Question {
  switch (form) {
    case 'did':
      return didQuestion(huddle, promise);
    case 'could-not':
      return couldNotQuestion(huddle, promise, why);
    case 'not-yet':
      return notYetQuestion(huddle, promise, true);
    case 'not-yet-unnamed':
      return notYetQuestion(huddle, promise, false);
    case 'change':
      return changeQuestion(huddle, promise, filled, why);
    case 'no':
      return noQuestion(huddle, promise);
    case 'yes-but':
      return yesButQuestion(huddle, promise);
    case 'correct':
      return correctQuestion(huddle, promise, filled, why);
  }
}

export function opened({ form, document }: Question): Reply {
  return { kind: 'form', form, document };
}

/** What a form would do with nothing written in it, to see beforehand whether the person may. */
export const emptyHanded: Readonly<Record<Exclude<PromiseFormName, 'make'>, OnPromise>> = {
  did: { type: 'Claim', proof: null },
  'could-not': { type: 'CouldNot', reason: '', next: null },
  'not-yet': { type: 'NotYet', missing: null, named: true },
  'not-yet-unnamed': { type: 'NotYet', missing: null, named: true },
  change: { type: 'SuggestChange', what: null, due: null },
  no: { type: 'Refuse', reason: null },
  'yes-but': { type: 'Agree', but: null },
  correct: { type: 'Correct', what: null, due: null, owners: null, forSide: null },
};

/** What a no found missing or wrong that a form can ask for; null for a no that no form mends. */
export function askedBy(code: PromiseRefusalCode): 'reason' | 'change' | 'date' | 'what' | null {
  switch (code) {
    case 'reason-needed':
      return 'reason';
    case 'change-needed':
      return 'change';
    case 'date-needed':
    case 'date-passed':
      return 'date';
    case 'what-needed':
    case 'what-too-long':
      return 'what';
    default:
      return null;
  }
}

/** Beside which field of an open form a no is shown; the form keeps what was typed. */
export function fieldOf(code: PromiseRefusalCode, values: FormValues): string {
  const wanted = { reason: 'words', change: 'what', date: 'due', what: 'what' } as const;
  const asked = askedBy(code);
  const field = asked === null ? (code.includes('owner') ? 'owners' : null) : wanted[asked];
  const names = Object.keys(values);
  return field !== null && names.includes(field) ? field : (names[0] ?? 'what');
}
