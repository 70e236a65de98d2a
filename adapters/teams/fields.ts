import type { Field } from '../../src/messages/document.ts';
import type { Known } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import type { Element, Input } from './card.ts';
import { richText } from './elements.ts';
import { cut, inert, isPlain } from './inert.ts';
import { limits } from './limits.ts';

export interface Pickable {
  readonly people: readonly Known[];
  /** Null in a chat with one person. */
  readonly channel: string | null;
}

/** A field with its hint below. Its name is the input's id. */
export function renderField(field: Field, pickable: Pickable): readonly Element[] {
  const hint = field.hint === undefined ? [] : richText([{ kind: 'text', text: cut(field.hint, limits.fieldLabel) }]);
  return [renderInput(field, pickable), ...hint.map(({ element }): Element => ({ ...element, spacing: 'Small' }))];
}

function renderInput(field: Field, pickable: Pickable): Input {
  const facts = {
    id: field.name,
    label: cut(inert(field.label), limits.fieldLabel),
    // Teams asks for it before anything is sent, and says so in these words.
    ...(field.optional === true ? {} : { isRequired: true, errorMessage: teamsWords.needed[field.kind] }),
  };
  switch (field.kind) {
    case 'text':
      return { type: 'Input.Text', ...facts, ...textInput(field) };
    case 'choice':
      return { type: 'Input.ChoiceSet', ...facts, ...choice(field) };
    case 'people':
      return { type: 'Input.ChoiceSet', ...facts, ...people(field, pickable) };
    case 'date':
      return { type: 'Input.Date', ...facts, ...(field.value ? { value: field.value } : {}) };
  }
}

function textInput({ value, lines, max }: Extract<Field, { kind: 'text' }>) {
  const most = Math.min(max ?? limits.fieldText, limits.fieldText);
  return { isMultiline: lines === 'many', maxLength: most, ...(value ? { value: cut(value, most) } : {}) };
}

/**
 * Radio buttons show every choice at once. Teams reads Markdown beside them but not in a list that opens, so words of
 * people in which a sign could act are in a list. Nothing is picked beforehand.
 */
function choice({ options, value }: Extract<Field, { kind: 'choice' }>) {
  const choices = options
    .slice(0, limits.choices)
    .map((option) => ({ title: cut(inert(option.label), limits.choiceTitle), value: option.value }));
  const inSight = choices.length <= limits.expandedChoices && choices.every(({ title }) => isPlain(title));
  const picked = choices.find((option) => option.value === value);
  return {
    choices,
    style: inSight ? ('expanded' as const) : ('compact' as const),
    wrap: true,
    ...(picked === undefined ? {} : { value: picked.value }),
  };
}

/**
 * Those who are in the place, by name. Where they are too many or not known, Teams' own search for people, which gives
 * ids of the directory: https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
function people({ most, value }: Extract<Field, { kind: 'people' }>, { people: known, channel }: Pickable) {
  const listed =
    known.length <= limits.peopleListed ? known : known.filter(({ identity }) => value?.includes(identity.user));
  const choices = listed.map(({ identity, name }) => ({
    title: cut(inert(name), limits.choiceTitle),
    value: identity.user,
  }));
  const picked = (value ?? []).filter((user) => choices.some((option) => option.value === user)).slice(0, most);
  return {
    choices,
    isMultiSelect: most > 1,
    style: 'compact' as const,
    wrap: true,
    ...(picked.length === 0 ? {} : { value: picked.join(',') }),
    ...(listed.length > 0 && listed.length === known.length ? {} : { 'choices.data': search(channel) }),
  };
}

function search(channel: string | null) {
  const dataset = channel === null ? 'graph.microsoft.com/users' : 'graph.microsoft.com/users?scope=currentContext';
  return { type: 'Data.Query' as const, dataset };
}
