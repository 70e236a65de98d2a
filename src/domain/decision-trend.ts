import type { Decision, FinalSay } from './decision.ts';
import { finalSayTotals } from './decision-evolve.ts';
import { addDays, daysBetween, localDate, type Instant, type LocalDate, type Zone } from './time.ts';

export const weeksInTrend = 12;
const daysInSpan = 28;
const spans = (weeksInTrend * 7) / daysInSpan;

/** Who had the final say in decisions that were logged in these days; both are of the span. */
export interface TrendSpan {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly many: number;
  readonly totals: ReadonlyMap<FinalSay, number>;
}

/** The last 12 weeks up to today in the huddle's zone, in spans of four weeks, the newest first; and all of them (D7). */
export function finalSayTrend(
  decisions: readonly Pick<Decision, 'words' | 'loggedAt'>[],
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): { readonly whole: TrendSpan; readonly spans: readonly TrendSpan[] } {
  const today = localDate(now, zone);
  const span = (from: number, to: number): TrendSpan => {
    const some = decisions.filter(({ loggedAt }) => {
      const back = daysBetween(localDate(loggedAt, zone), today);
      return back >= from && back < to;
    });
    const [first, last] = [addDays(today, 1 - to), addDays(today, -from)];
    return { first, last, many: some.length, totals: finalSayTotals(some) };
  };
  return {
    whole: span(0, spans * daysInSpan),
    spans: Array.from({ length: spans }, (_, back) => span(back * daysInSpan, (back + 1) * daysInSpan)),
  };
}
