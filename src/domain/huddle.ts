import type { Checkers } from './checkers.ts';
import type { HuddleHolidays } from './holidays.ts';
import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import type { QuietHours } from './person.ts';
import type { Questions } from './questions.ts';
import type { Safety } from './safety.ts';
import type { Schedule } from './schedule.ts';
import type { Steps } from './steps.ts';
import type { Instant, LocalDate, LocalTime, Weekday, Zone } from './time.ts';

/** Whose side of the table a group sits on. Sides have no name that people read: words/ says who is meant. */
export type Side = 'using' | 'running' | 'creative';

/** How a member speaks here, by their own choice: "Staff", "Carers". */
export interface Group {
  readonly key: GroupKey;
  readonly name: string;
  readonly side: Side;
}

/** The recurring question of a huddle. `sent` counts the rounds it has opened and so finds its place in the weekly cycle. */
export interface CheckIn {
  readonly schedule: Schedule;
  readonly nextDueAt: Instant | null;
  readonly sent: number;
}

/** The group that negotiates, with all that its coordinators can set. */
export interface Huddle {
  readonly id: HuddleId;
  readonly name: string;
  readonly purpose: string | null;
  readonly zone: Zone;
  readonly groups: readonly Group[];
  readonly checkIn: CheckIn | null;
  readonly digest: { readonly weekday: Weekday; readonly time: LocalTime };
  readonly nextDigestAt: Instant | null;
  readonly quiet: QuietHours;
  /** Turns by group in the digest. "later" begins in the huddle's fourth week. */
  readonly groupLines: 'later' | 'on' | 'off';
  /** What level is measured by: so many people, so many turns; or half for the using and half for the running side. By head where not set. */
  readonly baseline?: 'by-head' | 'equal-sides';
  /** The tip to everyone after two flagged weeks running. Off where not set. */
  readonly nudge?: NudgeSetting;
  /** Whether people who chose it may get a private invitation after two weeks without a turn. Off where not set. */
  readonly invitations?: boolean;
  /** Whether people who chose them get role-swap questions. Off where not set. */
  readonly roleSwaps?: boolean;
  /** Whether all that is said in its places counts as speaking, and not only what is said to the bot and in its threads. */
  readonly listening: boolean;
  /** Who takes complaints: someone in the huddle, or anyone with how to reach them. Not set by old huddles. */
  readonly complaints?: { readonly words: string; readonly person: PersonId | null };
  /** Left out where no bank holidays are looked at. */
  readonly holidays?: HuddleHolidays | undefined;
  /** Who to turn to when someone may be in danger. Not set by old huddles. */
  readonly safety?: Safety;
  /** Who looks at the digest before it is posted. Left out where nobody was asked to. */
  readonly checkers?: Checkers;
  /** Answers wait and are shown together: each time, or the next time only. Left out where they are not held. */
  readonly together?: 'always' | 'next';
  /** Private questions have numbers for each side too, where they may be told. */
  readonly pulseSides?: true;
  /** Members' own questions, and those that they ruled out. Left out where there are none. */
  readonly questions?: Questions;
  /** Who answers for the data that is held, as with complaints. */
  readonly dataContact?: { readonly words: string; readonly person: PersonId | null };
  /** Someone with more power who has no account here: a note goes to them once a month. Left out where none is named. */
  readonly sponsor?: { readonly words: string; readonly person: PersonId | null } | undefined;
  /** Their answer to: will you talk about one person's care here? Only a no lets it begin. */
  readonly care?: 'no' | 'yes';
  /** Since when it has been ready for real people; or until when it goes on unready. Not set by old huddles. */
  readonly live?: { readonly since: Instant } | { readonly by: Instant };
  /** Which of the seven steps it has been in. Left out until a coordinator opens the first. */
  readonly steps?: Steps;
  /** Which coordinators are away, and who reads for them. Left out while none is. */
  readonly cover?: Cover;
  readonly setUpBy: PersonId;
  readonly setUpAt: Instant;
  /** Counts up with each change; a stale writer is refused and runs again. */
  readonly version: number;
}

/** A coordinator who is away up to, not with, a day; and who reads notes about running the huddle meanwhile. */
export interface Away {
  readonly person: PersonId;
  readonly since: LocalDate;
  readonly until: LocalDate;
  readonly cover: PersonId | null;
  /** What the cover said to it. Nobody covers before their own yes, but for those who run the huddle anyway. */
  readonly answer: 'asked' | 'yes' | 'no' | null;
}

export interface Cover {
  readonly away: readonly Away[];
  /** The last day on which those who read meanwhile did anything here. Kept only while someone is away. */
  readonly lastActs: readonly { readonly person: PersonId; readonly on: LocalDate }[];
}

export interface NudgeSetting {
  readonly on: boolean;
  /** None before this moment: "not now" was chosen. */
  readonly notBefore?: Instant;
  /** What was chosen under the newest one, by the Monday of its week. */
  readonly chosen?: { readonly monday: LocalDate; readonly what: readonly NudgeChoice[] };
}

export type NudgeChoice = 'show-together' | 'swap-lead' | 'not-now';

/** How a member stands from one moment on. The last standing is today's. */
export interface Standing {
  readonly from: Instant;
  readonly status: 'invited' | 'declined' | 'active' | 'paused' | 'left';
  /** Said yes to being counted. On the roster means active and counted. */
  readonly counted: boolean;
  readonly group: GroupKey | null;
  /** A second group that they noted; never counted there. */
  readonly also: GroupKey | null;
  /** The break with an end that they are on or have planned. */
  readonly daysOff?: DaysOff | undefined;
}

/** Days on which a member is away: both are days off, and the zone says when they begin and end. */
export interface DaysOff {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly zone: Zone;
}

/** One dated yes or no, with the version of the notice that it answered. */
export interface Consent {
  /**
   * `invited`: to be invited in private after two quiet weeks. `left-quiet`: to be left in peace with that for a while.
   * `role-swaps`: to get such questions. `load-checks`: to be asked whether many promises are all right.
   */
  readonly to:
    'taking-part' | 'counted' | 'quoted' | 'photos' | 'invited' | 'left-quiet' | 'role-swaps' | 'load-checks';
  readonly yes: boolean;
  readonly at: Instant;
  readonly notice: number;
}

/** A person in a huddle. Standings and consents are in the order of time and only ever added to. */
export interface Member {
  readonly huddle: HuddleId;
  readonly person: PersonId;
  readonly coordinator: boolean;
  readonly invitedBy: PersonId | null;
  readonly standings: readonly Standing[];
  readonly consents: readonly Consent[];
}

/** How a member stood at a moment, or null before they were known. */
export function standingAt(member: Member, at: Instant): Standing | null {
  return member.standings.findLast((standing) => standing.from <= at) ?? null;
}

export function standingNow(member: Member): Standing {
  const last = member.standings.at(-1);
  if (last === undefined) throw new Error('a member without a standing');
  return last;
}

export function takesPart(member: Member): boolean {
  const { status } = standingNow(member);
  return status === 'active' || status === 'paused';
}

export function isCounted(standing: Standing | null): boolean {
  return standing !== null && standing.status === 'active' && standing.counted;
}

export function groupOf(huddle: Huddle, key: GroupKey | null): Group | null {
  return huddle.groups.find((group) => group.key === key) ?? null;
}

/** The side a member is counted on now, or null while they have picked no group. */
export function sideOf(huddle: Huddle, member: Member): Side | null {
  return groupOf(huddle, standingNow(member).group)?.side ?? null;
}

/** Every side a member's one or two groups belong to now. */
export function sidesOf(huddle: Huddle, member: Member): readonly Side[] {
  const { group, also } = standingNow(member);
  const sides = [groupOf(huddle, group)?.side, groupOf(huddle, also)?.side];
  return [...new Set(sides.filter((side) => side !== undefined))];
}
