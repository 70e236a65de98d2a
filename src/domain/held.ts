import { standingAt, standingNow, takesPart, type Huddle, type Member } from './huddle.ts';
import type { GroupKey, PersonId } from './ids.ts';
import { safeLines, type Told, type ToldLine } from './safe-lines.ts';
import type { Instant } from './time.ts';

/** Lead roles, or open promises, by who holds them (M16). */
export interface Held {
  readonly total: number;
  /** Null where no split can be shown, and where nothing is held. */
  readonly lines: readonly ToldLine[] | null;
  /** The huddle has turned numbers by group off. */
  readonly isOff?: true;
  /** Who was named beside the lines, and how much they held. Without lines, and in digests of long ago, left out. */
  readonly named?: readonly Named[];
}

interface Named {
  readonly person: PersonId;
  readonly amount: number;
}

/** Who holds each of some things. Two holders count half each. */
type Things = readonly (readonly PersonId[])[];

interface ToldDigest {
  readonly to: Instant;
  readonly roles: readonly { readonly holders: readonly PersonId[] }[];
  readonly held?: { readonly leadRoles: Held; readonly openPromises: Held };
}

interface HeldFacts {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly leads: Things;
  /** Owners of each open promise. */
  readonly open: Things;
  /** All that were ever published. */
  readonly earlier: readonly ToldDigest[];
}

/** Who holds what is told by name and never with a group, so a split must not tell it either: safeLines says how. */
export function heldNow({ huddle, members, leads, open, earlier }: HeldFacts): {
  readonly leadRoles: Held;
  readonly openPromises: Held;
} {
  const told = toldBefore(earlier, members);
  const of = (things: Things, known: readonly Told[]) => heldBy(things, { huddle, members, told: known });
  const leadRoles = of(leads, told);
  const openPromises = of(open, [...told, ...toldIn(leadRoles, members)]);
  // Long ago nobody kept who the owners were, so nobody can say what today's numbers would add to those.
  const isUnknown = earlier.some(
    ({ held }) => held?.openPromises.lines != null && held.openPromises.named === undefined,
  );
  return { leadRoles, openPromises: isUnknown ? { total: openPromises.total, lines: null } : openPromises };
}

interface Given {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly told: readonly Told[];
}

function heldBy(things: Things, { huddle, members, told }: Given): Held {
  const groupOf = new Map(members.filter(takesPart).map((member) => [member.person, standingNow(member).group]));
  const named = namedIn(things).filter(({ person }) => groupOf.has(person));
  const shares = named.map(({ person, amount }) => {
    const group = groupOf.get(person) ?? null;
    return { amount, group, who: nameFor(person, group) };
  });
  const total = Math.round(sum(named.map(({ amount }) => amount)) * 10) / 10;
  if (huddle.groupLines === 'off') return { total, lines: null, isOff: true };
  const lines = total === 0 ? null : safeLines({ groups: huddle.groups, people: [...groupOf.values()], shares, told });
  return lines === null ? { total, lines } : { total, lines, named };
}

function namedIn(things: Things): readonly Named[] {
  return [...new Set(things.flat())].map((person) => ({
    person,
    amount: sum(things.map((holders) => (holders.includes(person) ? 1 / holders.length : 0))),
  }));
}

/** What all digests together told, each thing once. */
function toldBefore(earlier: readonly ToldDigest[], members: readonly Member[]): readonly Told[] {
  const all = earlier.flatMap(({ to, roles, held }) => {
    if (held === undefined) return [];
    const { leadRoles, openPromises } = held;
    const named = leadRoles.named ?? namedIn(roles.map(({ holders }) => holders));
    return [...toldIn({ ...leadRoles, named }, members, to), ...toldIn(openPromises, members, to)];
  });
  return [...new Map(all.map((told) => [JSON.stringify(told), told])).values()];
}

/** By the groups that people were in at that moment, or are now. Nobody knows of those who were forgotten. */
function toldIn({ lines, named = [] }: Held, members: readonly Member[], at?: Instant): readonly Told[] {
  if (lines === null) return [];
  const byPerson = new Map(members.map((member) => [member.person, member]));
  const groupOf = (person: PersonId) => {
    const member = byPerson.get(person);
    if (member === undefined) return null;
    return at === undefined ? standingNow(member).group : (standingAt(member, at)?.group ?? null);
  };
  const shares = named.map(({ person, amount }) => ({ who: nameFor(person, groupOf(person)), amount }));
  return [{ shares, lines }];
}

/** Whoever changes their group could be on other lines than before. */
function nameFor(person: PersonId, group: GroupKey | null): string {
  return `${person}/${group ?? ''}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
