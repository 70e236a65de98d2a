import type { BurdenIntent } from '../commands/burden.ts';
import { halfAsOften, isTooMuch } from '../domain/burden.ts';
import { mayUse } from '../domain/permissions.ts';
import type { PulseResult, SidedAnswer } from '../domain/pulse-result.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Round } from '../domain/round.ts';
import { addMs, dayMs } from '../domain/time.ts';
import { burdenHalved, burdenNote, burdenSaid } from '../messages/burden.ts';
import type { Document } from '../messages/document.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records, Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import { enqueue } from './execute.ts';
import { settingsAggregate } from './people-aggregates.ts';
import { answer, unsaved } from './people-reply.ts';
import type { Waking } from './waking.ts';

/** Two weeks on it is another month's question. */
const lastsMs = 14 * dayMs;

/** At the close of the question about the questions, while its answers are still at hand: that many found it too much. */
export async function askIfTooMuch(
  { id, huddle, prompt }: Round,
  { answers, result }: { readonly answers: readonly SidedAnswer[]; readonly result: PulseResult },
  { records, now }: Pick<Waking, 'records' | 'now'>,
): Promise<void> {
  if (!isTooMuch(prompt, answers, result)) return;
  const reaction = { kind: 'burden', subject: id, to: 'coordinators', expiresAt: addMs(now, lastsMs) } as const;
  await enqueue(records, { huddle, now, reactions: [reaction] });
}

export async function buildBurdenNote({ huddle: id, to }: Outgoing, records: Records): Promise<Document | null> {
  if (!('person' in to)) return null;
  const [huddle, member] = [await records.huddles.get(id), await records.members.get(id, to.person)];
  return huddle === null || member?.coordinator !== true ? null : burdenNote(huddle);
}

/** Of two coordinators who both say yes, the second finds other times than those that were asked about. */
export async function performBurden({ want, everyWeeks }: BurdenIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context)) return { kind: 'private', document: notIn(context.huddle) };
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return { kind: 'private', document: notAllowed(refusal) };
  if (want === 'keep') return answer(context, burdenSaid('kept'));
  const { checkIn, id } = context.huddle;
  if (checkIn === null) return answer(context, burdenSaid('noSchedule'));
  const isRepeat = (await context.records.interactions.outcome(context.interaction.id)) !== null;
  if (everyWeeks !== null && everyWeeks !== checkIn.schedule.everyWeeks && !isRepeat)
    return answer(context, burdenSaid('changedAlready'));
  const schedule = isRepeat ? checkIn.schedule : halfAsOften(checkIn.schedule);
  if (schedule === null) return answer(context, burdenSaid('rareAlready'));
  const command = { huddle: id, now: context.now, change: { setting: 'schedule', schedule } } as const;
  const done = await context.run(settingsAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'words');
  return answer(context, burdenHalved(schedule));
}
