import type { RoundIntent } from '../commands/rounds.ts';
import { isCounted, standingAt, standingNow, takesPart } from '../domain/huddle.ts';
import { refKey, type MessageRef, type PlaceRef, type RoundId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusal.ts';
import { longestAnswer, optionOf, type Round } from '../domain/round.ts';
import { answerPrivately, heard } from '../messages/replies-rounds.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Reply } from '../ports.ts';
import { roundWords } from '../words/en/rounds.ts';
import type { Context, MemberContext } from './context.ts';
import { execute } from './execute.ts';
import { roundAggregate } from './round-aggregate.ts';

type Said = Extract<RoundIntent, { want: 'reply' | 'restore' }>;

/**
 * A reply in a thread of ours is a go at speaking; in the thread of a question it is an answer too. What is said
 * anywhere else is not ours to keep: nothing of it is stored, not even that it was said, unless the huddle chose to have
 * all talk counted. Then that it was said is stored, and still none of its words.
 */
export async function replyInThread(said: Said, context: MemberContext): Promise<Reply> {
  const { records } = context;
  const parent = await parentOf(said, context);
  if (!isHeard(parent, context)) return { kind: 'none' };
  const isNew = await record(said, context, { gone: false });
  // Its deletion came first: it counts for nothing and answers nothing.
  if (!isNew && (await records.speech.get(refKey(said.message)))?.gone === true) return { kind: 'none' };
  return answerTo(parent, said, context);
}

/**
 * A deletion was taken back: the message counts again, and answers again what it answered. Nobody is told "Heard." once
 * more. Where this is the first that reaches us of the message, it is heard now.
 */
export async function restoreMessage(said: Said, context: MemberContext): Promise<Reply> {
  const { records, member, now } = context;
  const id = refKey(said.message);
  const known = await records.speech.get(id);
  const parent = await parentOf(said, context);
  if (!isHeard(parent, context)) return { kind: 'none' };
  if (known === null) await replyInThread(said, context);
  // What was gone before it was counted stays so for those who are not counted.
  const gone = known?.gone === true && !isCounted(standingAt(member, now));
  const isLatest = await records.speech.settle(id, { gone, at: now });
  // As of when it was said: an answer that was in time is not late for having been away.
  if (known !== null && isLatest) await answerTo(parent, said, { ...context, now: known.at });
  return { kind: 'none' };
}

/** That they spoke, and nothing else of it; gives the message of ours in whose thread it was. */
export async function speakInThread(
  said: Pick<Said, 'message' | 'thread'>,
  context: MemberContext,
): Promise<Outgoing | null> {
  const parent = await parentOf(said, context);
  if (!isHeard(parent, context)) return null;
  const isNew = await record(said, context, { gone: false });
  const isGone = !isNew && (await context.records.speech.get(refKey(said.message)))?.gone === true;
  return isGone ? null : parent;
}

/**
 * Whether what was written is for us to read: a line to the bot, a form, what stands in a thread of ours, or any talk where
 * the huddle chose to have it counted. All else is other people's talk.
 */
export async function isToUs({ interaction, huddle, records }: Context): Promise<boolean> {
  if (interaction.where === 'direct' || !('message' in interaction) || interaction.kind === 'action') return true;
  if (interaction.kind === 'spoke' && interaction.mentionsBot) return true;
  // The web room is our own: all that is written there would be kept by us.
  if (interaction.who.platform === 'web') return true;
  if (huddle === null) return false;
  if (huddle.listening) return true;
  if (interaction.kind === 'edited') return isKnown(interaction.message, records);
  const thread = 'thread' in interaction ? interaction.thread : null;
  return thread !== null && (await records.outbox.byMessage(thread))?.huddle === huddle.id;
}

/** It gave an answer, or was a go at speaking. */
async function isKnown(message: MessageRef, records: Context['records']): Promise<boolean> {
  if ((await records.rounds.byMessage(message)) !== null) return true;
  return (await records.speech.get(refKey(message))) !== null;
}

/** The message of ours in whose thread it stands, if it is one. */
async function parentOf(
  { thread }: Pick<Said, 'thread'>,
  { records, huddle }: MemberContext,
): Promise<Outgoing | null> {
  const found = thread === null ? null : await records.outbox.byMessage(thread);
  // The place may have been another huddle's before.
  return found?.huddle === huddle.id ? found : null;
}

function isHeard(parent: Outgoing | null, context: MemberContext): boolean {
  const isHere = takesPart(context.member) && standingNow(context.member).status !== 'paused';
  return isHere && isOurs(parent, context);
}

function isOurs(parent: Outgoing | null, { huddle, interaction }: MemberContext): boolean {
  return parent !== null || (huddle.listening && interaction.where !== 'direct');
}

async function answerTo(parent: Outgoing | null, said: Said, context: MemberContext): Promise<Reply> {
  if (parent?.kind !== 'prompt') return { kind: 'none' };
  const round = await context.records.rounds.get(parent.subject as RoundId);
  if (round === null || round.status === 'waiting') return { kind: 'none' };
  if (round.prompt.reach === 'held' && round.status === 'open')
    return { kind: 'private', document: answerPrivately(round) };
  return answer(round, said, context);
}

async function answer(round: Round, { text, files, message }: Said, context: MemberContext): Promise<Reply> {
  const words = text.trim() === '' && files > 0 ? roundWords.sharedAFile : kept(text);
  const done = await context.run(roundAggregate, {
    type: 'SubmitAnswer',
    huddle: context.huddle.id,
    now: context.now,
    round: round.id,
    person: context.person.id,
    said: { text: words, option: optionOf(round.prompt, words), seenBy: 'named', message },
  });
  // Someone who talks on in the thread is not told "Heard." each time; a rule that says no must not break in on talk.
  if (isRefusal(done)) return { kind: 'none' };
  const saved = done.events.find((event) => event.type === 'AnswerSubmitted');
  return saved?.first === true ? { kind: 'private', document: heard(saved.late) } : { kind: 'none' };
}

/** The beginning is enough: all of it stands in the thread, and whoever wrote at length is heard too. */
function kept(text: string): string {
  return text.slice(0, longestAnswer);
}

/** That someone spoke, and never what they said. Only for those who said yes to being counted. False when nothing is new. */
async function record(
  { message, thread }: Pick<Said, 'message' | 'thread'>,
  { records, member, huddle, now }: MemberContext,
  { gone }: { gone: boolean },
): Promise<boolean> {
  const standing = standingAt(member, now);
  // What is gone counts for nobody, so it is noted for all.
  if (!gone && !isCounted(standing)) return false;
  return records.speech.add({
    id: refKey(message),
    huddle: huddle.id,
    person: member.person,
    group: standing?.group ?? null,
    thread: refKey(thread ?? placeOf(message)),
    at: now,
    gone,
  });
}

/** What is said outside of threads is one conversation: that of the place. */
function placeOf({ platform, workspace, channel }: MessageRef): PlaceRef {
  return { platform, workspace, channel };
}

/** An edited reply changes the answer that it gave; a turn stays the turn it was. */
export async function editMessage(
  { message, text }: Extract<RoundIntent, { want: 'edit' }>,
  context: MemberContext,
): Promise<Reply> {
  const response = await context.records.rounds.byMessage(message);
  const round = response === null ? null : await context.records.rounds.get(response.round);
  if (round === null || response?.person !== context.person.id) return { kind: 'none' };
  await context.run(roundAggregate, {
    type: 'SubmitAnswer',
    huddle: context.huddle.id,
    now: context.now,
    round: round.id,
    person: context.person.id,
    said: { text: kept(text), option: optionOf(round.prompt, text), seenBy: 'named', message },
  });
  return { kind: 'none' };
}

/**
 * A deleted reply is un-counted, and the answer it gave is taken back. One that reaches us before the reply itself, which
 * the platform may be trying to send again, is noted as gone, so that the reply is not counted when it comes.
 */
export async function deleteMessage(
  { message, thread }: Extract<RoundIntent, { want: 'delete' }>,
  context: MemberContext,
): Promise<Reply> {
  const { records, now, member } = context;
  const id = refKey(message);
  const known = await records.speech.get(id);
  if (known === null && takesPart(member) && isOurs(await parentOf({ thread }, context), context))
    await record({ message, thread }, context, { gone: true });
  const isLatest = await records.speech.settle(id, { gone: true, at: now });
  // It was put back after this deletion, which only reached us later.
  if (known !== null && !isLatest) return { kind: 'none' };
  const response = await records.rounds.byMessage(message);
  if (response?.answer == null || response.answer.at > now) return { kind: 'none' };
  // Done again it does nothing, so nothing has to be remembered of it: a second deletion may have the name of the first.
  await execute(records, roundAggregate, {
    type: 'WithdrawAnswer',
    huddle: context.huddle.id,
    now: context.now,
    round: response.round,
    person: response.person,
  });
  return { kind: 'none' };
}
