import type { MemberEvent } from './events-people.ts';
import type { Huddle, Member } from './huddle.ts';
import { sideOf, standingNow, takesPart } from './huddle.ts';
import type { Membership } from './membership.ts';
import type { Instant } from './time.ts';

/** How many of those who take part are counted on the using side. */
export interface UsingShare {
  readonly using: number;
  readonly of: number;
}

/**
 * D12: fewer than a third from the using side. Null when it is a third or more, and until everyone who was invited has
 * answered and everyone who takes part has picked a group: before that nobody can know.
 */
export function usingSideFew(huddle: Huddle, members: readonly Member[]): UsingShare | null {
  const taking = members.filter(takesPart);
  const waiting = members.some((member) => standingNow(member).status === 'invited');
  const sides = taking.map((member) => sideOf(huddle, member));
  if (waiting || taking.length < 2 || sides.includes(null)) return null;
  const using = sides.filter((side) => side === 'using').length;
  return using * 3 < taking.length ? { using, of: taking.length } : null;
}

/** Told once for each time of inviting: the event says so, and `toldUsingSideFew` remembers it. */
export function usingSideNews({ huddle, members, toldUsingSideFew }: Membership, now: Instant): readonly MemberEvent[] {
  const few = toldUsingSideFew ? null : usingSideFew(huddle, members);
  return few === null ? [] : [{ type: 'UsingSideFew', at: now, ...few }];
}
