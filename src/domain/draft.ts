import type { Checkers } from './checkers.ts';
import { sidesOf, standingNow, type Huddle, type Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { addDays, instantAt, localDate, type Instant } from './time.ts';

interface Around {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
}

/** The same time of day, on the day before. Null while no digest is due. */
export function draftAt({ nextDigestAt, digest, zone }: Huddle): Instant | null {
  return nextDigestAt === null ? null : instantAt(addDays(localDate(nextDigestAt, zone), -1), digest.time, zone);
}

/** When the digest has to be looked at next: for its draft, or to be posted. */
export function digestWakesAt(huddle: Huddle): Instant | null {
  const { nextDigestAt, checkers } = huddle;
  const draft = draftAt(huddle);
  if (nextDigestAt === null || draft === null || checkers?.isOn !== true) return nextDigestAt;
  return checkers.draft !== undefined && checkers.draft.at >= draft ? nextDigestAt : draft;
}

/** One who uses the service or cares for someone, and one other. Who has picked no group is neither. */
export function areFromTwoSides(people: readonly PersonId[], { huddle, members }: Around): boolean {
  const sides = new Map(members.map((member) => [member.person, sidesOf(huddle, member)]));
  return people.some((one) =>
    people.some(
      (other) =>
        one !== other &&
        (sides.get(one) ?? []).includes('using') &&
        (sides.get(other) ?? []).some((side) => side !== 'using'),
    ),
  );
}

/** Those who said yes and are here; and the stand-in, once nobody who uses the service is left among them. */
export function draftGoesTo({ people, draft }: Checkers, { huddle, members }: Around): readonly PersonId[] {
  const here = people.filter(
    ({ person, willing }) => willing && isHere(person, members) && draft?.cannot.includes(person) !== true,
  );
  const named = here.filter(({ standIn }) => !standIn);
  const covered = named.some(({ person }) => usesIt(person, { huddle, members }));
  return [...named, ...(covered ? [] : here.filter(({ standIn }) => standIn))].map(({ person }) => person);
}

function isHere(person: PersonId, members: readonly Member[]): boolean {
  return members.some((member) => member.person === person && standingNow(member).status === 'active');
}

export function usesIt(person: PersonId, { huddle, members }: Around): boolean {
  return members.some((member) => member.person === person && sidesOf(huddle, member).includes('using'));
}
