import type { PulseIntent } from '../commands/pulses.ts';
import { standingAt, takesPart } from '../domain/huddle.ts';
import { decidePulse, isPulse, pulseOption, pulseOptions, type PulseAnswer } from '../domain/pulse.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Round } from '../domain/round.ts';
import type { Document } from '../messages/document.ts';
import {
  pulseRefused,
  pulseSaved,
  pulseSkipped,
  pulseInPrivate,
  pulsePickOne,
  pulseQuestion,
} from '../messages/pulses.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { outside } from './outside.ts';

/** A press on a private question. */
export async function performPulses({ round: id, option }: PulseIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  const found = await context.records.rounds.get(id);
  const round = found?.huddle === context.huddle.id && isPulse(found.prompt) ? found : null;
  const isOne = option === null || (Number.isInteger(option) && option >= 0 && option < most(round));
  return isOne ? answerPulse(round, option, context) : say(pulseRefused('round-not-open'));
}

function most(round: Round | null): number {
  return round === null ? 0 : pulseOptions(round.prompt);
}

/**
 * Keeps what someone picked. This is the one act of which nothing else is kept: no event, no outcome for a repeat, no
 * note. A repeat is known by its time, and saves the same once more.
 */
export async function answerPulse(
  round: Round | null,
  option: number | null,
  { records, ids, huddle, person, member, now }: MemberContext,
): Promise<Reply> {
  const before = round === null ? null : await records.pulses.answer(round.id, person.id);
  const said: PulseAnswer = { option, at: now };
  const kept = decidePulse(said, { round, standing: standingAt(member, now), before });
  if (isRefusal(kept) || round === null) return say(pulseRefused(isRefusal(kept) ? kept.refused : 'round-not-open'));
  // Two ids long: more than anyone could try.
  const of = { round: round.id, huddle: huddle.id, person: person.id, key: `${ids.newId()}${ids.newId()}` };
  if (kept !== before) await records.pulses.save(kept, of);
  const document = option === null ? pulseSkipped(round, huddle) : pulseSaved(round, huddle);
  return { kind: 'private', document, passing: true };
}

/** The newest private question that is open, or null. */
async function openPulse({ records, huddle }: MemberContext): Promise<Round | null> {
  const recent = await records.rounds.recent(huddle.id, 5);
  return recent.find(({ status, prompt }) => status === 'open' && isPulse(prompt)) ?? null;
}

/** A line that is an answer to an open private question; null where it is none. In the open it is not taken. */
export async function typedPulse(text: string, context: MemberContext): Promise<Reply | null> {
  const round = await openPulse(context);
  const option = round === null ? null : pulseOption(round.prompt, text);
  if (round === null || option === null) return null;
  return isSeen(context) ? say(pulseInPrivate(context.huddle)) : answerPulse(round, option, context);
}

/** Others can read it. A command that begins with a slash shows to nobody. */
function isSeen({ interaction }: MemberContext): boolean {
  return interaction.kind === 'spoke' && interaction.where !== 'direct';
}

/** The question itself once more, with its buttons. What was typed instead of one of its answers stands there again. */
export function showPulse(round: Round, { huddle }: MemberContext, typed: string | null = null): Reply {
  return say(typed === null ? pulseQuestion(round, { huddle }) : pulsePickOne(round, { huddle, typed }));
}

function say(document: Document): Reply {
  return { kind: 'private', document };
}
