import type { MemberEvent } from './events-people.ts';
import type { Huddle, Member, Standing } from './huddle.ts';
import { standingNow, takesPart } from './huddle.ts';
import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import type { Instant } from './time.ts';

/** D1: a huddle has 2 to 30 people, and works best with up to 12. */
export const mostPeople = 30;
export const manyPeople = 12;

/** A huddle with everyone it knows. */
export interface Membership {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  /** The coordinators have been told, since the last invitation, that the using side is few. */
  readonly toldUsingSideFew: boolean;
}

/** The group a member is counted in, and a second one that is only noted. */
export interface PickedGroups {
  readonly group: GroupKey;
  readonly also: GroupKey | null;
}

export function memberOf(members: readonly Member[], person: PersonId): Member | null {
  return members.find((member) => member.person === person) ?? null;
}

/** Invited, or taking part: one of the 2 to 30. */
export function isIn(member: Member | null): member is Member {
  return member !== null && (takesPart(member) || standingNow(member).status === 'invited');
}

/** They have answered to being counted only once since they joined: the answer belongs to their joining. */
export function hasAnsweredOnce({ consents }: Member): boolean {
  const since = consents.findLastIndex(({ to, yes }) => to === 'taking-part' && yes);
  return consents.slice(since + 1).filter(({ to }) => to === 'counted').length === 1;
}

/** No one else runs the huddle. Such a one keeps a coordinator's commands even after leaving, to hand them on. */
export function runsAlone(members: readonly Member[], person: PersonId): boolean {
  const running = members.filter((member) => member.coordinator);
  return running.length === 1 && running[0]?.person === person;
}

/** What happened, as it changes the people of a huddle. */
export function evolveMembership(membership: Membership, event: MemberEvent): Membership {
  const members = evolveMembers(membership.huddle.id, membership.members, event);
  if (event.type === 'UsingSideFew') return { ...membership, toldUsingSideFew: true };
  if (event.type === 'MemberInvited') return { ...membership, members, toldUsingSideFew: false };
  return { ...membership, members };
}

/** The same for the people alone: while a huddle is being set up there is nothing else. */
export function evolveMembers(huddle: HuddleId, members: readonly Member[], event: MemberEvent): readonly Member[] {
  switch (event.type) {
    case 'MemberInvited':
      return memberOf(members, event.person) === null
        ? [...members, newMember(huddle, event)]
        : change(members, event.person, (member) => ({
            ...stand(member, event.at, afresh('invited')),
            invitedBy: event.by,
          }));
    case 'MemberAnswered':
      return change(members, event.person, (member) => answered(member, event));
    case 'GroupPicked':
      return change(members, event.person, (member) =>
        stand(member, event.at, { group: event.group, also: event.also }),
      );
    case 'StandingChanged':
      return change(members, event.person, (member) => ({
        ...movedTo(member, event.status, event.at),
        coordinator: member.coordinator && (event.status !== 'left' || runsAlone(members, event.person)),
      }));
    case 'DaysOffSet':
      return change(members, event.person, (member) => stand(member, event.at, { daysOff: event.days ?? undefined }));
    case 'RenewalMissed':
      return change(members, event.person, (member) => stand(member, event.at, { counted: false }));
    case 'CoordinatorAppointed':
      return members.map((member) => appointed(member, event.person));
    case 'DaysOffOver':
    case 'RenewalAsked':
    case 'MemberAskedToJoin':
    case 'UsingSideFew':
      return members;
  }
}

function newMember(huddle: HuddleId, event: Extract<MemberEvent, { readonly type: 'MemberInvited' }>): Member {
  const { person, by, at } = event;
  const standings = [{ from: at, ...afresh('invited') }];
  return { huddle, person, coordinator: false, invitedBy: by, standings, consents: [] };
}

function answered(member: Member, event: Extract<MemberEvent, { readonly type: 'MemberAnswered' }>): Member {
  const { to, yes, at, notice } = event;
  const asked = { ...member, consents: [...member.consents, { to, yes, at, notice }] };
  return to === 'counted' ? stand(asked, at, { counted: yes }) : asked;
}

/** Whoever left and kept the commands only to hand them on has done so. */
function appointed(member: Member, person: PersonId): Member {
  if (member.person === person) return { ...member, coordinator: true };
  return member.coordinator && standingNow(member).status === 'left' ? { ...member, coordinator: false } : member;
}

/** A pause keeps what the member chose. Joining, saying no and leaving start from nothing. Who is back has no days off. */
function movedTo(member: Member, status: Standing['status'], at: Instant): Member {
  if (status === 'paused') return stand(member, at, { status });
  return stand(member, at, status === 'active' ? { status, daysOff: undefined } : afresh(status));
}

function afresh(status: Standing['status']): Omit<Standing, 'from'> {
  return { status, counted: false, group: null, also: null, daysOff: undefined };
}

/**
 * Adds a standing from this moment on. Two changes at one moment become one standing, and an act that arrives late
 * counts from the last change: standings stay in order and no two begin together.
 */
function stand(member: Member, at: Instant, changes: Partial<Omit<Standing, 'from'>>): Member {
  const last = standingNow(member);
  const from = at > last.from ? at : last.from;
  const kept = from === last.from ? member.standings.slice(0, -1) : member.standings;
  return { ...member, standings: [...kept, { ...last, ...changes, from }] };
}

function change(members: readonly Member[], person: PersonId, to: (member: Member) => Member): readonly Member[] {
  return members.map((member) => (member.person === person ? to(member) : member));
}
