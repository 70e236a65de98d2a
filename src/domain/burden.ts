import type { SidedAnswer, PulseResult } from './pulse-result.ts';
import type { Prompt } from './round.ts';
import { mostWeeksBetween, type Schedule } from './schedule.ts';

/** How it felt to answer, once a month or so; and which of its options says that it is too much. */
const asksOfBurden = { id: 'eval-2', tooMuch: 3 } as const;

/** Too much for a third or more of those who answered (D15). Told only where the answers may be told at all. */
export function isTooMuch(
  { id }: Pick<Prompt, 'id'>,
  answers: readonly SidedAnswer[],
  result: Pick<PulseResult, 'kind'>,
): boolean {
  if (id !== asksOfBurden.id || result.kind === 'hidden') return false;
  return answers.filter(({ option }) => option === asksOfBurden.tooMuch).length * 3 >= answers.length;
}

/** The same days, and twice as many weeks from one to the next; null where it is rare enough already. */
export function halfAsOften(schedule: Schedule): Schedule | null {
  const everyWeeks = schedule.everyWeeks * 2;
  return everyWeeks > mostWeeksBetween ? null : { ...schedule, everyWeeks };
}
