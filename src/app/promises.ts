import { promiseIn } from '../commands/promise-from.ts';
import type { PromiseIntent } from '../commands/promises.ts';
import type { OnPromise, PromiseRefusalCode } from '../domain/commitment.ts';
import { decide } from '../domain/commitment-decide.ts';
import { longestWhat, usualDate } from '../domain/commitment-make.ts';
import { takesPart } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import { makeQuestion } from '../messages/promise-forms.ts';
import { promiseRefusal } from '../messages/promise-refusals.ts';
import { promiseReply } from '../messages/promise-replies.ts';
import { promiseList, promisePage } from '../messages/promises.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { promiseRefusals } from '../words/en/promise-refusals.ts';
import type { Reply } from '../ports.ts';
import { givenIn, inHuddle, type Context, type MemberContext } from './context.ts';
import { execute } from './execute.ts';
import { outside } from './outside.ts';
import { onSuggestedChange } from './promise-or-change.ts';
import { roundsFor } from './rounds-for.ts';
import { performRounds } from './rounds.ts';
import { factsAround, promiseAggregate, promiseFacts, setPromiseTimer } from './promise-book.ts';
import { askedBy, emptyHanded, nothingFilled, opened, questionFor } from './promise-questions.ts';
import { mended, type Asked } from './promise-mended.ts';
import { ownersIn, usersOf, withNames } from './promise-people.ts';
import type { Waking } from './waking.ts';

export async function performPromises(intent: PromiseIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  const onChange = await onSuggestedChange(intent, context);
  if (onChange !== null) return onChange;
  switch (intent.want) {
    case 'list':
      return list(context);
    case 'show':
      return show(intent.number, context);
    case 'form':
      return form(intent, context);
    case 'make-from':
      return makeFrom(intent.text, context);
    case 'make':
    case 'correct':
      return make(intent, context);
    case 'did':
    case 'yes':
    case 'no':
    case 'not-yet':
    case 'could-not':
    case 'change':
    case 'drop':
    case 'pick-up':
    case 'pass-on':
    case 'undo':
      return run({ ...basis(context), number: intent.number, ...(await asCommand(intent, context)) }, context);
  }
}

/** A due timer. It is set anew in any case, so that one with nothing to do does not ring for ever. */
export async function wakePromise(huddle: HuddleId, number: number, { records, now }: Waking): Promise<void> {
  await execute(records, promiseAggregate, { type: 'Wake', huddle, number, now });
  await setPromiseTimer(records, { huddle, number, now });
}

async function list({ records, huddle, person, now }: MemberContext): Promise<Reply> {
  return { kind: 'private', document: promiseList(await promiseFacts(records, huddle, now), person.id) };
}

async function show(number: number, { records, huddle, person, now }: MemberContext): Promise<Reply> {
  const facts = await factsAround(records, { huddle: huddle.id, numbers: [number], now });
  const promise = facts.book.promises.get(number);
  if (promise === undefined) return { kind: 'private', document: note(promiseRefusals.noSuchPromise(number)) };
  return { kind: 'private', document: promisePage(promise, facts, person.id) };
}

type Line = Exclude<PromiseIntent, { want: 'list' | 'show' | 'form' | 'make' | 'make-from' | 'correct' }>;

async function asCommand(intent: Line, context: MemberContext): Promise<OnPromise> {
  const named = (words: string | null) => withNames(words, context);
  switch (intent.want) {
    case 'did':
      return { type: 'Claim', proof: await named(intent.proof) };
    case 'yes':
      return { type: 'Agree', but: await named(intent.but) };
    case 'no':
      return { type: 'Refuse', reason: await named(intent.reason) };
    case 'not-yet':
      return { type: 'NotYet', missing: await named(intent.missing), named: intent.named };
    case 'could-not':
      return { type: 'CouldNot', reason: (await named(intent.reason)) ?? '', next: await named(intent.next) };
    case 'change':
      return { type: 'SuggestChange', what: await named(intent.what), due: intent.due };
    case 'drop':
      return { type: 'SuggestDrop' };
    case 'pick-up':
      return { type: 'PickUp' };
    case 'pass-on':
      return { type: 'PassOn' };
    case 'undo':
      return { type: 'Undo' };
  }
}

async function make(
  intent: Extract<PromiseIntent, { want: 'make' | 'correct' }>,
  context: MemberContext,
): Promise<Reply> {
  const { due, forSide } = intent.parts;
  const what = await withNames(intent.parts.what, context);
  const owners = await ownersIn(intent.parts.owners, context);
  if ('unknown' in owners) return nobodySo(owners.unknown, context);
  const { unreadDay } = intent.parts;
  if (intent.want === 'make' && unreadDay !== undefined) {
    const filled = { what, due: null, forSide, owners: await usersOf(owners, context) };
    return opened(makeQuestion(context.huddle, filled, promiseFormWords.make.unknownDay(unreadDay)));
  }
  if (intent.want === 'make') {
    return run({ ...basis(context), type: 'Make', what: what ?? '', owners, forSide, due }, context);
  }
  const others = owners.length === 0 ? null : owners;
  return run(
    { ...basis(context), type: 'Correct', number: intent.number, what, due, owners: others, forSide },
    context,
  );
}

/** The form, with what a message says filled in. A button of ours carries the huddle's id above the words. */
async function makeFrom(subject: string, context: MemberContext): Promise<Reply> {
  const { huddle, now } = context;
  const message = subject.startsWith(`${huddle.id}\n`) ? subject.slice(huddle.id.length + 1) : subject;
  const { what, due } = promiseIn(await withNames(message, context), givenIn(context), longestWhat);
  return opened(makeQuestion(huddle, { ...nothingFilled, what, due: due ?? usualDate(now, huddle) }, null));
}

function nobodySo(name: string, { interaction }: MemberContext): Reply {
  const why = promiseRefusals.whoIsThat(name);
  return interaction.kind === 'form'
    ? { kind: 'invalid', fields: { owners: why } }
    : { kind: 'private', document: note(why) };
}

function basis({ huddle, person, now }: MemberContext): Pick<Asked, 'huddle' | 'by' | 'now'> {
  return { huddle: huddle.id, by: person.id, now };
}

async function run(command: Asked, context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const done = await context.run(promiseAggregate, command);
  // Only the rules of promises refuse here.
  if (isRefusal(done))
    return (await asAnswer(done, command, context)) ?? mended(done as Refusal<PromiseRefusalCode>, command, context);
  const numbers = [...new Set(done.events.map(({ number }) => number))];
  const facts = await factsAround(records, { huddle: huddle.id, numbers, now });
  return { kind: 'private', document: promiseReply(done.events, facts, person.id) };
}

/** A bare "yes" or "no" that nothing waits for may well be what somebody says to the open question. */
async function asAnswer({ refused }: Refusal, command: Asked, context: MemberContext): Promise<Reply | null> {
  const { interaction } = context;
  const isBare = refused === 'nothing-waits-for-you' && 'number' in command && command.number === null;
  if (!isBare || (interaction.kind !== 'command' && interaction.kind !== 'spoke')) return null;
  const isOpen = (await roundsFor(context)).some(({ status }) => status === 'open');
  return isOpen ? performRounds({ family: 'rounds', want: 'offer', text: interaction.text }, context) : null;
}

/** Opens a form, unless the rules already say no to whoever asks for it: nobody fills in a form in vain. */
async function form(intent: Extract<PromiseIntent, { want: 'form' }>, context: MemberContext): Promise<Reply> {
  const { records, huddle, now } = context;
  if (intent.form === 'make') {
    return opened(makeQuestion(huddle, { ...nothingFilled, due: usualDate(now, huddle) }, null));
  }
  const number = intent.number ?? 0;
  const facts = await factsAround(records, { huddle: huddle.id, numbers: [number], now });
  const refused = decide({ ...basis(context), number, ...emptyHanded[intent.form] }, facts.book);
  const promise = facts.book.promises.get(number);
  if (isRefusal(refused) && (promise === undefined || askedBy(refused.refused) === null)) {
    return { kind: 'private', document: note(promiseRefusal(refused)) };
  }
  if (promise === undefined) return { kind: 'none' };
  return opened(questionFor(intent.form, promise, { huddle, filled: nothingFilled, why: null }));
}
