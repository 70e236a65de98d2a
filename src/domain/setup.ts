import type { HuddleEvent } from './events.ts';
import type { MemberEvent } from './events-people.ts';
import type { Group, Huddle, Member } from './huddle.ts';
import { changeHuddle, checkTimes, withNextTimes } from './huddle-settings.ts';
import type { HuddleHolidays } from './holidays.ts';
import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import { evolveMembers, mostPeople } from './membership.ts';
import { defaultQuietHours } from './person.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';
import type { Schedule } from './schedule.ts';
import type { Instant, LocalTime, Weekday, Zone } from './time.ts';
import { isZone } from './time.ts';

/** D2, in plain words. Everyone picks their own. */
export const defaultGroups: readonly Group[] = [
  { key: 'people-who-use-the-service' as GroupKey, name: 'People who use the service', side: 'using' },
  { key: 'carers' as GroupKey, name: 'Carers', side: 'using' },
  { key: 'staff' as GroupKey, name: 'Staff', side: 'running' },
  { key: 'artists' as GroupKey, name: 'Artists', side: 'creative' },
  { key: 'managers-and-funders' as GroupKey, name: 'Managers and funders', side: 'running' },
];

/** Tuesdays at 9am: the week before is complete, and someone had Monday to look at it. */
export const defaultDigest: Huddle['digest'] = { weekday: 2, time: '09:00' };
export const defaultZone: Zone = 'Europe/London';

/** A new huddle, with everyone whom its first coordinator names. Whoever sets up is invited like everyone else. */
export interface SetUp {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly by: PersonId;
  readonly name: string;
  readonly purpose: string | null;
  readonly schedule: Schedule;
  readonly digest: { readonly weekday: Weekday; readonly time: LocalTime } | null;
  readonly zone: Zone | null;
  readonly holidays?: HuddleHolidays | undefined;
  readonly people: readonly PersonId[];
  readonly second: PersonId | null;
  /** Left out where they have not said yet that it is not about one person's care. */
  readonly care?: 'no' | undefined;
}

/** Nothing, until it is set up. */
export interface Founding {
  readonly huddle: Huddle | null;
  readonly members: readonly Member[];
}

type Decision = readonly (HuddleEvent | MemberEvent)[] | Refusal;

/** Refused where there is a huddle already: a place belongs to one. */
export function decideSetUp(command: SetUp, { huddle }: Founding): Decision {
  if (huddle !== null) return refuse('huddle-exists', { huddle: huddle.name });
  const plan = planHuddle(command);
  if (isRefusal(plan)) return plan;
  const { now, by, second } = command;
  const people = new Set([by, ...(second === null ? [] : [second]), ...command.people]);
  if (people.size > mostPeople) return refuse('huddle-full', { most: mostPeople, would: people.size });
  const coordinators = new Set([by, ...(second === null ? [] : [second])]);
  return [
    { type: 'HuddleSetUp', at: now, words: { name: plan.name, purpose: plan.purpose } },
    { type: 'ScheduleChanged', at: now, nextDueAt: plan.checkIn?.nextDueAt ?? null },
    ...[...people].map((person): MemberEvent => ({ type: 'MemberInvited', at: now, person, by })),
    ...[...coordinators].map((person): MemberEvent => ({ type: 'CoordinatorAppointed', at: now, person, by })),
  ];
}

/** The huddle as a set-up makes it, with its next times; refused when a time or a name will not do. */
export function planHuddle(command: Omit<SetUp, 'people' | 'second'>): Huddle | Refusal {
  const { huddle: id, now, by } = command;
  if (command.zone !== null && !isZone(command.zone)) return refuse('no-such-zone', { zone: command.zone });
  const bare: Huddle = {
    id,
    name: '',
    purpose: null,
    zone: command.zone ?? defaultZone,
    groups: defaultGroups,
    checkIn: { schedule: command.schedule, nextDueAt: null, sent: 0 },
    digest: command.digest ?? defaultDigest,
    nextDigestAt: null,
    quiet: defaultQuietHours,
    groupLines: 'later',
    listening: false,
    holidays: command.holidays,
    ...(command.care === undefined ? {} : { care: command.care }),
    live: { by: now },
    setUpBy: by,
    setUpAt: now,
    version: 1,
  };
  const named = changeHuddle(bare, { setting: 'name', name: command.name }, { members: [], now });
  if (isRefusal(named)) return named;
  const full = changeHuddle(named, { setting: 'purpose', purpose: command.purpose }, { members: [], now });
  if (isRefusal(full)) return full;
  return checkTimes(full) ?? withNextTimes(full, now);
}

/** Events alone cannot say what was planned: their journal holds no words. So the plan is worked out again. */
export function evolveSetUp(command: SetUp, founding: Founding, event: HuddleEvent | MemberEvent): Founding {
  switch (event.type) {
    case 'HuddleSetUp': {
      const plan = planHuddle(command);
      return isRefusal(plan) ? founding : { ...founding, huddle: plan };
    }
    case 'ScheduleChanged':
    case 'SettingChanged':
    case 'PlaceClosed':
    case 'PlaceOpened':
      return founding;
    default:
      return { ...founding, members: evolveMembers(command.huddle, founding.members, event) };
  }
}
