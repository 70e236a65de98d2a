import type { Refusal } from '../domain/refusal.ts';
import type { Document, Form } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { settingRefusal } from '../messages/settings-refusals.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';

type Asked = Pick<Context, 'interaction'>;

/** A button's own private message gives way to the answer; a line is answered beside it. */
export function answer({ interaction }: Asked, document: Document): Reply {
  return { kind: interaction.kind === 'action' ? 'replace' : 'private', document };
}

/** Opens a form; `instead` says what to type, where none can be opened. */
export function open(form: Form, ...instead: readonly string[]): Reply {
  return { kind: 'form', form, document: note(...instead) };
}

/** A setting that cannot be saved: beside its field in a form, which keeps what was typed, or as a line. */
export function unsaved(refusal: Refusal, { interaction }: Asked, field: string): Reply {
  const sentence = settingRefusal(refusal);
  if (interaction.kind === 'form') return { kind: 'invalid', fields: { [field]: sentence } };
  // Beside a button's own message, which may hold all that was typed.
  return { kind: 'private', document: note(sentence) };
}
