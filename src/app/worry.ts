import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { MessageRef, PersonId, RoundId } from '../domain/ids.ts';
import { addMs, dayMs, type Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { helpCard, type Told } from '../messages/worry.ts';
import { isPulse } from '../domain/pulse.ts';
import type { Given } from '../commands/intent.ts';
import { parseCommand } from '../commands/registry.ts';
import type { Interaction, Records, Reply } from '../ports.ts';
import type { Note, Outgoing } from '../ports-outbox.ts';
import { mayBeInDanger } from '../words/worrying.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { roundsFor } from './rounds-for.ts';
import { roundAggregate } from './round-aggregate.ts';
import { helpFacts, knowsOfTelling, leadNow } from './safety-state.ts';
import { speakInThread, isToUs } from './thread.ts';

/** No question, reminder or other note reaches someone for so long after. */
const leftInPeaceMs = dayMs;

/** True where something that a person wrote may tell of danger. Looked at before anything else is done with it. */
export function worries(interaction: Interaction): boolean {
  return textsOf(interaction).some((text) => mayBeInDanger(text));
}

/**
 * Someone may be in danger. They alone get the numbers to call, at once and in a message that lasts. Their words go
 * nowhere: no command runs, nothing is saved or shown. That they spoke still counts. Null where it was not
 * said to us: other people's talk is not read.
 */
export async function meetWorry(
  context: Context,
  { isRepeat, given }: { readonly isRepeat: boolean; readonly given: Given },
): Promise<Reply | null> {
  if (!(await isToUs(context))) return null;
  if (!isRepeat && inHuddle(context) && takesPart(context.member)) await countOnly(context, given);
  return { kind: 'private', document: await help(context, context.huddle === null ? [] : [context.huddle], isRepeat) };
}

/** Someone in several huddles wrote to us alone, and did not say which one they mean. */
export async function meetWorryAnywhere(
  context: Context,
  { huddles, isRepeat }: { readonly huddles: readonly Huddle[]; readonly isRepeat: boolean },
): Promise<Reply> {
  return { kind: 'private', document: await help(context, huddles, isRepeat) };
}

/** The card, and what goes with it: a message that lasts, a day of peace, and the one person who is told where that was agreed. */
async function help(context: Context, huddles: readonly Huddle[], isRepeat: boolean): Promise<Document> {
  const told = await tellLeads(context, huddles, isRepeat);
  const [meant = null] = huddles;
  if (!isRepeat) await leaveInPeace(context, meant, told);
  return helpCard(await helpFacts(meant, context.records), told);
}

/** Who and when, to each lead of whom this person has been told. The words go nowhere. */
async function tellLeads(context: Context, huddles: readonly Huddle[], isRepeat: boolean): Promise<Told> {
  const { person, records, now } = context;
  const hours: string[] = [];
  for (const huddle of person === null ? [] : huddles) {
    const telling = await leadNow(huddle, records);
    if (person === null || telling === null || telling.lead === person.id) continue;
    if (!(await takesPartIn(huddle, person.id, records))) continue;
    if (!(await knowsOfTelling(person.id, telling, { huddle, records }))) continue;
    hours.push(telling.hours);
    if (!isRepeat)
      await records.outbox.enqueue(
        atOnce('lead-told', `${huddle.id}/${person.id}/${now}`, { huddle, to: telling.lead, now }),
      );
  }
  return hours.length === 0 ? 'no one' : { hours: hours.join('; ') };
}

async function takesPartIn(huddle: Huddle, person: PersonId, records: Records): Promise<boolean> {
  const member = await records.members.get(huddle.id, person);
  return member !== null && takesPart(member);
}

/** Every text that came from a person's hand. */
function textsOf(interaction: Interaction): readonly string[] {
  switch (interaction.kind) {
    case 'command':
    case 'spoke':
    case 'edited':
    case 'restored':
      return [interaction.text];
    case 'form':
      return Object.values(interaction.values).filter((value) => typeof value === 'string');
    case 'action':
      // Some buttons carry the words that they are about.
      return [interaction.subject];
    default:
      return [];
  }
}

/** They are heard, without their words: as by "No one. Just count me as heard." */
async function countOnly(context: MemberContext, given: Given): Promise<void> {
  const { interaction, records, huddle } = context;
  switch (interaction.kind) {
    case 'spoke':
    case 'restored': {
      if (isLine(interaction, given)) return answerByLine(interaction.text, context, given);
      const parent = await speakInThread(interaction, context);
      if (parent?.kind === 'prompt') await heard(parent.subject as RoundId, context, interaction.message);
      return;
    }
    case 'edited': {
      const response = await records.rounds.byMessage(interaction.message);
      if (response?.person === context.person.id)
        await submit(response.round, context, { message: interaction.message });
      return;
    }
    case 'form':
      if (interaction.form === 'answer' && interaction.subject.startsWith(huddle.id))
        await heard(interaction.subject as RoundId, context);
      return;
    case 'command':
      return answerByLine(interaction.text, context, given);
    default:
      return;
  }
}

/** Said to the bot alone, or to it in the open as a command: such words are no go at speaking to the others. */
function isLine(said: Extract<Interaction, { kind: 'spoke' | 'restored' }>, given: Given): boolean {
  return said.where === 'direct' || (said.mentionsBot === true && parseCommand(said.text, given) !== null);
}

/** `answer …` is an answer, whatever is in it; any other line may have been anything. */
async function answerByLine(line: string, context: MemberContext, given: Given): Promise<void> {
  if (parseCommand(line, given)?.spec.name !== 'answer') return;
  const recent = await roundsFor(context);
  const open = recent.find(({ status, prompt }) => status === 'open' && !isPulse(prompt));
  if (open !== undefined) await heard(open.id, context);
}

/** An answer that they gave before stays as it is. What stood in the thread is one turn there, and none in the answer box. */
async function heard(id: RoundId, context: MemberContext, message: MessageRef | null = null): Promise<void> {
  const before = await context.records.rounds.response(id, context.person.id);
  if (before?.answer == null) await submit(id, context, { message });
}

async function submit(
  round: RoundId,
  context: MemberContext,
  { message }: { readonly message: MessageRef | null },
): Promise<void> {
  // A rule that says no changes nothing for them: the card is what counts now.
  await context.run(roundAggregate, {
    type: 'SubmitAnswer',
    huddle: context.huddle.id,
    now: context.now,
    round,
    person: context.person.id,
    said: { text: null, option: null, seenBy: 'none', message },
  });
}

/** The message that lasts, at once and also at night; and nothing else of ours for a day. */
async function leaveInPeace(
  { person, records, now, interaction }: Context,
  huddle: Huddle | null,
  told: Told,
): Promise<void> {
  if (person === null) return;
  await records.people.save({ ...person, heldUntil: addMs(now, leftInPeaceMs) });
  const lasts = interaction.where === 'direct' && interaction.kind === 'spoke';
  if (huddle === null || lasts) return;
  const became = typeof told === 'object' ? '/told' : '';
  await records.outbox.enqueue(atOnce('help-card', `${huddle.id}/${now}${became}`, { huddle, to: person.id, now }));
}

function atOnce(
  kind: 'help-card' | 'lead-told',
  subject: string,
  { huddle, to, now }: { readonly huddle: Pick<Huddle, 'id'>; readonly to: PersonId; readonly now: Instant },
): Note {
  return { kind, subject, to: { person: to }, huddle: huddle.id, notBefore: now, expiresAt: null, under: null };
}

/** The lead could not be reached after all. Whoever was told otherwise has to know: they get the card once more. */
export async function leadNotReached({ subject, huddle: id }: Outgoing, records: Records, now: Instant): Promise<void> {
  const [, person = ''] = subject.split('/');
  const huddle = { id };
  await records.outbox.enqueue(
    atOnce('help-card', `${id}/${now}/not-reached`, { huddle, to: person as PersonId, now }),
  );
}
