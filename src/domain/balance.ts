import type { Huddle, Member } from './huddle.ts';
import { groupOf } from './huddle.ts';
import type { GroupKey } from './ids.ts';
import { gap, voiceRatio, wholePercents, type Share } from './measures.ts';
import type { Seat } from './roster.ts';
import { countedTurns, rosterOf } from './roster.ts';
import { sideBalanceOf, type SideBalance } from './side-balance.ts';
import { linesInOrder, peopleInLine, sameLine, splits, type Line, type Split } from './splits.ts';
import type { LocalDate, Week } from './time.ts';
import { addDays, daysBetween, localDate, weekday } from './time.ts';
import type { Turn } from './turns.ts';

/** The thresholds of the measures, in one place. They come from simulated weeks and are for huddles to question. */
export const limits = {
  /** Under any of these there is "not enough yet" to show numbers by group. */
  people: 4,
  turns: 10,
  speakers: 3,
  /** A line of fewer people could give someone away. */
  peopleInLine,
  /** Percents of fewer turns sound surer than they are. */
  turnsForPercents: 50,
  /** The first week in which numbers by group are shown, where a huddle has not chosen. */
  weekOfGroupLines: 4,
} as const;

/** Turns of one line of the finest split that may be shown. */
export interface BalanceLine {
  /** Whom the line is about: one group's key, one side, or everyone but the using side. */
  readonly who: Line;
  readonly people: number;
  readonly turns: number;
  /** Turns that would be level, rounded to a whole. */
  readonly level: number;
  /** Whole percents that add up to 100; null under 50 turns. */
  readonly percent: number | null;
  readonly word: 'much-more' | 'more' | 'level' | 'less' | 'much-less';
}

export type Balance =
  | {
      readonly shown: 'lines';
      readonly turns: number;
      readonly lines: readonly BalanceLine[];
      /** Only where the huddle chose "equal sides" and both sides can be told from the lines. */
      readonly sides?: SideBalance;
    }
  /** Switched off, not on yet (it begins in the fourth week), or no split that privacy lets through: the total alone. */
  | { readonly shown: 'total'; readonly turns: number; readonly why: 'off' | 'later' | 'hidden' }
  | { readonly shown: 'not-enough' };

/** What the measures look at. Turns may be more than the week's; `week` picks those that began in it. */
export interface Speaking {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly turns: readonly Turn[];
  readonly week: Week;
}

/** M1: how many of the week's roster had at least one turn. A count, never a list. */
export function heardFrom({ members, turns, week }: Pick<Speaking, 'members' | 'turns' | 'week'>): {
  readonly people: number;
  readonly of: number;
} {
  const speakers = new Set(countedTurns(members, turns, week).map(({ person }) => person));
  return { people: speakers.size, of: rosterOf(members, week).length };
}

/**
 * Turns by the finest split that may be shown: groups, then three sides, then the using side and everyone else. In a
 * split that may be shown every line has three people or more and none is at 0. Else the total alone.
 */
export function balanceOf({ huddle, members, turns, week }: Speaking): Balance {
  const seats = rosterOf(members, week);
  const counted = countedTurns(members, turns, week);
  const speakers = new Set(counted.map(({ person }) => person)).size;
  if (seats.length < limits.people || counted.length < limits.turns || speakers < limits.speakers) {
    return { shown: 'not-enough' };
  }
  const why = whyNoLines(huddle, week);
  if (why !== null) return { shown: 'total', turns: counted.length, why };
  const shares = finestShares({ huddle, seats, turns: counted });
  if (shares === null) return { shown: 'total', turns: counted.length, why: 'hidden' };
  const lines = linesOf(shares);
  const sides = huddle.baseline === 'equal-sides' ? sideBalanceOf(huddle, lines) : null;
  return { shown: 'lines', turns: counted.length, lines, ...(sides === null ? {} : { sides }) };
}

/** The Monday of a huddle's first whole week: the day it was set up when that was a Monday, else the Monday after. */
export function firstMonday({ setUpAt, zone }: Pick<Huddle, 'setUpAt' | 'zone'>): LocalDate {
  const day = localDate(setUpAt, zone);
  return addDays(day, (8 - weekday(day)) % 7);
}

/** Null where this huddle shows numbers by group in that week. */
export function whyNoLines(huddle: Huddle, week: Week): 'off' | 'later' | null {
  if (huddle.groupLines !== 'later') return huddle.groupLines === 'off' ? 'off' : null;
  const weeks = daysBetween(firstMonday(huddle), week.monday) / 7;
  return weeks + 1 < limits.weekOfGroupLines ? 'later' : null;
}

interface Spoken {
  readonly huddle: Huddle;
  readonly seats: readonly Seat[];
  readonly turns: readonly (Turn & { readonly group: GroupKey | null })[];
}

/** What a line's numbers come from. */
export interface LineShare {
  readonly who: Line;
  readonly people: number;
  readonly share: Share;
}

/** The finest split that may be shown; null where there is none. */
export function finestShares(spoken: Spoken): readonly LineShare[] | null {
  for (const split of splits) {
    const shares = sharesBy(split, spoken);
    if (shares !== null) return shares;
  }
  return null;
}

function sharesBy(split: Split, { huddle, seats, turns }: Spoken): readonly LineShare[] | null {
  const lineOf = (key: GroupKey | null) => split(groupOf(huddle, key));
  const spans = seats.flatMap((seat) => seat.spans);
  const places = [...seats, ...spans, ...turns].map(({ group }) => lineOf(group));
  if (places.includes(null)) return null;
  const all = spans.reduce((total, { ms }) => total + ms, 0);
  const lines = linesInOrder(huddle, split, places).map((who) => {
    const on = ({ group }: { readonly group: GroupKey | null }) => sameLine(lineOf(group), who);
    const weight = spans.filter(on).reduce((total, { ms }) => total + ms, 0);
    const share: Share = { turns: turns.filter(on).length, of: turns.length, weight, all };
    return { who, people: seats.filter(on).length, share };
  });
  const mayBeShown = lines.every(({ people, share }) => people >= limits.peopleInLine && share.turns > 0);
  return lines.length < 2 || !mayBeShown ? null : lines;
}

function linesOf(shares: readonly LineShare[]): readonly BalanceLine[] {
  const percents = percentsOf(shares.map(({ share }) => share.turns));
  return shares.map(({ who, people, share }, index) => ({
    who,
    people,
    turns: share.turns,
    level: Math.round(gap(share).level),
    percent: percents?.[index] ?? null,
    word: wordFor(share),
  }));
}

function percentsOf(turns: readonly number[]): readonly number[] | null {
  const all = turns.reduce((total, number) => total + number, 0);
  return all < limits.turnsForPercents ? null : wholePercents(turns);
}

/**
 * The word rule. A ratio alone calls more than half of all fair weeks unfair, so a flag also needs a gap that is
 * surprising (z) and not tiny (d).
 */
export function wordFor(share: Share): BalanceLine['word'] {
  const { d, z } = gap(share);
  const ratio = voiceRatio(share);
  const far = Math.abs(d);
  if (Math.abs(z) >= 3 && far >= 5 && (ratio > 1.5 || ratio < 2 / 3)) return d > 0 ? 'much-more' : 'much-less';
  if (Math.abs(z) >= 2 && far >= 3 && (ratio > 1.25 || ratio < 0.8)) return d > 0 ? 'more' : 'less';
  return 'level';
}
