import { clean } from '../commands/clean.ts';
import type { AskedHow, RoundIntent } from '../commands/rounds.ts';
import { canBeAsked } from '../domain/check-in.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { RoundId } from '../domain/ids.ts';
import { askedPrompt, privateQuestion, promptOf, together } from '../domain/prompts.ts';
import { isPulse } from '../domain/pulse.ts';
import { mustNotBeSent, noQuestions } from '../domain/questions.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { isFor } from '../domain/role-swap.ts';
import { longestOffer, optionOf, type Prompt, type Round } from '../domain/round.ts';
import { wayOf } from '../domain/way.ts';
import {
  answerForm,
  answerHint,
  answerSaved,
  askHint,
  askedNow,
  askedSwap,
  laterSaved,
  longAnswer,
  noOpenQuestion,
  notAnAnswer,
  pickAnOption,
  offerAnswer,
  roundRefusal,
  skipSaved,
} from '../messages/replies-rounds.ts';
import type { Document } from '../messages/document.ts';
import { noPlaceNow } from '../messages/places.ts';
import type { Reply } from '../ports.ts';
import { promptLibrary } from '../words/library.ts';
import { pulseWords } from '../words/en/pulses.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { heldBack } from './begin.ts';
import { coordinatorNames } from './coordinators.ts';
import { readEntrusted } from './entrusted.ts';
import { answerPulse, showPulse, typedPulse } from './pulses.ts';
import { roundAggregate, type RoundWish } from './round-aggregate.ts';
import { roundsFor } from './rounds-for.ts';
import { outside } from './outside.ts';
import { withNames } from './promise-people.ts';
import { lookAt } from './looked.ts';
import { deleteMessage, editMessage, replyInThread, restoreMessage } from './thread.ts';

export async function performRounds(intent: RoundIntent, context: Context): Promise<Reply> {
  switch (intent.want) {
    case 'reply':
      return inHuddle(context) ? replyInThread(intent, context) : { kind: 'none' };
    case 'restore':
      return inHuddle(context) ? restoreMessage(intent, context) : { kind: 'none' };
    case 'look':
      return lookAt(intent.message, context);
    case 'edit':
      return inHuddle(context) ? editMessage(intent, context) : { kind: 'none' };
    case 'delete':
      return inHuddle(context) ? deleteMessage(intent, context) : { kind: 'none' };
    // Running a huddle and taking part in it are two things.
    case 'ask':
      return inHuddle(context) ? ask(intent, context) : outside(context);
    case 'answers':
      return inHuddle(context) ? readEntrusted(intent, context) : outside(context);
    case 'answer':
    case 'save':
    case 'offer':
    case 'not-an-answer':
    case 'skip':
    case 'later':
      return inHuddle(context) && takesPart(context.member) ? performForMember(intent, context) : outside(context);
  }
}

type MemberIntent = Exclude<
  RoundIntent,
  { want: 'reply' | 'restore' | 'look' | 'edit' | 'delete' | 'ask' | 'answers' }
>;

async function performForMember(intent: MemberIntent, context: MemberContext): Promise<Reply> {
  switch (intent.want) {
    case 'answer':
      return openForm(intent, context);
    case 'save':
      return save(intent, context);
    case 'offer':
      return offer(intent, context);
    case 'not-an-answer':
      return { kind: 'replace', document: notAnAnswer() };
    case 'skip':
    case 'later':
      return setAside(intent, context);
  }
}

async function openForm(intent: Extract<RoundIntent, { want: 'answer' }>, context: MemberContext): Promise<Reply> {
  const round = await theRound(intent.round, context);
  if (round === null) return say(noOpenQuestion(null, await lastClosed(context)));
  if (isPulse(round.prompt)) return showPulse(round, context);
  const { seenBy } = intent;
  const form = answerForm(round, {
    seenBy,
    text: intent.text ?? (await toCorrect(round, context)),
    coordinators: await coordinatorNames(context),
    huddle: context.huddle,
  });
  return { kind: 'form', form, document: answerHint(round) };
}

async function save(intent: Extract<RoundIntent, { want: 'save' }>, context: MemberContext): Promise<Reply> {
  const { person, huddle } = context;
  const { text, option, seenBy } = intent;
  const done = await context.run(roundAggregate, {
    ...wish(context, intent.round),
    type: 'SubmitAnswer',
    person: person.id,
    said: { text, option, seenBy, message: null, ...typedFor(context) },
  });
  if (isRefusal(done)) return refusedForm(done, context);
  const { round, response } = done.state;
  if (round === null || response?.answer == null) return say(noOpenQuestion());
  return reply(context, answerSaved(round, response.answer, { coordinators: await coordinatorNames(context), huddle }));
}

/** What a supporter typed for them stands in the box, so that they need only mend it. */
async function toCorrect({ id }: Round, { records, person }: MemberContext): Promise<string | null> {
  const answer = (await records.rounds.response(id, person.id))?.answer ?? null;
  return answer?.helped === true ? answer.text : null;
}

function typedFor({ interaction }: MemberContext): { readonly helped?: true } {
  return interaction.bySupporter === true ? { helped: true } : {};
}

/** A form keeps what was typed, with the sentence beside the field that it is about. */
function refusedForm(refusal: Refusal, context: MemberContext): Reply {
  const document = roundRefusal(refusal);
  if (context.interaction.kind !== 'form') return say(document);
  const field =
    refusal.refused === 'seen-by-needed' ? 'seen-by' : refusal.refused === 'option-needed' ? 'option' : 'text';
  return { kind: 'invalid', fields: { [field]: document.summary } };
}

/** Words that are no command: is this your answer? Nothing is kept until the person says so. */
async function offer(intent: Extract<RoundIntent, { want: 'offer' }>, context: MemberContext): Promise<Reply> {
  const text = await withNames(clean(intent.text).trim(), context);
  if (text === '')
    return openForm({ family: 'rounds', want: 'answer', round: null, seenBy: null, text: null }, context);
  const newest = await theRound(null, context);
  const isItsOption = newest !== null && !isPulse(newest.prompt) && optionOf(newest.prompt, text) !== null;
  const taken = isItsOption ? null : await typedPulse(text, context);
  if (taken !== null) return taken;
  const round = await openWords(context);
  if (round === null && newest !== null) return showPulse(newest, context, text);
  if (round === null) return say(noOpenQuestion(text, intent.asked === true ? await lastClosed(context) : null));
  const people = { coordinators: await coordinatorNames(context), huddle: context.huddle };
  if (round.prompt.options.length > 0 && optionOf(round.prompt, text) === null) return say(pickAnOption(round, text));
  if (text.length <= longestOffer) return say(offerAnswer(round, text, people));
  return {
    kind: 'form',
    form: answerForm(round, { seenBy: null, text, ...people }),
    document: longAnswer(round, text),
  };
}

async function setAside(
  intent: { readonly want: 'skip' | 'later'; readonly round: RoundId | null },
  context: MemberContext,
): Promise<Reply> {
  const round = await theRound(intent.round, context);
  if (round === null) return say(noOpenQuestion());
  if (isPulse(round.prompt))
    return intent.want === 'skip' ? answerPulse(round, null, context) : showPulse(round, context);
  const done = await context.run(roundAggregate, {
    ...wish(context, round.id),
    type: intent.want === 'skip' ? 'Skip' : 'AskLater',
    person: context.person.id,
  });
  if (isRefusal(done)) return say(roundRefusal(done));
  const asked = done.events.find((event) => event.type === 'AskedForLater');
  const zone = context.person.zone ?? context.huddle.zone;
  return say(asked === undefined ? skipSaved() : laterSaved(asked.remindAt, zone));
}

async function ask(
  { text, how }: Pick<Extract<RoundIntent, { want: 'ask' }>, 'text' | 'how'>,
  context: MemberContext,
): Promise<Reply> {
  if (text === null) return say(askHint());
  return say((await askNow({ text, how }, context)).document);
}

/** Sends a question to everyone, where that may be now; `document` says so, or why not. `words` stand in place of its own. */
export async function askNow(
  { text, how, words }: { readonly text: string; readonly how: AskedHow; readonly words?: string },
  context: MemberContext,
): Promise<{ readonly isAsked: boolean; readonly document: Document }> {
  const { huddle, person, records } = context;
  const no = (document: Document) => ({ isAsked: false, document });
  const known = promptAsked(text, how, huddle);
  if (isRefusal(known)) return no(roundRefusal(known));
  const prompt = words === undefined ? known : { ...known, text: words };
  if ((await records.huddles.places(huddle.id)).length === 0) return no(noPlaceNow(huddle));
  const held = await heldBack(context);
  if (held !== null) return no(held);
  const round = `${huddle.id}~ask-${context.ids.newId()}` as RoundId;
  const done = await context.run(roundAggregate, { ...wish(context, round), type: 'PlanRound', by: person.id, prompt });
  if (isRefusal(done)) return no(roundRefusal(done));
  const way = wayOf(prompt);
  // The same words whether it went out or not: nothing tells how many chose such questions.
  if (way === 'swap') return { isAsked: true, document: askedSwap() };
  const planned = done.events.find((event) => event.type === 'RoundPlanned');
  const isOut = done.events.some((event) => event.type === 'RoundOpened');
  const opensAt = isOut ? null : (planned?.opensAt ?? null);
  return { isAsked: true, document: askedNow(opensAt, { huddle, isPrivate: way !== 'posted' }) };
}

/** Free words, or a question of the library by its id; in the way that was asked for, or as the huddle has it. */
function promptAsked(text: string, how: AskedHow, huddle: Huddle): Prompt | Refusal {
  const asked = wordsAsked(text, how, huddle);
  if (isRefusal(asked)) return asked;
  if (mustNotBeSent(asked, huddle.questions ?? noQuestions, promptLibrary)) return refuse('prompt-ruled-out');
  return how === 'together' || huddle.together === 'always' ? together(asked) : asked;
}

function wordsAsked(text: string, how: AskedHow, { roleSwaps }: Huddle): Prompt | Refusal {
  const id = text.toLowerCase();
  const known = promptLibrary.find((each) => each.id === id);
  if (known?.roleSwap === true && roleSwaps !== true) return refuse('swaps-off');
  if (known !== undefined) return canBeAsked(known) ? promptOf(known) : refuse('prompt-not-sent');
  if (/^[a-z]+-\d+$/.test(id)) return refuse('no-such-prompt');
  return how === 'private' ? privateQuestion(text, pulseWords.ends) : askedPrompt(text);
}

function wish({ huddle, now }: MemberContext, round: RoundId): RoundWish {
  return { huddle: huddle.id, now, round };
}

/** The newest question of all, where it has closed: to it an answer can still be added. */
async function lastClosed(context: MemberContext): Promise<Round | null> {
  const [last] = await roundsFor(context);
  return last?.status === 'closed' && !isPulse(last.prompt) ? last : null;
}

/** The newest open question that is answered in words. */
async function openWords(context: MemberContext): Promise<Round | null> {
  const recent = await roundsFor(context);
  return recent.find(({ status, prompt }) => status === 'open' && !isPulse(prompt)) ?? null;
}

/** The round a button names, or the huddle's newest open one. */
async function theRound(id: RoundId | null, context: MemberContext): Promise<Round | null> {
  const { records, huddle, member, now } = context;
  const named = id === null ? null : await records.rounds.get(id);
  // A button of another huddle's question is no question of this one; nor is one that was not for them.
  if (id !== null) return named?.huddle === huddle.id && isFor(named, member, now) ? named : null;
  const recent = await roundsFor(context);
  return recent.find(({ status }) => status === 'open') ?? null;
}

function reply({ interaction }: MemberContext, document: Document): Reply {
  return interaction.kind === 'action' ? { kind: 'replace', document } : say(document);
}

function say(document: Document): Reply {
  return { kind: 'private', document };
}
