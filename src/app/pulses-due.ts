import { isCounted, sideOf, standingAt } from '../domain/huddle.ts';
import { pulseResult } from '../domain/pulse-result.ts';
import type { Round } from '../domain/round.ts';
import { askIfTooMuch } from './burden.ts';
import { execute } from './execute.ts';
import { overwriteSoon } from './forgetting.ts';
import { roundAggregate } from './round-aggregate.ts';
import type { Waking } from './waking.ts';

/**
 * A private question is over. What may be told is worked out here, once; then the answers and the key that could find
 * them are gone, and their bytes are overwritten. Only who is counted now is in it: who has left took theirs along.
 */
export async function closePulse(round: Round, { records, now }: Waking): Promise<void> {
  const { id, huddle: home, prompt } = round;
  const huddle = await records.huddles.get(home);
  if (huddle === null) return;
  const counted = (await records.members.of(home)).filter((member) => isCounted(standingAt(member, now)));
  const picked = await records.pulses.close(
    id,
    counted.map(({ person }) => person),
  );
  const roster = counted.map((member) => sideOf(huddle, member));
  const answers = picked.flatMap((option, at) => (option === null ? [] : [{ option, side: roster[at] ?? null }]));
  const result = pulseResult({ prompt, answers, roster, bySide: huddle.pulseSides === true });
  await askIfTooMuch(round, { answers, result }, { records, now });
  await records.pulses.keep({ round: id, huddle: home, result, monday: null });
  await execute(records, roundAggregate, { type: 'CloseUntold', huddle: home, now, round: id });
  await overwriteSoon(records, now);
}
