import type { Group, Huddle, Member, Side, Standing } from '../../src/domain/huddle.ts';
import type { GroupKey, HuddleId, PersonId } from '../../src/domain/ids.ts';
import type { Instant, Week } from '../../src/domain/time.ts';
import { addMs, weekFrom } from '../../src/domain/time.ts';
import type { Turn } from '../../src/domain/turns.ts';

export const zone = 'Europe/London';
export const willowId = 'willow' as HuddleId;

const group = (key: string, name: string, side: Side): Group => ({ key: key as GroupKey, name, side });

/** Three groups, one a side. */
export const willowGroups = [
  group('people', 'People who use the service', 'using'),
  group('staff', 'Staff', 'running'),
  group('artists', 'Artists', 'creative'),
];

export const defaultGroups = [
  group('people', 'People who use the service', 'using'),
  group('carers', 'Carers', 'using'),
  group('staff', 'Staff', 'running'),
  group('artists', 'Artists', 'creative'),
  group('managers', 'Managers and funders', 'running'),
];

export function huddleOf(groups: readonly Group[], changes: Partial<Huddle> = {}): Huddle {
  return {
    id: willowId,
    name: 'Willow',
    purpose: null,
    zone,
    groups,
    checkIn: null,
    digest: { weekday: 2, time: '09:00' },
    nextDigestAt: null,
    quiet: { from: '20:00', to: '08:00' },
    groupLines: 'on',
    listening: false,
    setUpBy: person('priya'),
    setUpAt: '2027-01-29T09:00:00.000Z',
    version: 1,
    ...changes,
  };
}

export function person(name: string): PersonId {
  return name as PersonId;
}

export function member(name: string, ...standings: readonly Standing[]): Member {
  return {
    huddle: willowId,
    person: person(name),
    coordinator: false,
    invitedBy: null,
    standings: [...standings],
    consents: [],
  };
}

export function standing(from: Instant, group: string | null, changes: Partial<Standing> = {}): Standing {
  return { from, status: 'active', counted: true, group: group as GroupKey | null, also: null, ...changes };
}

const joined = '2027-01-30T09:00:00.000Z';

/** Members `a1`, `a2` … of one group, all counted since before the first week. */
export function membersIn(sizes: Readonly<Record<string, number>>): readonly Member[] {
  return Object.entries(sizes).flatMap(([key, size]) =>
    Array.from({ length: size }, (_, index) => member(`${key}${String(index + 1)}`, standing(joined, key))),
  );
}

/** So many turns by each member in their order, an hour apart in a thread of their own, from the week's first hour. */
export function turnsBy(members: readonly Member[], counts: readonly number[], week: Week): readonly Turn[] {
  return members.flatMap((who, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, nth) => ({
      id: `${who.person}-${week.monday}-${String(nth)}`,
      person: who.person,
      group: who.standings.at(-1)?.group ?? null,
      thread: who.person,
      at: addMs(week.from, nth * 3_600_000 + 1),
    })),
  );
}

export const weekOfMarch1 = weekFrom('2027-03-01', zone);
export const weekOfMarch8 = weekFrom('2027-03-08', zone);
/** The clocks go forward on its Sunday, so it is an hour short. */
export const weekOfMarch22 = weekFrom('2027-03-22', zone);
