import type { MemberEvent } from './events-people.ts';
import type { DaysOff, Member } from './huddle.ts';
import { standingNow, takesPart } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addDays, localDate, startOfDay, type Instant } from './time.ts';

/** The last day off may be so many days ahead: for more there is a break without an end. */
const mostDaysAhead = 366;

export type DaysOffRefusalCode = 'day-passed' | 'start-passed' | 'ends-first' | 'too-far' | 'on-a-break';

/** The days off that someone is on or has planned. */
export function daysOffOf(member: Member): DaysOff | null {
  return takesPart(member) ? (standingNow(member).daysOff ?? null) : null;
}

/** The first moment of the first day. */
function beginsAt({ first, zone }: DaysOff): Instant {
  return startOfDay(first, zone);
}

/** The first moment after the last day: from here on they are back. */
function endsAt({ last, zone }: DaysOff): Instant {
  return startOfDay(addDays(last, 1), zone);
}

/** When their days off have to be looked at next, or null. */
export function daysOffDueAt(member: Member): Instant | null {
  const days = daysOffOf(member);
  if (days === null) return null;
  return standingNow(member).status === 'paused' ? endsAt(days) : beginsAt(days);
}

interface About {
  readonly person: PersonId;
  readonly now: Instant;
}

/** A break with an end. The newest days hold; those that begin today begin now. */
export function takeDaysOff(
  { person, days, now }: About & { readonly days: DaysOff },
  members: readonly Member[],
): readonly MemberEvent[] | Refusal<DaysOffRefusalCode | 'not-invited' | 'not-joined'> {
  const member = members.find((one) => one.person === person);
  if (member === undefined) return refuse('not-invited');
  if (!takesPart(member)) return refuse('not-joined');
  const isPaused = standingNow(member).status === 'paused';
  const wrong = wrongDays(days, { now, isPaused });
  if (wrong !== null) return wrong;
  const begins = !isPaused && beginsAt(days) <= now;
  return [
    ...(begins ? [{ type: 'StandingChanged', at: now, person, status: 'paused' } as const] : []),
    { type: 'DaysOffSet', at: now, person, days },
  ];
}

/** `field` is the one to put right. */
function wrongDays(
  { first, last, zone }: DaysOff,
  { now, isPaused }: { readonly now: Instant; readonly isPaused: boolean },
): Refusal<DaysOffRefusalCode> | null {
  const today = localDate(now, zone);
  if (last < today) return refuse('day-passed', { field: 'last', day: last });
  if (first < today) return refuse('start-passed', { field: 'first', last });
  if (last < first) return refuse('ends-first', { field: 'last' });
  if (last > addDays(today, mostDaysAhead)) return refuse('too-far', { field: 'last' });
  return isPaused && first > today ? refuse('on-a-break', { field: 'first' }) : null;
}

/** What has come of someone's days off, each at its own moment, however late it is looked at. */
export function keepDaysOff({ person, now }: About, members: readonly Member[]): readonly MemberEvent[] {
  const member = members.find((one) => one.person === person);
  const days = member === undefined ? null : daysOffOf(member);
  if (member === undefined || days === null) return [];
  const [from, back] = [beginsAt(days), endsAt(days)];
  const begins = standingNow(member).status === 'active' && from <= now;
  return [
    ...(begins ? [{ type: 'StandingChanged', at: from, person, status: 'paused' } as const] : []),
    ...(back <= now
      ? [
          { type: 'StandingChanged', at: back, person, status: 'active' } as const,
          { type: 'DaysOffOver', at: back, person } as const,
        ]
      : []),
  ];
}
