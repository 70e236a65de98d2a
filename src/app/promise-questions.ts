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

const mends: Readonly<Partial<Record<PromiseRefusalCode, 'reason' | 'change' | 'date' | 'what'>>> = {
  'reason-needed': 'reason',
  'change-needed': 'change',
  'date-needed': 'date',
  'date-passed': 'date',
  'date-too-far': 'date',
  'what-needed': 'what',
  'what-too-long': 'what',
};

/** What a no found missing or wrong that a form can ask for; null for a no that no form mends. */
export function askedBy(code: PromiseRefusalCode): 'reason' | 'change' | 'date' | 'what' | null {
  return mends[code] ?? null;
}

const fields: Readonly<Partial<Record<PromiseRefusalCode, string>>> = {
  'reason-needed': 'words',
  'change-needed': 'what',
  'date-needed': 'due',
  'date-passed': 'due',
  'date-too-far': 'due',
  'what-needed': 'what',
  'what-too-long': 'what',
  'too-many-owners': 'owners',
  'owner-not-here': 'owners',
};

/** Beside which field of an open form a no is shown; the form keeps what was typed. */
export function fieldOf(code: PromiseRefusalCode, values: FormValues): string {
  const names = Object.keys(values);
  const wanted = fields[code];
  return wanted !== undefined && names.includes(wanted) ? wanted : (names[0] ?? 'what');
}
