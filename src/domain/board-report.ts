import type { Decision } from './decision.ts';
import { finalSays } from './decision.ts';
import { finalSayTotals } from './decision-evolve.ts';
import type { DigestFacts } from './digest.ts';
import type { RollUp } from './roll-up.ts';
import type { Line } from './splits.ts';
import { addLocalMonths, addMs, startOfDay, type Instant, type LocalDate, type Zone } from './time.ts';
import type { FourWeeks, PageFacts } from './told-page.ts';

const monthsBack = 3;

/** From that day on, or three months back; never from before the huddle was there. */
export function reportFrom(
  since: LocalDate | null,
  { now, zone, setUpAt }: { readonly now: Instant; readonly zone: Zone; readonly setUpAt: Instant },
): Instant {
  const from = since === null ? addLocalMonths(now, -monthsBack, zone) : addMs(startOfDay(since, zone), -1);
  return from > setUpAt ? from : addMs(setUpAt, -1);
}

/** A title is no name, and neither is "the" of a post. */
const notNames = /^(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame|lord|lady|rev|cllr|the|our|a|an|my)\.?$/i;

/** "Dr Jo Ann Bell" → Jo, Ann and Bell: people leave out parts of a name. A name of one part has none. */
export function namePartsOf(name: string): readonly string[] {
  const all = name.trim().split(/\s+/);
  const parts = all.filter((part) => /^\p{Lu}\p{L}/u.test(part) && !notNames.test(part));
  return all.length > 1 ? parts : [];
}

interface ReportSources {
  readonly decisions: readonly Pick<Decision, 'words' | 'loggedAt'>[];
  /** Published ones. */
  readonly digests: readonly DigestFacts[];
  /** Numbers by group are turned off: what was told of them before leaves no more. */
  readonly linesOff: boolean;
  readonly wordsFor: (line: Line) => string;
}

/** What a report tells beside the facts of a page: what was told before, and nothing that is worked out anew. */
export function withReportFacts(facts: PageFacts, sources: ReportSources): PageFacts {
  const { from, to } = facts;
  const isOf = (at: Instant) => at > from && at <= to;
  const rollUps = sources.digests
    .filter((digest) => isOf(digest.to))
    .flatMap(({ rollUp }) => (rollUp === undefined ? [] : [rollUp]))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const totals = finalSayTotals(sources.decisions.filter(({ loggedAt }) => isOf(loggedAt)));
  return {
    ...facts,
    fourWeeks: rollUps.flatMap((rollUp) => told(rollUp, sources)),
    decided: totals.size === 0 ? [] : finalSays.map((finalSay) => ({ finalSay, many: totals.get(finalSay) ?? 0 })),
  };
}

function told({ from, to, shown }: RollUp, { linesOff, wordsFor }: ReportSources): readonly FourWeeks[] {
  if (shown.as === 'not-enough') return [];
  const lines = shown.as === 'total' || linesOff ? [] : shown.lines;
  return [
    {
      from,
      to,
      turns: shown.turns,
      lines: lines.map(({ who, turns, percent }) => ({ who: wordsFor(who), turns, percent })),
    },
  ];
}
