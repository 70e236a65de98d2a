import type { CheckerIntent } from '../commands/checkers.ts';
import { readPeople, readPerson } from '../commands/intent.ts';
import type { CheckCommand } from '../domain/checker-rules.ts';
import type { PersonId } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { checkersForm, checkersMessage, checkRefusal, mendedMessage, mendForm, mendHow } from '../messages/checkers.ts';
import { note } from '../messages/frame.ts';
import { newsMessage, notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { checkerWords as words } from '../words/en/checkers.ts';
import { checkAggregate } from './checkers-state.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { outside } from './outside.ts';
import { answer, open } from './people-reply.ts';
import { findPerson } from './who.ts';

/** Who checks the digest, and what they say to its draft. Buttons and forms come past the registry, so who may is asked here too. */
export async function performCheckers(intent: CheckerIntent, asked: Context): Promise<Reply> {
  const context = await meant(intent, asked);
  const refusal = mayUse(audience(intent), context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return outside(context);
  const { huddle, now, person } = context;
  const base = { huddle: huddle.id, now } as const;
  switch (intent.want) {
    case 'overview':
      return overview(context);
    case 'form':
      return open(checkersForm(huddle), words.how);
    case 'stop':
      return set({ ...base, type: 'StopChecking' }, context);
    case 'name':
      return name(intent, context);
    case 'answer-asking':
      return answered(intent.yes, context);
    case 'right':
    case 'cannot':
      return mark({ ...base, type: 'MarkDraft', person: person.id, what: intent.want }, context);
    case 'mend-how':
      return answer(context, mendHow());
    case 'mend-form':
      return open(mendForm(huddle), words.mendHow, words.mendMore, words.mendStays);
    case 'mend':
      return mend(intent, context);
  }
}

function audience({ want }: CheckerIntent): 'anyone' | 'member' | 'coordinator' {
  switch (want) {
    case 'overview':
    case 'form':
    case 'stop':
    case 'name':
      return 'coordinator';
    case 'answer-asking':
      return 'anyone';
    case 'right':
    case 'cannot':
    case 'mend':
    case 'mend-form':
    case 'mend-how':
      return 'member';
  }
}

async function meant({ huddle: id }: CheckerIntent, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id) return context;
  const huddle = await context.records.huddles.get(id);
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return huddle === null ? context : { ...context, huddle, member };
}

async function overview(context: MemberContext, ...news: readonly string[]): Promise<Reply> {
  const huddle = (await context.records.huddles.get(context.huddle.id)) ?? context.huddle;
  const names = await context.records.people.names(huddle.id);
  return answer(context, checkersMessage({ huddle, names }, news));
}

async function name(
  { people: typed, standIn }: Extract<CheckerIntent, { readonly want: 'name' }>,
  context: MemberContext,
): Promise<Reply> {
  const people: (PersonId | null)[] = [];
  for (const word of readPeople(typed)) people.push(await findPerson(word, context));
  const other = standIn === '' ? null : await findPerson(readPerson(standIn), context);
  const found = people.filter((one) => one !== null);
  if (found.length < people.length || (standIn !== '' && other === null))
    return unsaved(refuse('checkers-unknown'), context, found.length < people.length ? 'people' : 'standIn');
  const { huddle, now } = context;
  return set({ type: 'NameCheckers', huddle: huddle.id, now, people: found, standIn: other }, context);
}

async function set(command: CheckCommand, context: MemberContext): Promise<Reply> {
  const done = await context.run(checkAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'people');
  if (done.events.length === 0) return overview(context, words.unchanged);
  return overview(context, command.type === 'StopChecking' ? words.savedOff : words.savedAsked);
}

async function answered(yes: boolean, context: MemberContext): Promise<Reply> {
  const { huddle, now, person } = context;
  const command = { type: 'AnswerAsking', huddle: huddle.id, now, person: person.id, yes } as const;
  const done = await context.run(checkAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'people');
  return answer(context, newsMessage(huddle, [yes ? words.saidYes : words.saidNo]));
}

/** The draft stays to be read and mended, so its answer stands beside it. */
async function mark(
  command: Extract<CheckCommand, { readonly type: 'MarkDraft' }>,
  context: MemberContext,
): Promise<Reply> {
  const done = await context.run(checkAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'number');
  return { kind: 'private', document: note(command.what === 'right' ? words.savedRight : words.savedCannot) };
}

async function mend(
  { what, number }: Extract<CheckerIntent, { readonly want: 'mend' }>,
  context: MemberContext,
): Promise<Reply> {
  const { huddle, now, person } = context;
  if (number === null) return unsaved(refuse('not-in-draft', { number: 0 }), context, 'number');
  const command = { type: 'MendDraft', huddle: huddle.id, now, person: person.id, what, number } as const;
  const done = await context.run(checkAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'number');
  return { kind: 'private', document: mendedMessage(what, number) };
}

/** Beside its field in a form, which keeps what was typed, or as a line. */
function unsaved(refusal: Refusal, { interaction }: Context, field: string): Reply {
  const sentence = checkRefusal(refusal);
  if (interaction.kind === 'form') return { kind: 'invalid', fields: { [field]: sentence } };
  return { kind: 'private', document: note(sentence) };
}
