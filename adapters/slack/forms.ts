import type { types } from '@slack/bolt';
import type { Document, Field, Form } from '../../src/messages/document.ts';
import { slackWords } from '../../src/words/en/slack.ts';
import type { FormValues } from '../../src/ports.ts';
import { limits } from './limits.ts';
import { part, text as textOf, texts, type Payload } from './payload.ts';
import { renderBlocks } from './render.ts';
import { cut } from './text.ts';

/** What a modal carries with it, unseen: Slack tells no place when it is sent. `nonce` names the act of sending it. */
export interface Carried {
  readonly subject: string;
  readonly nonce: string;
  /** Null in a direct message. */
  readonly channel: string | null;
}

/** A Form as a modal. Each field's block_id is its name, so that errors find it again. */
export function renderForm(form: Form, carried: Carried): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.form,
    private_metadata: JSON.stringify(carried),
    title: plain(form.title, limits.modalTitle),
    submit: plain(form.submit, limits.modalTitle),
    close: plain(form.cancel, limits.modalTitle),
    blocks: [...renderBlocks(form.intro, limits.blocksInModal - form.fields.length), ...form.fields.map(renderField)],
  };
}

/** What is shown in the place of a modal once it is sent. */
export function renderAnswer(
  document: Document,
  { title, carried }: { title: string; carried: Carried },
): types.ModalView {
  const blocks = renderBlocks(document.blocks, limits.blocksInModal);
  const summary = { kind: 'paragraph', content: [{ kind: 'text', text: document.summary }] } as const;
  return {
    type: 'modal',
    private_metadata: JSON.stringify(carried),
    title: plain(title, limits.modalTitle),
    close: plain(slackWords.close, limits.modalTitle),
    blocks: blocks.length > 0 ? blocks : renderBlocks([summary], limits.blocksInModal),
  };
}

export function readCarried(metadata: string): Carried {
  const carried: unknown = metadata === '' ? {} : JSON.parse(metadata);
  return {
    subject: textOf(carried, 'subject') ?? '',
    nonce: textOf(carried, 'nonce') ?? '',
    channel: textOf(carried, 'channel'),
  };
}

/** Each field by its name: text, choice and date as text (empty when left out), people as a list. */
export function readValues(state: Payload): FormValues {
  return Object.fromEntries(Object.keys(state).map((name) => [name, readValue(part(part(state, name), input))]));
}

const input = 'value';

function readValue(element: Payload): string | readonly string[] {
  switch (textOf(element, 'type') ?? '') {
    case 'multi_users_select':
      return texts(element, 'selected_users');
    case 'users_select':
      return [textOf(element, 'selected_user')].filter((user) => user !== null);
    case 'datepicker':
      return textOf(element, 'selected_date') ?? '';
    case 'radio_buttons':
    case 'static_select':
      return textOf(part(element, 'selected_option'), 'value') ?? '';
    default:
      return textOf(element, 'value') ?? '';
  }
}

function renderField(field: Field): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, limits.fieldLabel),
    element: renderElement(field),
    optional: field.optional ?? false,
    ...(field.hint === undefined || field.hint === '' ? {} : { hint: plain(field.hint, limits.fieldLabel) }),
  };
}

function renderElement(field: Field): types.InputBlock['element'] {
  switch (field.kind) {
    case 'text':
      return textInput(field);
    case 'choice':
      return choice(field);
    case 'people':
      return people(field);
    case 'date':
      return { type: 'datepicker', action_id: input, ...(field.value ? { initial_date: field.value } : {}) };
  }
}

function textInput(field: Extract<Field, { kind: 'text' }>): types.PlainTextInput {
  const most = Math.min(field.max ?? limits.fieldText, limits.fieldText);
  return {
    type: 'plain_text_input',
    action_id: input,
    multiline: field.lines === 'many',
    max_length: most,
    ...(field.value ? { initial_value: cut(field.value, most) } : {}),
  };
}

/** Radio buttons show every choice at once; past ten Slack has only the list to open. Nothing is picked beforehand. */
function choice(field: Extract<Field, { kind: 'choice' }>): types.RadioButtons | types.StaticSelect {
  const options = field.options
    .slice(0, limits.selectOptions)
    .map(({ value, label }): types.PlainTextOption => ({ value, text: plain(label, limits.optionLabel) }));
  const picked = options.find(({ value }) => value === field.value);
  const facts = { action_id: input, options, ...(picked === undefined ? {} : { initial_option: picked }) };
  return options.length > limits.radioOptions
    ? { type: 'static_select', ...facts }
    : { type: 'radio_buttons', ...facts };
}

function people(field: Extract<Field, { kind: 'people' }>): types.UsersSelect | types.MultiUsersSelect {
  const [first, ...others] = field.value ?? [];
  if (field.most === 1) {
    return { type: 'users_select', action_id: input, ...(first === undefined ? {} : { initial_user: first }) };
  }
  const initial = first === undefined ? {} : { initial_users: [first, ...others].slice(0, field.most) };
  return { type: 'multi_users_select', action_id: input, max_selected_items: field.most, ...initial };
}

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: true };
}
