import type { Group, Side } from './huddle.ts';
import { sideOfLine, type Line } from './splits.ts';

/** M19, in whole turns and a 95% interval around their share. */
export interface SideBalance {
  /** Turns of the using side. */
  readonly using: number;
  /** Turns of the using and the running side together. */
  readonly of: number;
  /** How the using side's share stands against a half. */
  readonly word: 'less' | 'more' | 'cannot-tell';
}

/** The two sides' turns, where the lines that are shown tell both; null where one of them cannot be told. */
export function sideBalanceOf(
  { groups }: { readonly groups: readonly Group[] },
  lines: readonly { readonly who: Line; readonly turns: number }[],
): SideBalance | null {
  const turnsOf = (side: Side) =>
    lines.filter(({ who }) => sideOfLine(who, groups) === side).reduce((all, { turns }) => all + turns, 0);
  const [using, running] = [turnsOf('using'), turnsOf('running')];
  return using === 0 || running === 0 ? null : sideBalance(using, using + running);
}

/** M19: with few turns a share says little, so it is called less or more only where a half lies outside the interval. */
export function sideBalance(using: number, of: number): SideBalance {
  const { low, high } = wilson(using, of);
  return { using, of, word: high < 0.5 ? 'less' : low > 0.5 ? 'more' : 'cannot-tell' };
}

/** The normal quantile for 95 of 100. */
const z95 = 1.959964;

/**
 * Wilson's score interval for a share: unlike the plain one it holds for few turns and for shares near 0 or 1.
 * `part` of `of`, `of` at least 1.
 */
export function wilson(part: number, of: number): { readonly low: number; readonly high: number } {
  const share = part / of;
  const spread = z95 ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { low: middle - half, high: middle + half };
}
