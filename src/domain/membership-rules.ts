import { answerTo, consentKinds, isLapsed, noticeVersion, renewalOf } from './consent.ts';
import { daysOffOf, keepDaysOff, takeDaysOff, type DaysOffRefusalCode } from './days-off.ts';
import type { MemberEvent } from './events-people.ts';
import type { DaysOff, Huddle, Member } from './huddle.ts';
import { groupOf, standingNow, takesPart } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Membership, PickedGroups } from './membership.ts';
import { evolveMembership, isIn, memberOf, mostPeople } from './membership.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';
import type { Instant } from './time.ts';
import { usingSideNews } from './using-side.ts';

/** What someone does about being in a huddle. `person` is whom it is about, `by` the coordinator who does it. */
export type MembershipCommand = { readonly huddle: HuddleId; readonly now: Instant } & (
  | { readonly type: 'Invite'; readonly by: PersonId; readonly people: readonly PersonId[] }
  | { readonly type: 'Withdraw'; readonly by: PersonId; readonly person: PersonId }
  | { readonly type: 'Appoint'; readonly by: PersonId; readonly person: PersonId }
  | { readonly type: 'AskToJoin'; readonly person: PersonId }
  /** The first yes. A group may be picked in the same breath. */
  | { readonly type: 'TakePart'; readonly person: PersonId; readonly groups: PickedGroups | null }
  | { readonly type: 'Decline'; readonly person: PersonId }
  | { readonly type: 'BeCounted'; readonly person: PersonId; readonly yes: boolean }
  | { readonly type: 'Allow'; readonly person: PersonId; readonly to: 'quoted' | 'photos'; readonly yes: boolean }
  /** Asked again, they say: as before. */
  | { readonly type: 'Renew'; readonly person: PersonId }
  /** Their yes is to be asked for again; or was, and the days to answer are over. */
  | { readonly type: 'AskAgain' | 'MissRenewal'; readonly person: PersonId }
  | { readonly type: 'PickGroup'; readonly person: PersonId; readonly groups: PickedGroups }
  /** `endless` also takes away the end of a break that is running. */
  | { readonly type: 'Pause'; readonly person: PersonId; readonly endless?: true }
  | { readonly type: 'TakeDaysOff'; readonly person: PersonId; readonly days: DaysOff }
  /** A moment of their days off has come: the first, or the one after the last. */
  | { readonly type: 'KeepDaysOff'; readonly person: PersonId }
  | { readonly type: 'Resume' | 'Leave'; readonly person: PersonId }
);

export type MembershipRefusalCode =
  | 'huddle-full'
  | 'not-invited'
  | 'not-joined'
  | 'already-joined'
  | 'already-known'
  | 'no-such-group'
  | 'only-they-can-leave'
  | DaysOffRefusalCode;

type Decision = readonly MemberEvent[] | Refusal<MembershipRefusalCode>;

/** The rules of being in a huddle. No events means that it was so already. */
export function decideMembership(command: MembershipCommand, membership: Membership): Decision {
  const events = decide(command, membership);
  if (isRefusal(events)) return events;
  const after = events.reduce(evolveMembership, membership);
  return events.length === 0 ? events : [...events, ...usingSideNews(after, command.now)];
}

function decide(command: MembershipCommand, membership: Membership): Decision {
  switch (command.type) {
    case 'Invite':
      return invite(command, membership.members);
    case 'Withdraw':
      return withdraw(command, membership.members);
    case 'Appoint':
      return appoint(command, membership.members);
    case 'AskToJoin':
      return askToJoin(command, membership.members);
    case 'TakePart':
      return takePart(command, membership);
    case 'Decline':
      return decline(command, membership);
    case 'BeCounted':
      return beCounted(command, membership);
    case 'Allow':
      return allow(command, membership);
    case 'Renew':
      return renew(command, membership);
    case 'AskAgain':
    case 'MissRenewal':
      return renewal(command, membership);
    case 'PickGroup':
      return pickGroup(command, membership);
    case 'Pause':
      return pause(command, membership.members);
    case 'TakeDaysOff':
      return takeDaysOff(command, membership.members);
    case 'KeepDaysOff':
      return keepDaysOff(command, membership.members);
    case 'Resume':
    case 'Leave':
      return changeStanding(command, membership.members);
  }
}

type Of<Type extends MembershipCommand['type']> = Extract<MembershipCommand, { readonly type: Type }>;

/** Whoever is invited or takes part already is passed over; whoever said no or left may be asked again. */
function invite({ by, people, now }: Of<'Invite'>, members: readonly Member[]): Decision {
  const fresh = [...new Set(people)].filter((person) => !isIn(memberOf(members, person)));
  const would = members.filter(isIn).length + fresh.length;
  if (would > mostPeople) return refuse('huddle-full', { most: mostPeople, would });
  return fresh.map((person) => ({ type: 'MemberInvited', at: now, person, by }));
}

/** An invitation can be taken back until it is answered. After that only the person themself can end it. */
function withdraw({ person, now }: Of<'Withdraw'>, members: readonly Member[]): Decision {
  const member = memberOf(members, person);
  if (!isIn(member)) return refuse('not-invited');
  if (takesPart(member)) return refuse('only-they-can-leave');
  return [{ type: 'StandingChanged', at: now, person, status: 'left' }];
}

function appoint({ by, person, now }: Of<'Appoint'>, members: readonly Member[]): Decision {
  const member = memberOf(members, person);
  if (!isIn(member)) return refuse('not-invited');
  return member.coordinator ? [] : [{ type: 'CoordinatorAppointed', at: now, person, by }];
}

function askToJoin({ person, now }: Of<'AskToJoin'>, members: readonly Member[]): Decision {
  if (memberOf(members, person) !== null) return refuse('already-known');
  return [{ type: 'MemberAskedToJoin', at: now, person }];
}

/** Who said no, or left, may come back at any time without a new invitation. */
function takePart({ person, groups, now }: Of<'TakePart'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null) return refuse('not-invited');
  if (groups !== null && !areGroups(huddle, groups)) return refuse('no-such-group');
  if (!takesPart(member) && !isIn(member) && members.filter(isIn).length >= mostPeople) {
    return refuse('huddle-full', { most: mostPeople, would: mostPeople + 1 });
  }
  return [...(takesPart(member) ? [] : firstYes(person, { huddle, now })), ...picked(member, groups, now)];
}

function firstYes(person: PersonId, { huddle, now }: { huddle: Huddle; now: Instant }): readonly MemberEvent[] {
  return [
    { type: 'MemberAnswered', at: now, person, to: 'taking-part', yes: true, notice: noticeVersion(huddle) },
    { type: 'StandingChanged', at: now, person, status: 'active' },
  ];
}

function picked(member: Member, groups: PickedGroups | null, now: Instant): readonly MemberEvent[] {
  if (groups === null) return [];
  const was = standingNow(member);
  const also = groups.also === groups.group ? null : groups.also;
  if (takesPart(member) && was.group === groups.group && was.also === also) return [];
  return [{ type: 'GroupPicked', at: now, person: member.person, group: groups.group, also }];
}

function areGroups(huddle: Huddle, { group, also }: PickedGroups): boolean {
  return groupOf(huddle, group) !== null && (also === null || groupOf(huddle, also) !== null);
}

/**
 * A no after a yes would be leaving, which has its own word: an old button shall not do it by surprise. Only where they
 * are asked again is their no what it says.
 */
function decline({ person, now }: Of<'Decline'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null) return refuse('not-invited');
  const isAsked = renewalOf(huddle, member, now) !== null;
  if (takesPart(member) && !isAsked) return refuse('already-joined');
  if (standingNow(member).status !== 'invited' && !isAsked) return [];
  return [
    { type: 'MemberAnswered', at: now, person, to: 'taking-part', yes: false, notice: noticeVersion(huddle) },
    { type: 'StandingChanged', at: now, person, status: isAsked ? 'left' : 'declined' },
  ];
}

function beCounted({ person, yes, now }: Of<'BeCounted'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null || !takesPart(member)) return refuse(member === null ? 'not-invited' : 'not-joined');
  if (answerTo('counted', member) === yes && !(yes && isLapsed(member))) return [];
  return [{ type: 'MemberAnswered', at: now, person, to: 'counted', yes, notice: noticeVersion(huddle) }];
}

function allow({ person, to, yes, now }: Of<'Allow'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null || !takesPart(member)) return refuse(member === null ? 'not-invited' : 'not-joined');
  if (answerTo(to, member) === yes) return [];
  return [{ type: 'MemberAnswered', at: now, person, to, yes, notice: noticeVersion(huddle) }];
}

/** Every answer that they had given is given anew, each as it was, to the notice of today. */
function renew({ person, now }: Of<'Renew'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null || !takesPart(member)) return refuse(member === null ? 'not-invited' : 'not-joined');
  if (renewalOf(huddle, member, now) === null) return [];
  const anew = (to: (typeof consentKinds)[number]): readonly MemberEvent[] => {
    const yes = answerTo(to, member);
    return yes === null ? [] : [{ type: 'MemberAnswered', at: now, person, to, yes, notice: noticeVersion(huddle) }];
  };
  return consentKinds.flatMap(anew);
}

/** On a break nobody is asked, and nothing is taken from them: they are asked when they come back. */
function renewal({ type, person, now }: Of<'AskAgain' | 'MissRenewal'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null || standingNow(member).status !== 'active') return [];
  if (renewalOf(huddle, member, now) === null) return [];
  if (type === 'AskAgain') return [{ type: 'RenewalAsked', at: now, person }];
  return standingNow(member).counted ? [{ type: 'RenewalMissed', at: now, person }] : [];
}

function pickGroup({ person, groups, now }: Of<'PickGroup'>, { huddle, members }: Membership): Decision {
  const member = memberOf(members, person);
  if (member === null || !takesPart(member)) return refuse(member === null ? 'not-invited' : 'not-joined');
  return areGroups(huddle, groups) ? picked(member, groups, now) : refuse('no-such-group');
}

const becomes = { Pause: 'paused', Resume: 'active', Leave: 'left' } as const;

/** Pause, resume and leave are one step each and ask for no reason. */
function changeStanding({ type, person, now }: Of<'Pause' | 'Resume' | 'Leave'>, members: readonly Member[]): Decision {
  const member = memberOf(members, person);
  if (member === null) return refuse('not-invited');
  const isPlanned = type === 'Resume' && daysOffOf(member) !== null && standingNow(member).status === 'active';
  if (isPlanned) return [{ type: 'DaysOffSet', at: now, person, days: null }];
  if (standingNow(member).status === becomes[type]) return [];
  if (type !== 'Leave' && !takesPart(member)) return refuse('not-joined');
  return [{ type: 'StandingChanged', at: now, person, status: becomes[type] }];
}

/** The end of a break that runs stays where a pause says nothing of it; days off that were only planned are over with it. */
function pause(command: Of<'Pause'>, members: readonly Member[]): Decision {
  const { person, now, endless } = command;
  const member = memberOf(members, person);
  const events = changeStanding(command, members);
  if (isRefusal(events) || member === null || daysOffOf(member) === null) return events;
  if (events.length === 0 && endless !== true) return events;
  return [...events, { type: 'DaysOffSet', at: now, person, days: null }];
}
