import { describe, expect, it } from 'vitest';
import { readAgain } from '../../../adapters/teams/again.ts';
import { weightOf } from '../../../adapters/teams/card.ts';
import { readCarried, readValues, renderForm, type Wrong } from '../../../adapters/teams/forms.ts';
import { limits } from '../../../adapters/teams/limits.ts';
import { paragraph, type Form } from '../../../src/messages/document.ts';
import { teamsWords } from '../../../src/words/en/teams.ts';
import { schemaProblem } from '../../support/card-schema.ts';
import { theirs } from '../../support/readability.ts';
import { sampleForms } from '../../support/samples.ts';
import { cardProblem } from '../../support/teams-cards.ts';
import { actionsOf, everyPart, inputsOf, json, seen } from '../../support/teams-seen.ts';
import type { Json } from '../../support/teams-world.ts';

const carried = { nonce: '5a9d', channel: '19:willow@thread.tacv2' };
/** As long as Teams' own. */
const userOf = (index: number): string => `29:1${String(index).padStart(100, '-')}`;
const known = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    identity: { platform: 'teams' as const, workspace: 'tenant', user: userOf(index) },
    name: `Person ${index}`,
  }));
const promise: Form = {
  form: 'promise',
  subject: 'willow',
  title: 'A promise',
  intro: [paragraph('We will …')],
  fields: [
    { kind: 'text', name: 'what', label: 'What will we do?', hint: 'One thing.', lines: 'many', max: 500 },
    {
      kind: 'choice',
      name: 'for',
      label: 'Who is it for?',
      options: [
        { value: 'staff', label: 'Staff' },
        { value: 'all', label: 'All of us' },
      ],
    },
    { kind: 'people', name: 'owner', label: 'Who does it?', most: 2, optional: true },
    { kind: 'date', name: 'by', label: 'By when?' },
  ],
  submit: 'Save',
  cancel: 'Cancel',
};
const cardOf = (form: Form, more: { people?: number; wrong?: Wrong } = {}): Json =>
  json(renderForm(form, carried, { people: known(more.people ?? 3), wrong: more.wrong ?? {} }).card.content);
const inputOf = (card: Json, name: string): Json | undefined => inputsOf(card).find(({ id }) => id === name);
/** What Teams sends when the form is sent with this typed and picked in it. */
const sentWith = (card: Json, typed: Json): Json => ({ ...json(actionsOf(card).at(-1)?.data), ...typed });

describe('a form in Teams', () => {
  it('is a dialog with a label for each field and a sentence for what is left out', () => {
    const { title, card } = renderForm(promise, carried, { people: known(3) });
    expect(title).toBe('A promise');
    expect(inputsOf(json(card.content))).toMatchObject([
      {
        type: 'Input.Text',
        label: 'What will we do?',
        isMultiline: true,
        maxLength: 500,
        errorMessage: teamsWords.needed.text,
      },
      { type: 'Input.ChoiceSet', label: 'Who is it for?', style: 'expanded', errorMessage: teamsWords.needed.choice },
      { type: 'Input.ChoiceSet', label: 'Who does it?', isMultiSelect: true },
      { type: 'Input.Date', label: 'By when?', errorMessage: teamsWords.needed.date },
    ]);
    expect(inputOf(json(card.content), 'owner')).not.toHaveProperty('isRequired');
    expect(seen(json(card.content))).toContain('One thing.');
  });

  it('has nothing picked beforehand unless the form says so', () => {
    for (const input of inputsOf(cardOf(promise))) expect(input).not.toHaveProperty('value');
    const [what] = promise.fields;
    if (what?.kind !== 'text') throw new Error('the first field is text');
    expect(inputOf(cardOf({ ...promise, fields: [{ ...what, value: 'Paint' }] }), 'what')?.value).toBe('Paint');
  });

  it('shows words of people in a list to open where a sign in them could act beside a radio button', () => {
    const options = [{ value: 'a', label: '[Staff](https://example.org)' }];
    const form: Form = { ...promise, fields: [{ kind: 'choice', name: 'for', label: 'For?', options }] };
    expect(inputOf(cardOf(form), 'for')?.style).toBe('compact');
  });

  it('lists by name those who are in the place', () => {
    expect(inputOf(cardOf(promise), 'owner')).toMatchObject({
      choices: [
        { title: 'Person 0', value: userOf(0) },
        { title: 'Person 1', value: userOf(1) },
        { title: 'Person 2', value: userOf(2) },
      ],
    });
    expect(inputOf(cardOf(promise), 'owner')).not.toHaveProperty(['choices.data']);
  });

  it.each([
    ['too many to list', 400],
    ['not known', 0],
  ])('offers Teams’ own search where people are %s', (_, people) => {
    expect(inputOf(cardOf(promise, { people }), 'owner')).toMatchObject({
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
    });
  });

  it('gives back each field by its name, and empty what was left out', () => {
    const data = sentWith(cardOf(promise), { what: 'Paint', owner: `${userOf(0)},${userOf(2)}`, by: '2027-03-28' });
    expect(readValues(data)).toEqual({
      what: 'Paint',
      for: '',
      owner: [userOf(0), userOf(2)],
      by: '2027-03-28',
    });
    expect(readCarried(data)).toMatchObject({ form: 'promise', subject: 'willow', ...carried });
  });

  it('that is none of ours is empty', () => {
    for (const data of [null, 'text', {}, { wesaid: 'x' }]) {
      expect(readCarried(data)).toMatchObject({ form: '', nonce: '', channel: null, again: null });
      expect(readValues(data)).toEqual({});
    }
  });
});

describe('a form that needs a second look', () => {
  const typed = { what: 'Paint **the** day room', for: 'all', owner: userOf(1), by: '2027-03-28' };
  const wrong = { by: 'That day is over. Please pick one to come.' };
  const again = (): Json => {
    const data = sentWith(cardOf(promise), typed);
    const form = readAgain(readCarried(data).again, readValues(data));
    if (form === null) throw new Error('the form was not carried');
    return cardOf(form, { wrong });
  };

  it('keeps all that was typed and picked', () => {
    expect(inputsOf(again()).map(({ value }) => value)).toEqual([typed.what, typed.for, typed.owner, typed.by]);
  });

  it('has the sentence right above its field, and says on top that there is one', () => {
    const parts = everyPart(again());
    const field = parts.findIndex(({ id }) => id === 'by');
    expect(seen({ body: parts.slice(field - 2, field - 1) })).toBe(wrong.by);
    expect(seen(again()).startsWith(teamsWords.lookAgain)).toBe(true);
  });

  it('says on top what is wrong with no field of it', () => {
    const card = cardOf(promise, { wrong: { elsewhere: 'I could not save that.' } });
    expect(seen(card).startsWith('I could not save that.')).toBe(true);
    expect(seen(card)).not.toContain(teamsWords.lookAgain);
  });

  it('is not drawn from what we did not write', () => {
    for (const json of [
      null,
      '',
      '{',
      '[]',
      '{"form":"x"}',
      JSON.stringify({ ...promise, fields: [{ kind: 'text' }] }),
    ]) {
      expect(readAgain(json, {})).toBeNull();
    }
  });
});

describe.each([
  ['ordinary words', { name: 'Ruth', words: 'We will paint the day room.' }],
  ['the longest words', { name: 'Wilhelmina '.repeat(6).trim(), words: 'word '.repeat(199).trim() }],
  ['words that would act', { name: '<at>Ruth</at>', words: '[x](javascript:alert(1)) {{DATE(2027-03-01T10:00:00Z)}}' }],
  ['any words', { name: theirs, words: theirs }],
])('every form, with %s', (_, written) => {
  const forms = Object.entries(sampleForms(written));

  it('is a dialog that Teams takes whole, inside its limits', () => {
    for (const [name, form] of forms) {
      const dialog = renderForm(form, carried, { people: known(limits.peopleListed) });
      const problems = [schemaProblem(dialog.card.content), cardProblem(dialog.card.content, 'dialog')];
      expect([name, ...problems]).toEqual([name, null, null]);
      expect(weightOf(dialog), name).toBeLessThanOrEqual(limits.messageBytes);
    }
  });

  it('carries itself, so that it can be drawn again after a restart', () => {
    for (const [name, form] of forms) {
      const data = sentWith(cardOf(form), {});
      expect(readAgain(readCarried(data).again, {}), name).toEqual(JSON.parse(JSON.stringify(form)));
    }
  });
});

it('a form too long to carry is sent without itself, and still fits', () => {
  const intro = Array.from({ length: 20 }, () => paragraph('word '.repeat(150)));
  const dialog = renderForm({ ...promise, intro }, carried, { people: known(3) });
  expect(weightOf(dialog)).toBeLessThanOrEqual(limits.messageBytes);
  expect(readCarried(sentWith(json(dialog.card.content), {})).again).toBeNull();
});
