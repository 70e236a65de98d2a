import type { PromiseFormName } from '../commands/promises.ts';
import type { Commitment, PromiseCommand, PromiseRefusalCode } from '../domain/commitment.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import { makeQuestion, type Filled } from '../messages/promise-forms.ts';
import { promiseRefusal } from '../messages/promise-refusals.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import type { Reply } from '../ports.ts';
import type { MemberContext } from './context.ts';
import { usersOf } from './promise-people.ts';
import { askedBy, fieldOf, opened, questionFor } from './promise-questions.ts';

/** What a person asks for: everything but the timer's own. */
export type Asked = Extract<PromiseCommand, { readonly by: PersonId }>;

/**
 * Answers a no. An open form stays open, with the sentence beside the field; a line that lacks something is answered
 * with the form that asks for it, what was typed already in it; anything else gets the sentence alone.
 */
export async function mended(
  refusal: Refusal<PromiseRefusalCode>,
  command: Asked,
  context: MemberContext,
): Promise<Reply> {
  const why = promiseRefusal(refusal);
  const { interaction, records, huddle } = context;
  if (interaction.kind === 'form') {
    return { kind: 'invalid', fields: { [fieldOf(refusal.refused, interaction.values)]: why } };
  }
  const sentence: Reply = { kind: 'private', document: note(why) };
  if (askedBy(refusal.refused) === null) return sentence;
  const filled = await said(refusal, command, context);
  if (command.type === 'Make') {
    const text = refusal.refused === 'date-needed' ? promiseFormWords.make.needsDate : why;
    return opened(makeQuestion(huddle, filled, text));
  }
  const form = formOf(command);
  const promise = await records.promises.get(huddle.id, numberOf(refusal, command));
  return form === null || promise === null ? sentence : opened(questionFor(form, promise, { huddle, filled, why }));
}

function numberOf({ details }: Refusal, command: Exclude<Asked, { type: 'Make' }>): Commitment['number'] {
  return command.number ?? Number(details['number'] ?? 0);
}

function formOf({ type }: Exclude<Asked, { type: 'Make' }>): Exclude<PromiseFormName, 'make'> | null {
  switch (type) {
    case 'CouldNot':
      return 'could-not';
    case 'Refuse':
      return 'no';
    case 'SuggestChange':
      return 'change';
    case 'Correct':
      return 'correct';
    case 'Agree':
    case 'Claim':
    case 'NotYet':
    case 'SuggestDrop':
    case 'PickUp':
    case 'PassOn':
    case 'Undo':
      return null;
  }
}

/** What was typed already. A day that is over is asked about anew, never guessed; where none was named, one is suggested. */
async function said({ refused, details }: Refusal, command: Asked, context: MemberContext): Promise<Filled> {
  const suggested = refused === 'date-needed' ? String(details['suggested']) : null;
  if (command.type !== 'Make' && command.type !== 'SuggestChange' && command.type !== 'Correct') {
    return { what: null, due: null, forSide: null, owners: [] };
  }
  const due = refused === 'date-passed' || refused === 'date-too-far' ? null : (command.due ?? suggested);
  if (command.type === 'SuggestChange') return { what: command.what, due, forSide: null, owners: [] };
  const owners = await usersOf(command.owners ?? [], context);
  return { what: command.what === '' ? null : command.what, due, forSide: command.forSide, owners };
}
