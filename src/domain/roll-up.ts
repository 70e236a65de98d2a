import type { Balance } from './balance.ts';
import { limits } from './balance.ts';
import type { Held } from './held.ts';
import type { IdeaShares } from './idea-shares.ts';
import { wholePercents } from './measures.ts';
import { sameLine, type Line } from './splits.ts';
import { addDays, type LocalDate } from './time.ts';

export const weeksInRollUp = 4;

/** Four weeks' figures as their digests told them, added up. Of these nothing is new, so they can give away nothing new. */
export interface RollUp {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly shown:
    | {
        readonly as: 'lines';
        readonly turns: number;
        readonly lines: readonly { readonly who: Line; readonly turns: number; readonly percent: number | null }[];
      }
    /** The weeks were not all split in the same way. */
    | { readonly as: 'total'; readonly turns: number }
    /** One of them told not even its total. */
    | { readonly as: 'not-enough' };
  /** Lead roles held, in weeks of one role (M16); null where the weeks were not all split in the same way. */
  readonly leadWeeks: readonly { readonly who: Line; readonly amount: number }[] | null;
  /** Told of four weeks at once and of nothing shorter. Older ones lack it. */
  readonly ideas?: IdeaShares;
}

interface ToldWeek {
  readonly week: { readonly monday: LocalDate };
  readonly balance: Balance;
  readonly held?: { readonly leadRoles: Held };
  readonly rollUp?: RollUp;
}

/** Due with every fourth digest: four weeks running, none of them in a roll-up yet. `weeks` are the newest first. */
export function rollUpOf(weeks: readonly ToldWeek[]): RollUp | null {
  const four = weeks.slice(0, weeksInRollUp);
  const newest = four[0]?.week.monday;
  if (newest === undefined || four.length < weeksInRollUp || four.some(({ rollUp }) => rollUp !== undefined))
    return null;
  if (four.some(({ week }, back) => week.monday !== addDays(newest, -7 * back))) return null;
  const oldest = addDays(newest, -7 * (weeksInRollUp - 1));
  return {
    from: oldest,
    to: addDays(newest, 6),
    shown: added(four.map(({ balance }) => balance)),
    leadWeeks: leadWeeksOf(four.map(({ held }) => held?.leadRoles.lines ?? [])),
  };
}

function added(balances: readonly Balance[]): RollUp['shown'] {
  const told = balances.flatMap((balance) => (balance.shown === 'not-enough' ? [] : [balance]));
  if (told.length < balances.length) return { as: 'not-enough' };
  const turns = told.reduce((all, balance) => all + balance.turns, 0);
  const weeks = told.map((balance) => (balance.shown === 'lines' ? balance.lines : []));
  const lines = addedLines(weeks.map((week) => week.map((line) => ({ who: line.who, amount: line.turns }))));
  if (lines === null) return { as: 'total', turns };
  const percents = turns < limits.turnsForPercents ? null : wholePercents(lines.map(({ amount }) => amount));
  return {
    as: 'lines',
    turns,
    lines: lines.map(({ who, amount }, at) => ({ who, turns: amount, percent: percents?.[at] ?? null })),
  };
}

function leadWeeksOf(weeks: readonly Amounts[]): RollUp['leadWeeks'] {
  return addedLines(weeks)?.map(({ who, amount }) => ({ who, amount: Math.round(amount * 10) / 10 })) ?? null;
}

type Amounts = readonly { readonly who: Line; readonly amount: number }[];

/** Null unless every week has the same lines, and has some. */
function addedLines(weeks: readonly Amounts[]): Amounts | null {
  const [first, ...others] = weeks;
  if (first === undefined || first.length === 0 || !others.every((week) => isSameSplit(first, week))) return null;
  return first.map(({ who }) => ({ who, amount: amountOn(who, weeks) }));
}

function isSameSplit(one: Amounts, other: Amounts): boolean {
  return one.length === other.length && one.every(({ who }) => other.some((line) => sameLine(line.who, who)));
}

function amountOn(who: Line, weeks: readonly Amounts[]): number {
  return weeks.flat().reduce((all, line) => (sameLine(line.who, who) ? all + line.amount : all), 0);
}
