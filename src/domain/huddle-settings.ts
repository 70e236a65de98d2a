import { nextComing, type Home, type HuddleHolidays } from './holidays.ts';
import type { Group, Huddle, Member, Side } from './huddle.ts';
import type { GroupKey } from './ids.ts';
import type { QuietHours } from './person.ts';
import { isQuietTime } from './quiet.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';
import type { Schedule, ScheduleRefusal } from './schedule.ts';
import { checkSchedule } from './schedule.ts';
import type { Instant, LocalTime, Weekday, Zone } from './time.ts';
import { isZone } from './time.ts';

/** One thing that a coordinator changes about a huddle. */
export type HuddleChange =
  | { readonly setting: 'name'; readonly name: string }
  | { readonly setting: 'purpose'; readonly purpose: string | null }
  | { readonly setting: 'schedule'; readonly schedule: Schedule }
  | { readonly setting: 'digest'; readonly weekday: Weekday; readonly time: LocalTime }
  | { readonly setting: 'quiet'; readonly quiet: QuietHours }
  | { readonly setting: 'zone'; readonly zone: Zone }
  | { readonly setting: 'group-lines'; readonly groupLines: Huddle['groupLines'] }
  | { readonly setting: 'listening'; readonly listening: boolean }
  /** Null looks at none. */
  | { readonly setting: 'holidays'; readonly holidays: HuddleHolidays | null }
  /** `next`: the next question only. */
  | { readonly setting: 'together'; readonly together: 'always' | 'next' | 'off' }
  | { readonly setting: 'private-sides'; readonly bySide: boolean }
  | { readonly setting: 'baseline'; readonly baseline: NonNullable<Huddle['baseline']> }
  | { readonly setting: 'nudge' | 'invitations' | 'role-swaps'; readonly on: boolean }
  | { readonly setting: 'add-group'; readonly name: string; readonly side: Side }
  | { readonly setting: 'rename-group'; readonly from: string; readonly to: string }
  | { readonly setting: 'drop-group'; readonly name: string };

export const longestName = 60;
export const longestPurpose = 300;
export const longestGroupName = 40;
export const mostGroups = 8;

export type SettingRefusalCode =
  | 'needs-words'
  | 'too-long'
  | 'no-such-zone'
  | 'digest-is-quiet'
  | 'too-many-groups'
  | 'group-exists'
  | 'no-such-group'
  | 'group-in-use'
  | 'needs-using-group'
  | ScheduleRefusal['refused'];

type SettingRefusal = Refusal<SettingRefusalCode>;

/** The huddle with one thing changed and its next times worked out anew; the same object when nothing changes. */
export function changeHuddle(
  huddle: Huddle,
  change: HuddleChange,
  { members, now }: { readonly members: readonly Member[]; readonly now: Instant },
): Huddle | SettingRefusal {
  const changed = apply(huddle, change, members);
  if (isRefusal(changed)) return changed;
  const wrong = checkTimes(changed);
  return wrong ?? (touchesTimes(change) ? withNextTimes(changed, now) : changed);
}

function touchesTimes({ setting }: HuddleChange): boolean {
  return setting === 'schedule' || setting === 'digest' || setting === 'zone' || setting === 'holidays';
}

function apply(huddle: Huddle, change: HuddleChange, members: readonly Member[]): Huddle | SettingRefusal {
  switch (change.setting) {
    case 'name':
      return named(change.name, longestName, (name) => ({ ...huddle, name }));
    case 'purpose':
      if (change.purpose === null) return { ...huddle, purpose: null };
      return named(change.purpose, longestPurpose, (purpose) => ({ ...huddle, purpose }));
    case 'schedule':
      return { ...huddle, checkIn: { sent: 0, nextDueAt: null, ...huddle.checkIn, schedule: change.schedule } };
    case 'digest':
      return { ...huddle, digest: { weekday: change.weekday, time: change.time } };
    case 'quiet':
      return { ...huddle, quiet: change.quiet };
    case 'zone':
      return isZone(change.zone) ? { ...huddle, zone: change.zone } : refuse('no-such-zone', { zone: change.zone });
    case 'group-lines':
      return { ...huddle, groupLines: change.groupLines };
    case 'listening':
      return { ...huddle, listening: change.listening };
    case 'holidays':
      return { ...huddle, holidays: change.holidays ?? undefined };
    case 'together': {
      const { together: _, ...others } = huddle;
      return change.together === 'off' ? others : { ...others, together: change.together };
    }
    case 'private-sides': {
      const { pulseSides: _, ...others } = huddle;
      return change.bySide ? { ...others, pulseSides: true } : others;
    }
    case 'baseline':
      return { ...huddle, baseline: change.baseline };
    case 'nudge':
      return { ...huddle, nudge: { ...huddle.nudge, on: change.on } };
    case 'invitations':
      return { ...huddle, invitations: change.on };
    case 'role-swaps':
      return { ...huddle, roleSwaps: change.on };
    case 'add-group':
    case 'rename-group':
    case 'drop-group': {
      const groups = changeGroups(huddle.groups, change, members);
      return isRefusal(groups) ? groups : { ...huddle, groups };
    }
  }
}

function named<T>(typed: string, longest: number, then: (name: string) => T): T | SettingRefusal {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') return refuse('needs-words');
  return name.length > longest ? refuse('too-long', { longest, is: name.length }) : then(name);
}

/** Both the question and the digest are posted where everyone sees them, so neither may fall in the quiet hours. */
export function checkTimes({ checkIn, digest, quiet }: Huddle): SettingRefusal | null {
  const wrong = checkIn === null ? null : checkSchedule(checkIn.schedule, { quiet });
  if (wrong !== null) return wrong;
  if (!isQuietTime(digest.time, quiet)) return null;
  return refuse('digest-is-quiet', { time: digest.time, from: quiet.from, to: quiet.to });
}

/** The huddle with the next moments of its question and its digest after `now`. */
export function withNextTimes(huddle: Huddle, now: Instant): Huddle {
  const { checkIn } = huddle;
  const nextDueAt = checkIn === null ? null : nextComing(checkIn.schedule, huddle, now);
  return {
    ...huddle,
    checkIn: checkIn === null ? null : { ...checkIn, nextDueAt },
    nextDigestAt: nextComing(digestSchedule(huddle), digestHome(huddle), now),
  };
}

/** The digest's day and time as a schedule. Any Monday will do for an anchor, as it comes each week. */
export function digestSchedule({ digest }: Pick<Huddle, 'digest'>): Schedule {
  return { days: [digest.weekday], time: digest.time, everyWeeks: 1, anchor: '2027-01-04' };
}

/** A question may be skipped for a holiday; a digest only ever moves, as it tells of a week that no other one tells. */
export function digestHome({ zone, holidays }: Home): Home {
  return holidays === undefined ? { zone } : { zone, holidays: { ...holidays, then: 'move' } };
}

type GroupChange = Extract<HuddleChange, { readonly setting: 'add-group' | 'rename-group' | 'drop-group' }>;

/** A group that anyone ever picked keeps its key and its side for good: turns were counted in it. */
function changeGroups(
  groups: readonly Group[],
  change: GroupChange,
  members: readonly Member[],
): readonly Group[] | SettingRefusal {
  switch (change.setting) {
    case 'add-group':
      return addGroup(groups, change);
    case 'rename-group': {
      const group = groupNamed(groups, change.from);
      if (group === null) return refuse('no-such-group', { group: change.from });
      if ((groupNamed(groups, change.to) ?? group) !== group) return refuse('group-exists', { group: change.to });
      return named(change.to, longestGroupName, (name) =>
        groups.map((one) => (one === group ? { ...one, name } : one)),
      );
    }
    case 'drop-group': {
      const group = groupNamed(groups, change.name);
      if (group === null) return refuse('no-such-group', { group: change.name });
      if (members.some((member) => everPicked(member, group.key))) return refuse('group-in-use', { group: group.name });
      const left = groups.filter((one) => one !== group);
      return left.some(({ side }) => side === 'using') ? left : refuse('needs-using-group');
    }
  }
}

function addGroup(groups: readonly Group[], { name, side }: { readonly name: string; readonly side: Side }) {
  if (groups.length >= mostGroups) return refuse('too-many-groups', { most: mostGroups });
  if (groupNamed(groups, name) !== null) return refuse('group-exists', { group: name });
  return named(name, longestGroupName, (tidy) => [...groups, { key: nextKey(groups), name: tidy, side }]);
}

/** A group by the name people type, or null. Case and white space do not matter. */
export function groupNamed(groups: readonly Group[], name: string): Group | null {
  return groups.find((group) => plain(group.name) === plain(name)) ?? null;
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** "group-6": none of the words that people typed, since the journal keeps it. */
function nextKey(groups: readonly Group[]): GroupKey {
  const taken = new Set<string>(groups.map(({ key }) => key));
  let next = groups.length + 1;
  while (taken.has(`group-${String(next)}`)) next++;
  return `group-${String(next)}` as GroupKey;
}

function everPicked({ standings }: Member, key: GroupKey): boolean {
  return standings.some(({ group, also }) => group === key || also === key);
}
