import { standingNow, type Huddle, type Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { talliedLines, type Line } from './splits.ts';

/** Lead roles, or open promises, by who holds them (M16). */
export interface Held {
  readonly total: number;
  /** Null where no split can be shown, and where nothing is held. */
  readonly lines: readonly { readonly who: Line; readonly amount: number }[] | null;
}

/**
 * Two holders count half each. Who holds what is told by name and never with a group, so a split must not tell it
 * either: where one line had everything, the names would be known to belong to it. Only that the using side holds
 * nothing is told, because it says of nobody that they use the service.
 */
export function heldBy(huddle: Huddle, present: readonly Member[], things: readonly (readonly PersonId[])[]): Held {
  const groupOf = new Map(present.map((member) => [member.person, standingNow(member).group]));
  const tallied = things.flatMap((holders) =>
    holders.flatMap((person) => {
      const group = groupOf.get(person);
      return group === undefined ? [] : [{ group, amount: 1 / holders.length }];
    }),
  );
  const total = tenths(tallied.reduce((all, { amount }) => all + amount, 0));
  const people = [...groupOf.values()];
  const isUsing = (who: Line) => who !== 'everyone-else' && 'side' in who && who.side === 'using';
  const lines = total === 0 ? null : talliedLines(huddle, { people, tallied }, isUsing);
  return { total, lines: lines?.map(({ who, amount }) => ({ who, amount: tenths(amount) })) ?? null };
}

function tenths(amount: number): number {
  return Math.round(amount * 10) / 10;
}
