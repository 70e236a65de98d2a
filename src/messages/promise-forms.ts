import type { Commitment } from '../domain/commitment.ts';
import { longestWhat, mostOwners } from '../domain/commitment-make.ts';
import type { Huddle, Side } from '../domain/huddle.ts';
import type { LocalDate } from '../domain/time.ts';
import { couldNotReasons, promiseFormWords as words } from '../words/en/promise-forms.ts';
import { promiseWords } from '../words/en/promises.ts';
import { whoIsOn } from '../words/en/sides.ts';
import { actions, paragraph, type Action, type Document, type Field, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** What a form starts with: whatever was typed already, so that nobody types twice. */
export interface Filled {
  readonly what: string | null;
  readonly due: LocalDate | null;
  readonly forSide: Side | null;
  /** As the platform of the act knows them. */
  readonly owners: readonly string[];
}

/** The same question twice: as a form, and in words for where a form cannot open. */
export interface Question {
  readonly form: Form;
  readonly document: Document;
}

const longestWords = 1000;

export function makeQuestion(huddle: Huddle, filled: Filled, why: string | null): Question {
  const form: Form = {
    form: 'promise-make',
    subject: huddle.id,
    title: words.make.title,
    intro: why === null ? [] : [paragraph(why)],
    fields: promiseFields(huddle, filled),
    submit: words.save,
    cancel: words.cancel,
  };
  const open: Action = {
    ...(filled.what === null
      ? { action: 'promise-new', subject: huddle.id }
      : { action: 'promise-from', subject: `${huddle.id}\n${filled.what}` }),
    label: promiseWords.labels.new,
    opens: 'form',
  };
  const typed = [why, words.typeInstead.make].filter((line) => line !== null);
  return { form, document: document([...typed.map((line) => paragraph(line)), actions(open, helpAction(huddle.id))]) };
}

export function correctQuestion(huddle: Huddle, promise: Commitment, filled: Filled, why: string | null): Question {
  const given = {
    what: filled.what ?? promise.what,
    due: filled.due ?? promise.due,
    forSide: filled.forSide ?? promise.forSide,
    owners: filled.owners,
  };
  return {
    form: {
      ...about(huddle, promise, 'promise-correct'),
      title: words.correct.title,
      intro: [paragraph(why ?? words.correct.intro)],
      fields: promiseFields(huddle, given),
      submit: words.save,
    },
    document: typedInstead(why, words.typeInstead.correct(promise.number)),
  };
}

function promiseFields(huddle: Huddle, { what, due, forSide, owners }: Filled): readonly Field[] {
  const { make } = words;
  return [
    whatField(what),
    { kind: 'date', name: 'due', label: make.due, ...value(due) },
    {
      kind: 'people',
      name: 'owners',
      label: make.owners,
      hint: make.ownersHint,
      most: mostOwners,
      optional: true,
      ...(owners.length === 0 ? {} : { value: owners }),
    },
    {
      kind: 'choice',
      name: 'for',
      label: make.forSide,
      hint: make.forHint,
      value: forSide ?? 'using',
      options: sidesOf(huddle).map((side) => ({ value: side, label: whoIsOn(side, huddle.groups) })),
    },
  ];
}

function sidesOf({ groups }: Huddle): readonly Side[] {
  const order: readonly Side[] = ['using', 'running', 'creative'];
  return order.filter((side) => side === 'using' || groups.some((group) => group.side === side));
}

function whatField(what: string | null): Field {
  const { make } = words;
  return { kind: 'text', name: 'what', label: make.what, hint: make.whatHint, max: longestWhat, ...value(what) };
}

export function didQuestion(huddle: Huddle, promise: Commitment): Question {
  const { did } = words;
  return {
    form: {
      ...about(huddle, promise, 'promise-did'),
      title: did.title,
      intro: [paragraph(promiseWords.yourWords(promise.what))],
      fields: [
        {
          kind: 'text',
          name: 'proof',
          label: did.proof,
          hint: did.hint,
          optional: true,
          lines: 'many',
          max: longestWords,
        },
      ],
      submit: did.submit,
    },
    document: typedInstead(null, words.typeInstead.did(promise.number)),
  };
}

/** One tap is enough: the reasons are buttons too, where a form cannot open. */
export function couldNotQuestion(huddle: Huddle, promise: Commitment, why: string | null): Question {
  const { couldNot } = words;
  const reasons = Object.entries(couldNotReasons);
  const taps = reasons.map(([key, label]): Action => ({
    action: 'promise-reason',
    subject: `${huddle.id}/${String(promise.number)}/${key}`,
    label,
    spoken: promiseWords.labels.spoken(label, promise.number),
  }));
  return {
    form: {
      ...about(huddle, promise, 'promise-could-not'),
      title: couldNot.title,
      intro: [paragraph(promiseWords.yourWords(promise.what)), paragraph(why ?? couldNot.intro)],
      fields: [
        {
          kind: 'choice',
          name: 'reason',
          label: couldNot.reason,
          optional: true,
          options: reasons.map(([key, label]) => ({ value: key, label })),
        },
        { kind: 'text', name: 'words', label: couldNot.words, optional: true, lines: 'many', max: longestWords },
        { kind: 'text', name: 'next', label: couldNot.next, hint: words.empty, optional: true, max: longestWords },
      ],
      submit: words.save,
    },
    document: document([
      ...(why === null ? [] : [paragraph(why)]),
      paragraph(words.typeInstead.couldNot(promise.number)),
      actions(...taps, helpAction(huddle.id)),
    ]),
  };
}

export function notYetQuestion(huddle: Huddle, promise: Commitment, named: boolean): Question {
  const { notYet, typeInstead } = words;
  const line = named ? typeInstead.notYet(promise.number) : typeInstead.notYetUnnamed(promise.number);
  return {
    form: {
      ...about(huddle, promise, named ? 'promise-not-yet' : 'promise-not-yet-unnamed'),
      title: notYet.title,
      intro: [paragraph(promiseWords.claimAbout(promise.what)), ...(named ? [] : [paragraph(notYet.unnamed)])],
      fields: [
        {
          kind: 'text',
          name: 'missing',
          label: notYet.missing,
          hint: notYet.hint,
          optional: true,
          lines: 'many',
          max: longestWords,
        },
      ],
      submit: words.send,
    },
    document: typedInstead(named ? null : notYet.unnamed, line),
  };
}

export function changeQuestion(
  huddle: Huddle,
  promise: Commitment,
  filled: Pick<Filled, 'what' | 'due'>,
  why: string | null,
): Question {
  const { change } = words;
  return {
    form: {
      ...about(huddle, promise, 'promise-change'),
      title: change.title,
      intro: [paragraph(why ?? change.intro)],
      fields: [
        whatField(filled.what ?? promise.what),
        { kind: 'date', name: 'due', label: change.due, value: filled.due ?? promise.due },
      ],
      submit: words.send,
    },
    document: typedInstead(why, words.typeInstead.change(promise.number)),
  };
}

export function noQuestion(huddle: Huddle, promise: Commitment): Question {
  const { no } = words;
  return {
    form: {
      ...about(huddle, promise, 'promise-no'),
      title: no.title,
      intro: [],
      fields: [{ kind: 'text', name: 'reason', label: no.reason, hint: no.hint, lines: 'many', max: longestWords }],
      submit: words.send,
    },
    document: typedInstead(null, words.typeInstead.no(promise.number)),
  };
}

export function yesButQuestion(huddle: Huddle, promise: Commitment): Question {
  const { yesBut } = words;
  return {
    form: {
      ...about(huddle, promise, 'promise-yes-but'),
      title: yesBut.title,
      intro: [],
      fields: [{ kind: 'text', name: 'but', label: yesBut.but, hint: yesBut.hint, lines: 'many', max: longestWords }],
      submit: words.send,
    },
    document: typedInstead(null, words.typeInstead.yesBut(promise.number)),
  };
}

function about(huddle: Huddle, { number }: Commitment, form: string): Pick<Form, 'form' | 'subject' | 'cancel'> {
  return { form, subject: `${huddle.id}/${String(number)}`, cancel: words.cancel };
}

function typedInstead(why: string | null, line: string): Document {
  return note(...(why === null ? [] : [why]), line);
}

function value(given: string | null): { value?: string } {
  return given === null ? {} : { value: given };
}
