import { digestWakesAt } from '../domain/draft.ts';
import { noticeVersion } from '../domain/consent.ts';
import type { HuddleEvent } from '../domain/events.ts';
import type { MemberEvent } from '../domain/events-people.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import type { ChangeHuddle, Settled } from '../domain/huddle-change.ts';
import { decideChange, evolveChange } from '../domain/huddle-change.ts';
import type { HuddleId, Identity, PlaceRef } from '../domain/ids.ts';
import type { Membership } from '../domain/membership.ts';
import { evolveMembership, memberOf } from '../domain/membership.ts';
import type { MembershipCommand } from '../domain/membership-rules.ts';
import { decideMembership } from '../domain/membership-rules.ts';
import type { Person } from '../domain/person.ts';
import type { Founding, SetUp } from '../domain/setup.ts';
import { decideSetUp, evolveSetUp } from '../domain/setup.ts';
import type { Records } from '../ports.ts';
import { checkersMoved } from './checkers-draft.ts';
import type { Aggregate } from './execute.ts';
import { setDaysOff } from './days-off-timers.ts';
import { setPromiseTimers } from './promise-book.ts';
import { setRenewals } from './renewal-timers.ts';
import { reactToPeople } from './reactions/people.ts';
import { setCheckTimer } from './safety-state.ts';

/** Someone whom nobody here knew. They are kept only once a rule has let them in. */
export interface Newcomer {
  readonly person: Person;
  readonly identity: Identity;
}

/** The people of a huddle. */
export function membershipAggregate(
  newcomers: readonly Newcomer[] = [],
): Aggregate<MembershipCommand, Membership, MemberEvent> {
  return {
    load: (records, { huddle }) => loadMembership(records, huddle),
    decide: decideMembership,
    evolve: evolveMembership,
    save: async (records, after, before, now) => {
      await saveNewcomers(records, newcomers);
      await saveMembers(records, after.members, before.members);
      await takeBackPulses(records, after.members, before.members);
      await setDaysOff(records, after.members, before.members);
      await setRenewals(records, { huddle: after.huddle, members: changed(after.members, before.members), now });
      // Some rules look at everyone, such as that 30 are the most and that someone runs it. Where several write at once,
      // the huddle's version lets only one change at a time, and the next one sees it.
      const { huddle } = after;
      await records.huddles.save({ ...huddle, version: huddle.version + 1 });
      // A break, a leaving or another group moves the moments that promises live by.
      await setPromiseTimers(records, after.huddle.id, now);
      await checkersMoved(huddle, { records, now });
    },
    react: reactToPeople,
  };
}

async function loadMembership(records: Records, id: HuddleId): Promise<Membership> {
  const huddle = await existing(records, id);
  const members = await records.members.of(id);
  return { huddle, members, toldUsingSideFew: await toldUsingSideFew(records, id, members) };
}

/** The journal knows, and is only asked once at most one answer is missing: before that nothing can be told. */
async function toldUsingSideFew(records: Records, id: HuddleId, members: readonly Member[]): Promise<boolean> {
  if (members.filter(isUndecided).length > 1) return false;
  const journal = await records.journal.list(id);
  const last = journal.findLast(({ type }) => type === 'UsingSideFew' || type === 'MemberInvited');
  return last?.type === 'UsingSideFew';
}

function isUndecided(member: Member): boolean {
  const { status, group } = standingNow(member);
  return status === 'invited' || (takesPart(member) && group === null);
}

/** A new huddle in a place. `SetUp` carries the whole plan, so evolve needs it beside the event. */
export function setupAggregate(
  setUp: SetUp,
  { place, newcomers }: { readonly place: PlaceRef; readonly newcomers: readonly Newcomer[] },
): Aggregate<SetUp, Founding, HuddleEvent | MemberEvent> {
  return {
    load: async (records, { huddle }) => ({
      huddle: await records.huddles.get(huddle),
      members: await records.members.of(huddle),
    }),
    decide: decideSetUp,
    evolve: (founding, event) => evolveSetUp(setUp, founding, event),
    save: async (records, { huddle, members }) => {
      if (huddle === null) return;
      await records.huddles.save(huddle);
      await records.huddles.addPlace(huddle.id, place);
      await saveNewcomers(records, newcomers);
      await saveMembers(records, members, []);
      await setTimers(records, huddle);
      await setCheckTimer(records, huddle);
    },
    react: reactToPeople,
  };
}

/** What coordinators set. */
export function settingsAggregate(command: ChangeHuddle): Aggregate<ChangeHuddle, Settled, HuddleEvent> {
  return {
    load: async (records, { huddle }) => ({
      huddle: await existing(records, huddle),
      members: await records.members.of(huddle),
    }),
    decide: decideChange,
    evolve: (settled, event) => evolveChange(command, settled, event),
    save: async (records, { huddle }, before, now) => {
      await records.huddles.save({ ...huddle, version: before.huddle.version + 1 });
      await setTimers(records, huddle);
      await setPromiseTimers(records, huddle.id, now);
      // What the notice says may be another thing now: then everyone is looked at.
      if (noticeVersion(huddle) !== noticeVersion(before.huddle))
        await setRenewals(records, { huddle, members: await records.members.of(huddle.id), now });
    },
    react: reactToPeople,
  };
}

async function existing(records: Records, id: HuddleId): Promise<Huddle> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) throw new Error('a huddle that was found is gone');
  return huddle;
}

async function saveNewcomers(records: Records, newcomers: readonly Newcomer[]): Promise<void> {
  for (const { person, identity } of newcomers) {
    await records.people.save(person);
    await records.people.link(identity, person.id);
  }
}

/** Those whose yes to taking part, or whose standing, is another one now. */
function changed(after: readonly Member[], before: readonly Member[]): readonly Member[] {
  return after.filter((member) => {
    const was = memberOf(before, member.person);
    return was === null || was === member ? false : isUnlike(was, member);
  });
}

function isUnlike(was: Member, member: Member): boolean {
  const yes = ({ consents }: Member) => consents.filter(({ to }) => to === 'taking-part').length;
  return standingNow(was).status !== standingNow(member).status || yes(was) !== yes(member);
}

async function saveMembers(records: Records, after: readonly Member[], before: readonly Member[]): Promise<void> {
  for (const member of after) if (!before.includes(member)) await records.members.save(member);
}

/** Who leaves, or is not to be counted any more, takes along what they said to private questions that are still open. */
async function takeBackPulses(records: Records, after: readonly Member[], before: readonly Member[]): Promise<void> {
  for (const member of after) {
    const stays = takesPart(member) && standingNow(member).counted;
    if (!before.includes(member) && !stays) await records.pulses.takeBack(member.huddle, member.person);
  }
}

/** The moments at which the question and the digest are due. */
async function setTimers(records: Records, huddle: Huddle): Promise<void> {
  const { id, checkIn } = huddle;
  await records.timers.set('check-in', id, id, checkIn?.nextDueAt ?? null);
  await records.timers.set('digest', id, id, digestWakesAt(huddle));
}
