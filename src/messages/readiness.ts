import type { Huddle } from '../domain/huddle.ts';
import { needs, type Need, type Readiness } from '../domain/readiness.ts';
import { localDate } from '../domain/time.ts';
import { dayAndDate } from '../words/dates.ts';
import { readinessWords as words } from '../words/en/readiness.ts';
import { actions, paragraph, type Action, type Document, type Field, type Form } from './document.ts';
import { document, helpAction } from './frame.ts';

/** The check list for coordinators: what is there, and for each thing that is missing the line to type. */
export function readinessMessage(
  huddle: Huddle,
  readiness: Readiness,
  { waits }: { /** Off in a rehearsal. */ readonly waits: boolean },
): Document {
  const { missing } = readiness;
  if (huddle.care === 'yes') return careRefused(huddle);
  const there = needs.filter((need) => !missing.includes(need));
  return document([
    paragraph(words.title(huddle.name)),
    ...(waits ? [] : [paragraph(words.rehearsal)]),
    ...(waits || missing.length === 0 ? [paragraph(opening(huddle, readiness))] : []),
    ...(missing.length === 0 ? [] : [list(missing.map((need) => words.missing[need]))]),
    ...(missing.length === 0 || there.length === 0
      ? []
      : [paragraph(words.done(there.map((need) => words.there[need])))]),
    actions(...missing.flatMap((need) => actionsFor(need, huddle)), helpAction(huddle.id)),
  ]);
}

function opening({ zone }: Huddle, readiness: Readiness): string {
  if (readiness.missing.length === 0) return words.allThere;
  switch (readiness.status) {
    case 'until':
      return words.until(dayAndDate(localDate(readiness.by, zone)));
    case 'held':
      return words.held;
    case 'live':
    case 'ready':
      return words.goesOn;
  }
}

function list(lines: readonly string[]) {
  return { kind: 'list' as const, items: lines.map((line) => [{ kind: 'text' as const, text: line }]) };
}

function actionsFor(need: Need, { id }: Huddle): readonly Action[] {
  switch (need) {
    case 'care':
      return careActions(id);
    case 'coordinators':
      return [{ action: 'people', subject: id, label: words.peopleLabel }];
    case 'safeguarding':
      return [{ action: 'safety-change', subject: `${id}/contact`, label: words.contactLabel, opens: 'form' }];
    case 'data-contact':
      return [{ action: 'data-contact', subject: id, label: words.dataLabel, opens: 'form' }];
    // With the numbers before their eyes, so that nobody says that they work without having seen them.
    case 'numbers':
      return [{ action: 'safety', subject: id, label: words.numbersLabel }];
  }
}

function careActions(id: Huddle['id']): readonly Action[] {
  return [
    { action: 'care-no', subject: id, label: words.careNo },
    { action: 'care-yes', subject: id, label: words.careYes },
  ];
}

/** The way to the check list. */
export function readyAction({ id }: Huddle): Action {
  return { action: 'ready', subject: id, label: words.label };
}

/** Asked in private, where nobody has said it yet. */
export function careQuestion({ id }: Huddle): Document {
  return document([paragraph(words.careAsk), paragraph(words.careHint), actions(...careActions(id), helpAction(id))]);
}

/** After a set-up: what is still needed, and the one question that a line mostly leaves open. */
export function neededAfterSetup(huddle: Huddle) {
  const asks = huddle.care === undefined;
  return {
    lines: [words.setUpNext, ...(asks ? [words.careAsk] : [])],
    actions: [...(asks ? careActions(huddle.id) : []), readyAction(huddle)],
  };
}

export function careField(value: 'no' | null): Field {
  return {
    kind: 'choice',
    name: 'care',
    label: words.careAsk,
    hint: words.careHint,
    options: [
      { value: 'no', label: words.careNo },
      { value: 'yes', label: words.careYes },
    ],
    ...(value === null ? {} : { value }),
  };
}

function careRefused({ id }: Huddle): Document {
  return document([
    paragraph(words.careRefused),
    paragraph(words.careInstead),
    paragraph(words.careOther),
    actions({ action: 'care-no', subject: id, label: words.careNo }, helpAction(id)),
  ]);
}

/** Why nothing was set up, with the line so that nothing typed is lost. */
export function setupRefused(line: string): Document {
  return document([
    paragraph(words.careRefused),
    paragraph(words.careInstead),
    paragraph(words.careSetup),
    { kind: 'quote', text: `setup ${line}`, from: null },
  ]);
}

/** The same beside the field of a form, which keeps what was typed. */
export function careRefusal(): string {
  return `${words.careRefused} ${words.careInstead}`;
}

export function dataContactForm({ id, dataContact }: Huddle): Form {
  const value = dataContact?.words;
  return {
    form: 'data-contact',
    subject: id,
    title: words.dataTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'words',
        label: words.dataAsk,
        hint: words.dataHint,
        max: 200,
        ...(value === undefined ? {} : { value }),
      },
    ],
    submit: words.save,
    cancel: words.cancel,
  };
}

/** To each coordinator, when the notice could not be brought to someone. Lock screens show no name. */
export function notReached({ id }: Huddle, name: string): Document {
  return document([
    paragraph(words.notReached(name)),
    paragraph(words.notReachedHow(name)),
    actions({ action: 'people', subject: id, label: words.peopleLabel }, helpAction(id)),
  ]);
}
