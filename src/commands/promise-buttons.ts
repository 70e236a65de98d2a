import type { LocalDate } from '../domain/time.ts';
import { clean } from './clean.ts';
import type { Side } from '../domain/huddle.ts';
import { couldNotReasons, type CouldNotReason } from '../words/en/promise-forms.ts';
import type { PersonWord } from './intent.ts';
import type { PromiseParts } from './promise-line.ts';
import { numberIn, type PromiseFormName, type PromiseIntent } from './promises.ts';

/** What a form holds, as every platform sends it. */
type Values = Readonly<Record<string, string | readonly string[]>>;

const form =
  (name: PromiseFormName) =>
  (subject: string): PromiseIntent => ({ family: 'promises', want: 'form', form: name, number: numberIn(subject) });

/** Button subjects: the huddle's id and the promise's number; a one-tap reason adds its key. */
export const promiseActions: Readonly<Record<string, (subject: string) => PromiseIntent>> = {
  promises: () => ({ family: 'promises', want: 'list' }),
  'promise-show': (subject) => ({ family: 'promises', want: 'show', number: numberIn(subject) ?? 0 }),
  'promise-new': form('make'),
  'promise-from': (subject) => ({ family: 'promises', want: 'make-from', text: subject }),
  'promise-yes': (subject) => ({ family: 'promises', want: 'yes', number: numberIn(subject), but: null }),
  'promise-yes-but': form('yes-but'),
  'promise-no': form('no'),
  'promise-no-thanks': (subject) => ({ family: 'promises', want: 'no', number: numberIn(subject), reason: null }),
  'promise-not-yet': form('not-yet'),
  'promise-not-yet-unnamed': form('not-yet-unnamed'),
  'promise-did': form('did'),
  'promise-could-not': form('could-not'),
  'promise-reason': (subject) => ({
    family: 'promises',
    want: 'could-not',
    number: numberIn(subject),
    reason: reasonOf(subject.split('/')[2] ?? ''),
    next: null,
  }),
  'promise-change': form('change'),
  'promise-drop': (subject) => ({ family: 'promises', want: 'drop', number: numberIn(subject) }),
  'promise-pick-up': (subject) => ({ family: 'promises', want: 'pick-up', number: numberIn(subject) }),
  'promise-pass-on': (subject) => ({ family: 'promises', want: 'pass-on', number: numberIn(subject) }),
  'promise-correct': form('correct'),
  'promise-undo': (subject) => ({ family: 'promises', want: 'undo', number: numberIn(subject) }),
};

/** A form's subject is that of the button that opened it. */
export const promiseForms: Readonly<Record<string, (subject: string, values: Values) => PromiseIntent>> = {
  'promise-make': (_subject, values) => ({ family: 'promises', want: 'make', parts: partsOf(values) }),
  'promise-did': (subject, values) => ({
    family: 'promises',
    want: 'did',
    number: numberIn(subject),
    proof: textOf(values['proof']),
  }),
  'promise-could-not': (subject, values) => ({
    family: 'promises',
    want: 'could-not',
    number: numberIn(subject),
    reason: textOf(values['words']) ?? reasonOf(textOf(values['reason']) ?? ''),
    next: textOf(values['next']),
  }),
  'promise-not-yet': (subject, values) => notYet(subject, values, true),
  'promise-not-yet-unnamed': (subject, values) => notYet(subject, values, false),
  'promise-change': (subject, values) => ({
    family: 'promises',
    want: 'change',
    number: numberIn(subject),
    what: textOf(values['what']),
    due: dateOf(values['due']),
  }),
  'promise-no': (subject, values) => ({
    family: 'promises',
    want: 'no',
    number: numberIn(subject),
    reason: textOf(values['reason']),
  }),
  'promise-yes-but': (subject, values) => ({
    family: 'promises',
    want: 'yes',
    number: numberIn(subject),
    but: textOf(values['but']),
  }),
  'promise-correct': (subject, values) => ({
    family: 'promises',
    want: 'correct',
    number: numberIn(subject),
    parts: partsOf(values),
  }),
};

function notYet(subject: string, values: Values, named: boolean): PromiseIntent {
  const missing = textOf(values['missing']);
  return { family: 'promises', want: 'not-yet', number: numberIn(subject), missing, named };
}

function partsOf(values: Values): PromiseParts {
  return {
    what: textOf(values['what']),
    due: dateOf(values['due']),
    owners: peopleOf(values['owners']),
    forSide: sideOf(textOf(values['for'])),
  };
}

function reasonOf(key: string): string | null {
  return key in couldNotReasons ? couldNotReasons[key as CouldNotReason] : null;
}

function sideOf(value: string | null): Side | null {
  return value === 'using' || value === 'running' || value === 'creative' ? value : null;
}

function dateOf(value: Values[string] | undefined): LocalDate | null {
  const date = textOf(value);
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

function peopleOf(value: Values[string] | undefined): readonly PersonWord[] {
  const users = typeof value === 'string' ? [value] : (value ?? []);
  return users.filter((user) => user !== '').map((user) => ({ user }));
}

function textOf(value: Values[string] | undefined): string | null {
  const text = typeof value === 'string' ? clean(value).trim() : '';
  return text === '' ? null : text;
}
