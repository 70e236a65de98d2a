import { standingNow, takesPart, type Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { holders, type Offer, type Role, type StandIn } from './role-split.ts';

/** Who stands in for a role now, or null. */
export function standInOf({ standIns = [] }: Role, present: ReadonlySet<PersonId>): PersonId | null {
  const now = standIns.find(({ person, to }) => to === null && present.has(person));
  return now?.person ?? null;
}

/** Whether the one it is offered to says yes to it; else it is a holder who does. */
export function isForReceiver({ kind }: Pick<Offer, 'kind'>): boolean {
  return kind === 'hand' || kind === 'ask-stand-in';
}

/** Who does the job of a role now. */
export interface DoneBy {
  readonly people: readonly PersonId[];
  /** They stand in, because every holder is away or has left. */
  readonly isStandIn: boolean;
}

/**
 * The holders; or, while each of them is paused, on days off or gone, whoever stands in and is here. When a holder is back
 * it ends by itself. Why a holder is away is for nobody to know, and is not asked here.
 */
export function doneBy(role: Role, members: readonly Member[]): DoneBy {
  const present = new Set(members.filter(takesPart).map(({ person }) => person));
  const here = hereOf(members);
  const holding = holders(role, present);
  const standIn = standInOf(stillThere(role, members), here);
  const isHeld = role.holdings.some(({ to }) => to === null);
  return standIn === null || !isHeld || holding.some((person) => here.has(person))
    ? { people: holding, isStandIn: false }
    : { people: [standIn], isStandIn: true };
}

function hereOf(members: readonly Member[]): ReadonlySet<PersonId> {
  return new Set(members.filter((member) => standingNow(member).status === 'active').map(({ person }) => person));
}

/** Whoever has left stands in no more, also when they come back: they said yes as things were then. */
export function stillThere(role: Role, members: readonly Member[]): Role {
  if (role.standIns === undefined) return role;
  const leftAt = ({ person, from }: StandIn) =>
    members
      .find((member) => member.person === person)
      ?.standings.find((standing) => standing.status === 'left' && standing.from > from)?.from;
  const standIns = role.standIns.map((one) => (one.to === null ? { ...one, to: leftAt(one) ?? null } : one));
  return { ...role, standIns };
}
