import { everyThought, tellsNothing } from './could-stand.ts';
import type { Group, Huddle } from './huddle.ts';
import type { GroupKey } from './ids.ts';
import type { Kind, Placing, Puzzle } from './placings.ts';
import { isOn, linesInOrder, peopleInLine, sameLine, sideOfLine, splits, type Line } from './splits.ts';

/** Someone who is named, and how much they hold. `who` is the same for one person in one group, and for nobody else. */
export interface Share {
  readonly who: string;
  readonly amount: number;
}

export interface ToldLine {
  readonly who: Line;
  readonly amount: number;
  /** How many are on it, whether they hold something or not. Not in digests of long ago. */
  readonly people?: number;
}

/** One split that was told, beside the names of those who held it. */
export interface Told {
  readonly shares: readonly Share[];
  readonly lines: readonly ToldLine[];
}

export interface Holding {
  readonly groups: Huddle['groups'];
  /** The group of each person who takes part. */
  readonly people: readonly (GroupKey | null)[];
  readonly shares: readonly (Share & { readonly group: GroupKey | null })[];
  /** Everything that was told before. */
  readonly told: readonly Told[];
}

/**
 * The finest split of what people hold (M16), or null where it would tell of someone on which side they are. Who holds
 * what is told by name, and a reader can try all ways to put the names on the lines, with all digests of before. It is
 * told only where, of all the ways that fit, everyone who is named could be on two sides at least; also for a reader who
 * is named, and so knows where one of them is.
 */
export function safeLines(holding: Holding): readonly Required<ToldLine>[] | null {
  const views = viewsOf(holding);
  const lines = shown(views, placesOf(holding));
  if (lines === null) return null;
  const cells = cellsOf(holding, views);
  const { kinds, now } = kindsOf(holding);
  const thoughts = everyThought({ kinds, cells, sums: sumsOf(holding, cells) }, (placing) =>
    isSame(shown(views, placed(placing, now, cells)), lines),
  );
  const sides = cells.map(({ group }) => sideOn(lines, group));
  return thoughts !== null && tellsNothing(thoughts, sides) ? lines : null;
}

/** A split that fits by how many people are on its lines, whoever holds what. */
type View = readonly { readonly who: Line; readonly people: number }[];

function viewsOf({ groups, people }: Holding): readonly View[] {
  const all = people.map((key) => groupBy(key, groups));
  return splits.flatMap((split) => {
    const places = all.map(split);
    if (places.includes(null)) return [];
    const lines = linesInOrder({ groups }, split, places).map((who) => ({
      who,
      people: places.filter((place) => sameLine(place, who)).length,
    }));
    return lines.length >= 2 && lines.every((line) => line.people >= peopleInLine) ? [lines] : [];
  });
}

/** The finest view with no line at 0. Only the using side may hold nothing: that says of nobody that they use the service. */
function shown(views: readonly View[], places: readonly Placed[]): readonly Required<ToldLine>[] | null {
  for (const view of views) {
    const lines = view.map((line) => ({ ...line, amount: tenths(amountOn(line.who, places)) }));
    if (lines.every(({ who, amount }) => amount > 0 || isUsing(who))) return lines;
  }
  return null;
}

function isUsing(who: Line): boolean {
  return who !== 'everyone-else' && 'side' in who && who.side === 'using';
}

function isSame(one: readonly ToldLine[] | null, other: readonly ToldLine[]): boolean {
  return (
    one?.length === other.length &&
    one.every(({ who, amount }, at) => sameLine(who, other[at]?.who ?? null) && amount === other[at]?.amount)
  );
}

interface Placed {
  readonly group: Group | null;
  readonly amount: number;
}

function placesOf({ groups, shares }: Holding): readonly Placed[] {
  return shares.map(({ group, amount }) => ({ group: groupBy(group, groups), amount }));
}

function placed(placing: Placing, now: readonly number[], cells: readonly Cell[]): readonly Placed[] {
  return placing.flatMap((row, kind) =>
    row.map((many, cell) => ({ group: cells[cell]?.group ?? null, amount: many * (now[kind] ?? 0) })),
  );
}

function amountOn(who: Line, places: readonly Placed[]): number {
  return places.reduce((all, { group, amount }) => (isOn(who, group) ? all + amount : all), 0);
}

interface Cell {
  /** One of its groups: no line tells it from the others. */
  readonly group: Group | null;
  readonly seats: number;
}

/** Groups that no line tells apart are one cell. Those in no group have one, too. */
function cellsOf({ groups, people, told }: Holding, views: readonly View[]): readonly Cell[] {
  const all = [...views, ...told.map(({ lines }) => lines)];
  const cells = new Map<string, Cell>();
  for (const group of [...groups, null]) {
    const key = JSON.stringify(all.map((lines) => lineAt(lines, group)));
    const seats = people.filter((one) => groupBy(one, groups) === group).length;
    const cell = cells.get(key) ?? { group, seats: 0 };
    cells.set(key, { ...cell, seats: cell.seats + seats });
  }
  return [...cells.values()];
}

function lineAt(lines: readonly { readonly who: Line }[], group: Group | null): number | null {
  const at = lines.findIndex(({ who }) => isOn(who, group));
  return at < 0 ? null : at;
}

function sumsOf({ told }: Holding, cells: readonly Cell[]): Puzzle['sums'] {
  return told.map(({ lines }) => ({
    lines: lines.map(({ amount, people = Infinity }) => ({ amount, people })),
    lineOf: cells.map(({ group }) => lineAt(lines, group)),
  }));
}

/** Two names that held the same of everything are of one kind. */
function kindsOf({ shares, told }: Holding): { readonly kinds: readonly Kind[]; readonly now: readonly number[] } {
  const here = new Set(shares.map(({ who }) => who));
  const everyone = new Set([...here, ...told.flatMap((one) => one.shares.map(({ who }) => who))]);
  const alike = new Map<string, { readonly kind: Kind; readonly now: number }>();
  for (const who of everyone) {
    const now = heldBy(shares, who);
    const before = told.map((one) => heldBy(one.shares, who));
    const key = JSON.stringify([here.has(who), now, before]);
    const people = (alike.get(key)?.kind.people ?? 0) + 1;
    alike.set(key, { kind: { people, told: before, isHere: here.has(who) }, now });
  }
  const all = [...alike.values()];
  return { kinds: all.map(({ kind }) => kind), now: all.map(({ now }) => now) };
}

function heldBy(shares: readonly Share[], who: string): number {
  return shares.reduce((all, share) => (share.who === who ? all + share.amount : all), 0);
}

/** What it tells of someone that they are in this group: the side of their line. */
function sideOn(lines: readonly ToldLine[], group: Group | null): string {
  const line = lines.find(({ who }) => isOn(who, group));
  const side = line === undefined ? group?.side : sideOfLine(line.who, group === null ? [] : [group]);
  return side ?? 'everyone-else';
}

function groupBy(key: GroupKey | null, groups: readonly Group[]): Group | null {
  return groups.find((group) => group.key === key) ?? null;
}

/** Halves of halves add up to numbers just beside what they should be. */
function tenths(amount: number): number {
  return Math.round(amount * 10 + 1e-6) / 10;
}
