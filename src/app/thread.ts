import type { RoundIntent } from '../commands/rounds.ts';
import { isCounted, standingAt, standingNow, takesPart } from '../domain/huddle.ts';
import { refKey, type MessageRef, type RoundId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusal.ts';
import { longestAnswer, optionOf, type Round } from '../domain/round.ts';
import { answerPrivately, heard } from '../messages/replies-rounds.ts';
import type { Reply } from '../ports.ts';
import { roundWords } from '../words/en/rounds.ts';
import type { MemberContext } from './context.ts';
import { roundAggregate } from './round-aggregate.ts';

/**
 * A reply in a thread of ours is a go at speaking; in the thread of a question it is an answer too. What is said in
 * any other thread is not ours to keep: nothing of it is stored, not even that it was said.
 */
export async function replyInThread(
  intent: Extract<RoundIntent, { want: 'reply' }>,
  context: MemberContext,
): Promise<Reply> {
  const { records, member } = context;
  const parent = await records.outbox.byMessage(intent.thread);
  if (parent === null || !takesPart(member) || standingNow(member).status === 'paused') return { kind: 'none' };
  const isNew = await record(intent, context, { gone: false });
  // Its deletion came first: it counts for nothing and answers nothing.
  if (!isNew && (await records.speech.get(refKey(intent.message)))?.gone === true) return { kind: 'none' };
  if (parent.kind !== 'prompt') return { kind: 'none' };
  const round = await records.rounds.get(parent.subject as RoundId);
  if (round === null || round.status === 'waiting') return { kind: 'none' };
  if (round.prompt.reach === 'held' && round.status === 'open')
    return { kind: 'private', document: answerPrivately(round) };
  return answer(round, intent, context);
}

async function answer(
  round: Round,
  { text, files, message }: Extract<RoundIntent, { want: 'reply' }>,
  context: MemberContext,
): Promise<Reply> {
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
  { message, thread }: { message: MessageRef; thread: MessageRef },
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
    thread: refKey(thread),
    at: now,
    gone,
  });
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
  const { speech, outbox } = context.records;
  const known = await speech.remove(refKey(message));
  if (!known && thread !== null && takesPart(context.member) && (await outbox.byMessage(thread)) !== null)
    await record({ message, thread }, context, { gone: true });
  const response = await context.records.rounds.byMessage(message);
  if (response === null) return { kind: 'none' };
  await context.run(roundAggregate, {
    type: 'WithdrawAnswer',
    huddle: context.huddle.id,
    now: context.now,
    round: response.round,
    person: response.person,
  });
  return { kind: 'none' };
}
