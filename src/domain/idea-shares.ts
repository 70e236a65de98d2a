import type { Commitment } from './commitment.ts';
import type { Huddle, Member } from './huddle.ts';
import { groupOf } from './huddle.ts';
import { isTakenUp, type Idea } from './idea.ts';
import type { GroupKey } from './ids.ts';
import { rosterOf } from './roster.ts';
import { sideOfLine, talliedLines, type Line } from './splits.ts';
import type { Instant } from './time.ts';

/** Who sets the agenda (M12), and whose ideas are taken up (M14), in counts of some weeks. */
export interface IdeaShares {
  readonly raised: number;
  /** Of those raised in these weeks, how many a promise was made from before they ended. */
  readonly takenUp: number;
  /** Null where privacy lets no split through. `takenUp` is null where it would tell whose idea it was. */
  readonly lines: readonly IdeaLine[] | null;
  /** Points by which the using side's share of ideas taken up is above that of all others; null for small numbers. */
  readonly gap: number | null;
}

export interface IdeaLine {
  readonly who: Line;
  readonly raised: number;
  readonly takenUp: number | null;
}

/** From so many ideas of each line on, a share of them says something. */
export const ideasForGap = 5;

export interface IdeaFacts {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly ideas: readonly Idea[];
  readonly promises: readonly Pick<Commitment, 'number' | 'state' | 'movedAt'>[];
  /** `to` is the first moment after it. What happens later changes nothing, so two looks cannot be compared. */
  readonly window: { readonly from: Instant; readonly to: Instant };
}

export function ideaShares(facts: IdeaFacts): IdeaShares {
  const { window } = facts;
  const raised = facts.ideas.filter(({ raisedAt }) => raisedAt >= window.from && raisedAt < window.to);
  const told = raised.map((idea) => ({ group: idea.group, takenUp: wasTakenUp(idea, facts) }));
  const lines = linesOf(told, facts);
  return {
    raised: raised.length,
    takenUp: told.filter(({ takenUp }) => takenUp).length,
    lines,
    gap: lines === null ? null : gapOf(lines, facts.huddle),
  };
}

/** As it was when the window ended: a promise that was taken back later had been made then. */
function wasTakenUp(idea: Idea, { promises, window }: IdeaFacts): boolean {
  if (idea.takenUp === null || idea.takenUp.at >= window.to) return false;
  const promise = promises.find(({ number }) => number === idea.takenUp?.promise);
  return isTakenUp(idea, promise === undefined || promise.movedAt >= window.to ? null : promise.state.status);
}

interface Told {
  readonly group: GroupKey | null;
  readonly takenUp: boolean;
}

/**
 * Everyone can read all ideas and see which became promises, so a count tells of words, too. Where one idea is from
 * someone of no known group, the rest taken away from the list would tell of them: then there are no lines.
 */
function linesOf(told: readonly Told[], { huddle, members, window }: IdeaFacts): readonly IdeaLine[] | null {
  if (huddle.groupLines === 'off' || told.some(({ group }) => group === null)) return null;
  const people = rosterOf(members, window).map(({ group }) => group);
  const tallied = told.map(({ group }) => ({ group, amount: 1 }));
  const raised = talliedLines(huddle, { people, tallied });
  if (raised === null) return null;
  const countOn = (who: Line, some: readonly Told[]) => some.filter(({ group }) => isOn(who, group, huddle)).length;
  const taken = told.filter(({ takenUp }) => takenUp);
  const waiting = told.filter(({ takenUp }) => !takenUp);
  // A line with none would tell that all of these words are from the others. That the using side has none is told: it
  // says of no idea that someone who uses the service raised it.
  const mayTell = [taken, waiting].every(
    (some) =>
      some.length === 0 ||
      raised.every(({ who }) => countOn(who, some) > 0 || sideOfLine(who, huddle.groups) === 'using'),
  );
  return raised.map(({ who, amount }) => ({ who, raised: amount, takenUp: mayTell ? countOn(who, taken) : null }));
}

function gapOf(lines: readonly IdeaLine[], huddle: Huddle): number | null {
  if (lines.some(({ raised, takenUp }) => raised < ideasForGap || takenUp === null)) return null;
  const shareOf = (using: boolean) => {
    const theirs = lines.filter(({ who }) => (sideOfLine(who, huddle.groups) === 'using') === using);
    const sum = (of: 'raised' | 'takenUp') => theirs.reduce((all, line) => all + (line[of] ?? 0), 0);
    return theirs.length === 0 ? null : sum('takenUp') / sum('raised');
  };
  const [using, others] = [shareOf(true), shareOf(false)];
  return using === null || others === null ? null : Math.round(100 * using) - Math.round(100 * others);
}

function isOn(who: Line, key: GroupKey | null, huddle: Huddle): boolean {
  if (who === 'everyone-else') return groupOf(huddle, key)?.side !== 'using';
  return 'side' in who ? groupOf(huddle, key)?.side === who.side : who.group === key;
}
