import type { Document, Form } from '../../src/messages/document.ts';
import type { FormValues, Known } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { closeButton, dialogButton } from './buttons.ts';
import { attach, shell, weightOf, type Attachment, type Button, type Card, type Element } from './card.ts';
import { elementsOf, richText, type Piece } from './elements.ts';
import { renderField } from './fields.ts';
import { fit } from './fit.ts';
import { cut, inert, toSpeak } from './inert.ts';
import { limits } from './limits.ts';
import { part, text } from './payload.ts';
import { note, roomIn } from './render.ts';

/** What a dialog carries with it, unseen. `nonce` names the act of sending it. */
export interface Carried {
  readonly form: string;
  readonly subject: string;
  readonly nonce: string;
  /** The conversation in which it was opened; null in a chat with one person. */
  readonly channel: string | null;
  /**
   * The form itself, as JSON: Teams gives nothing back but this and the values, and the form has to be drawn again when
   * something in it needs a second look, also after a restart. Null where it was too long to carry.
   */
  readonly again: string | null;
}

/** A dialog as Teams takes it: https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules#dialog-metadata */
export interface Dialog {
  readonly title: string;
  readonly width: 'medium';
  readonly height: 'medium' | 'large';
  readonly card: Attachment;
}

/** A sentence beside each wrong field, by the field's name. One for a field that the form does not have stands on top. */
export type Wrong = Readonly<Record<string, string>>;

/** A Form as a dialog. `people` are those who can be picked; with none, Teams' own search for people is offered. */
export function renderForm(
  form: Form,
  carried: Pick<Carried, 'nonce' | 'channel'>,
  { people, wrong = {} }: { readonly people: readonly Known[]; readonly wrong?: Wrong },
): Dialog {
  const fields = form.fields.flatMap((field) => [
    ...marked(wrong[field.name]),
    ...renderField(field, { people, channel: carried.channel }),
  ]);
  const top = onTop(form, wrong);
  const frame = { ...shell(toSpeak(form.title)), body: [...elements(top), ...fields] };
  const { data, room } = carry(form, carried, roomIn(frame));
  const intro = fit(
    elementsOf(form.intro, (action) => dialogButton(action, { ...carried, title: form.title })),
    { room, note },
  );
  const send: Button = {
    type: 'Action.Submit',
    title: cut(inert(form.submit), limits.actionTitle),
    style: 'positive',
    data,
  };
  const buttons: Element = { type: 'ActionSet', actions: [send] };
  return dialog(form.title, { ...frame, body: [...elements(top), ...elements(intro), ...fields, buttons] }, 'large');
}

/** What is shown in the place of a dialog once it is sent. */
export function renderAnswer(
  document: Document,
  { title, channel }: { title: string; channel: string | null },
): Dialog {
  const pieces = elementsOf(document.blocks, (action) => dialogButton(action, { channel, title }));
  const close: Element = { type: 'ActionSet', actions: [closeButton(teamsWords.close)] };
  const frame = shell(toSpeak(cut(document.summary, limits.summary)));
  const body = fit(pieces.length > 0 ? pieces : richText([{ kind: 'text', text: document.summary }]), {
    room: roomIn([frame, close]),
    note,
  });
  return dialog(title, { ...frame, body: [...elements(body), close] }, 'medium');
}

/** What came back with a dialog; empty texts where it is none of ours. */
export function readCarried(data: unknown): Carried {
  const ours = part(data, 'wesaid');
  return {
    form: text(ours, 'form') ?? '',
    subject: text(ours, 'subject') ?? '',
    nonce: text(ours, 'nonce') ?? '',
    channel: text(ours, 'channel'),
    again: text(ours, 'again'),
  };
}

/**
 * Each field by its name: text, choice and date as text (empty when left out, as Teams leaves out what is empty), people
 * as a list: `29:…`, or ids of the directory where Teams' own search was used.
 */
export function readValues(data: unknown): FormValues {
  const kinds = part(part(data, 'wesaid'), 'fields');
  const names = Object.keys(kinds);
  return Object.fromEntries(
    names.map((name) => {
      const value = text(data, name) ?? '';
      return [name, kinds[name] === 'people' ? value.split(',').filter((each) => each !== '') : value];
    }),
  );
}

/** The form leaves with the dialog where there is room for it. */
function carry(form: Form, { nonce, channel }: Pick<Carried, 'nonce' | 'channel'>, room: number) {
  const fields = Object.fromEntries(form.fields.map(({ name, kind }) => [name, kind]));
  const bare = { form: form.form, subject: form.subject, nonce, channel, title: form.title, fields };
  const full = { ...bare, again: JSON.stringify(form) };
  const left = room - weightOf(full);
  // Half of what is left is for the intro, which people need before they need a second look.
  return left > weightOf(form.intro) * 2
    ? { data: { wesaid: full }, room: left }
    : { data: { wesaid: bare }, room: room - weightOf(bare) };
}

function onTop(form: Form, wrong: Wrong): readonly Piece[] {
  const names = new Set(form.fields.map(({ name }) => name));
  const others = Object.keys(wrong).filter((name) => !names.has(name));
  const beside = Object.keys(wrong).length > others.length ? [teamsWords.lookAgain] : [];
  return [...others.map((name) => wrong[name] ?? ''), ...beside].flatMap((sentence) =>
    richText([{ kind: 'strong', text: sentence }]),
  );
}

/** Bold and in the colour for it, above its field, so that it is heard before the field is. */
function marked(sentence: string | undefined): readonly Element[] {
  if (sentence === undefined) return [];
  const run = { type: 'TextRun', text: inert(sentence), weight: 'Bolder', color: 'Attention' } as const;
  return [{ type: 'RichTextBlock', inlines: [run], separator: true, spacing: 'Large' }];
}

function dialog(title: string, card: Card, height: Dialog['height']): Dialog {
  return { title: cut(inert(title), limits.dialogTitle), width: 'medium', height, card: attach(card) };
}

function elements(pieces: readonly Piece[]): Element[] {
  return pieces.map(({ element }) => element);
}
