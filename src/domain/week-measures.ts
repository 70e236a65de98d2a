import { finestShares, type Balance, type LineShare, type Speaking } from './balance.ts';
import { answerRate, type AnswerRate, type ClosedQuestion } from './answer-rate.ts';
import { groupOf, type Huddle } from './huddle.ts';
import { labelShuffle, type Labelled, type Shuffled } from './label-shuffle.ts';
import { evenness, gap, simpson, smallGini, voices } from './measures.ts';
import { countedTurns, rosterOf, type Seat } from './roster.ts';
import { sameLine, splits, type Line } from './splits.ts';

/**
 * What coordinators may see of a week beside its digest. Worked out once, when the digest is published, and kept with
 * it: worked out again later it would differ by whoever was forgotten meanwhile. Nothing in it is about one person.
 */
export interface WeekMeasures {
  /** Null where there was not enough to show numbers by group (M6, M7; M8 and M9 are for exports alone). */
  readonly spread: {
    readonly voices: number;
    readonly evenness: number;
    readonly simpson: number;
    readonly gini: number;
  } | null;
  /** M5, for the lines that the digest showed. Empty where it showed none. */
  readonly lines: readonly { readonly who: Line; readonly z: number }[];
  /** How often chance alone makes a gap as wide as this week's. Null without lines. */
  readonly shuffle: Shuffled | null;
  readonly answers: AnswerRate;
}

interface Sources extends Speaking {
  readonly closed: readonly ClosedQuestion[];
}

export function weekMeasures(sources: Sources, balance: Balance): WeekMeasures {
  const { huddle, members, week } = sources;
  const seats = rosterOf(members, week);
  const turns = countedTurns(members, sources.turns, week);
  const countOf = ({ person }: Seat) => turns.filter((turn) => turn.person === person).length;
  const shares = balance.shown === 'lines' ? (finestShares({ huddle, seats, turns }) ?? []) : [];
  return {
    spread: balance.shown === 'not-enough' ? null : spreadOf(seats.map(countOf)),
    lines: shares.map(({ who, share }) => ({ who, z: rounded(gap(share).z, 2) })),
    shuffle: shuffled(labelled(huddle, { seats, shares, countOf }), `${huddle.id} ${week.monday}`),
    answers: answerRate(sources),
  };
}

function spreadOf(counts: readonly number[]): WeekMeasures['spread'] {
  const [many, even, twice, apart] = [voices(counts), evenness(counts), simpson(counts), smallGini(counts)];
  if (many === null || even === null || twice === null || apart === null) return null;
  return { voices: rounded(many, 2), evenness: rounded(even, 3), simpson: rounded(twice, 3), gini: rounded(apart, 3) };
}

/** Everyone of the roster with the place of their line. Someone who moved is on the line they were on last. */
function labelled(
  huddle: Huddle,
  given: {
    readonly seats: readonly Seat[];
    readonly shares: readonly LineShare[];
    readonly countOf: (seat: Seat) => number;
  },
): readonly Labelled[] {
  const { seats, shares, countOf } = given;
  const placeOf = (who: Line | null) => shares.findIndex((share) => sameLine(share.who, who));
  const split = splits.find((one) => seats.every(({ group }) => placeOf(one(groupOf(huddle, group))) >= 0));
  if (split === undefined) return [];
  return seats.map((seat) => ({
    line: placeOf(split(groupOf(huddle, seat.group))),
    turns: countOf(seat),
    weight: seat.spans.reduce((all, { ms }) => all + ms, 0),
  }));
}

function shuffled(people: readonly Labelled[], seed: string): Shuffled | null {
  const found = labelShuffle(people, seed);
  return found === null ? null : { ...found, p: rounded(found.p, 3) };
}

/** As many places as anyone reads: more would only help to work out single counts. */
function rounded(number: number, places: number): number {
  return Math.round(number * 10 ** places) / 10 ** places;
}
