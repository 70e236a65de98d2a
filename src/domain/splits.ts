import type { Group, Huddle, Side } from './huddle.ts';
import type { GroupKey } from './ids.ts';

/** Whom a line of numbers is about: one group's key, one side, or everyone but the using side. */
export type Line = { readonly group: string } | { readonly side: Side } | 'everyone-else';

/** A line of fewer people could give someone away. */
export const peopleInLine = 3;

/** A way to put a roster into lines. Null: this group is on no line, so the split cannot be shown. */
export type Split = (group: Group | null) => Line | null;

/** From the finest to the coarsest: groups, three sides, the using side and everyone else. */
export const splits: readonly Split[] = [
  (group) => (group === null ? null : { group: group.key }),
  (group) => (group === null ? null : { side: group.side }),
  (group) => (group?.side === 'using' ? { side: 'using' } : 'everyone-else'),
];

/** Something countable of one group: half a role; an answer that was given or could have been. */
export interface Tallied {
  readonly group: GroupKey | null;
  readonly amount: number;
  /** Out of how many, where that is not the amount itself. */
  readonly of?: number;
}

export interface TalliedLine {
  readonly who: Line;
  readonly people: number;
  readonly amount: number;
  readonly of: number;
}

/**
 * Amounts by the finest split in which every line has three people or more and none is at 0; null where there is no such
 * split. `people` has the group of each person who could have added to them.
 */
export function talliedLines(
  huddle: Pick<Huddle, 'groups'>,
  given: { readonly people: readonly (GroupKey | null)[]; readonly tallied: readonly Tallied[] },
): readonly TalliedLine[] | null {
  const { people, tallied } = given;
  for (const split of splits) {
    const lineOf = (key: GroupKey | null) => split(huddle.groups.find((group) => group.key === key) ?? null);
    const places = [...people, ...tallied.map(({ group }) => group)].map(lineOf);
    if (places.includes(null)) continue;
    const lines = linesInOrder(huddle, split, places).map((who) => {
      const theirs = tallied.filter(({ group }) => sameLine(lineOf(group), who));
      return {
        who,
        people: people.filter((group) => sameLine(lineOf(group), who)).length,
        amount: theirs.reduce((all, { amount }) => all + amount, 0),
        of: theirs.reduce((all, { amount, of }) => all + (of ?? amount), 0),
      };
    });
    const fits = lines.every((line) => line.people >= peopleInLine && line.amount > 0);
    if (lines.length >= 2 && fits) return lines;
  }
  return null;
}

const sides: readonly Side[] = ['using', 'running', 'creative'];

/** Lines that someone is on, in the order of sides and then of the huddle's own groups. */
export function linesInOrder(
  huddle: Pick<Huddle, 'groups'>,
  split: Split,
  places: readonly (Line | null)[],
): readonly Line[] {
  const groups = sides.flatMap((side) => huddle.groups.filter((group) => group.side === side));
  const possible = [...groups, null].map(split).filter((who) => who !== null);
  const once = possible.filter((who, index) => possible.findIndex((other) => sameLine(other, who)) === index);
  return once.filter((who) => places.some((place) => sameLine(place, who)));
}

/** Null for everyone but the using side. */
export function sideOfLine(who: Line, groups: readonly Group[]): Side | null {
  if (who === 'everyone-else') return null;
  return 'side' in who ? who.side : (groups.find(({ key }) => key === who.group)?.side ?? null);
}

export function sameLine(one: Line | null, other: Line | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether people of this group are on the line; null is no group. */
export function isOn(who: Line, group: Group | null): boolean {
  if (who === 'everyone-else') return group?.side !== 'using';
  return 'side' in who ? group?.side === who.side : group?.key === who.group;
}
