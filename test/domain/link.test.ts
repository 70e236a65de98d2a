import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../src/domain/consent.ts';
import type { MemberEvent } from '../../src/domain/events-people.ts';
import { isCounted, standingAt, standingNow, takesPart, type Member } from '../../src/domain/huddle.ts';
import type { GroupKey, HuddleId, PersonId } from '../../src/domain/ids.ts';
import { oneMember } from '../../src/domain/link-members.ts';
import { oneCommitment, oneResponse, oneRole } from '../../src/domain/link.ts';
import { decidePlace, type Places } from '../../src/domain/link-places.ts';
import { evolveMembers, memberOf } from '../../src/domain/membership.ts';
import { rosterOf } from '../../src/domain/roster.ts';
import type { Role } from '../../src/domain/role-split.ts';
import type { Response } from '../../src/domain/round.ts';
import { aPromise, aResponse, aRole } from '../storage/samples.ts';

const huddle = 'willow' as HuddleId;
const ruth = 'ruth' as PersonId;
const old = 'old' as PersonId;
const dev = 'dev' as PersonId;
const [staff, carers] = ['staff', 'carers'].map((key) => key as GroupKey) as [GroupKey, GroupKey];
const one = { from: old, into: ruth };
/** The hours of 28 March 2027, on which the clocks go forward. */
const at = (hour: number) => `2027-03-28T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A member as their acts made them, an hour each. */
function member(person: PersonId, ...acts: readonly (readonly [hour: number, act: Act])[]): Member {
  const events = acts.flatMap(([hour, act]) => eventsOf(act, { at: at(hour), person }));
  const found = memberOf(
    events.reduce<readonly Member[]>((all, event) => evolveMembers(huddle, all, event), []),
    person,
  );
  if (found === null) throw new Error('nobody');
  return found;
}

type Act = 'invited' | 'yes' | 'no' | 'counted' | 'uncounted' | 'staff' | 'carers' | 'paused' | 'active' | 'left';

function eventsOf(act: Act, who: { at: string; person: PersonId }): readonly MemberEvent[] {
  switch (act) {
    case 'invited':
      return [{ type: 'MemberInvited', ...who, by: dev }];
    case 'yes':
    case 'no':
      return [
        { type: 'MemberAnswered', ...who, to: 'taking-part', yes: act === 'yes', notice: 1 },
        { type: 'StandingChanged', ...who, status: act === 'yes' ? 'active' : 'declined' },
      ];
    case 'counted':
    case 'uncounted':
      return [{ type: 'MemberAnswered', ...who, to: 'counted', yes: act === 'counted', notice: 1 }];
    case 'staff':
    case 'carers':
      return [{ type: 'GroupPicked', ...who, group: act === 'staff' ? staff : carers, also: null }];
    case 'paused':
    case 'active':
    case 'left':
      return [{ type: 'StandingChanged', ...who, status: act }];
  }
}

describe('two memberships of one person', () => {
  it('become one since the earlier yes, in the group of the one whose code it was', () => {
    const stays = member(ruth, [5, 'invited'], [6, 'yes'], [7, 'counted'], [8, 'staff']);
    const goes = member(old, [1, 'invited'], [2, 'yes'], [3, 'counted'], [4, 'carers']);
    const both = oneMember(stays, goes, at(9));
    expect(both.person).toBe(ruth);
    expect(standingNow(both)).toMatchObject({ status: 'active', counted: true, group: staff });
    expect(standingAt(both, at(4))).toMatchObject({ status: 'active', counted: true, group: carers });
    expect(standingAt(both, at(2))?.status).toBe('active');
    expect(both.consents).toHaveLength(4);
    expect(answerTo('counted', both)).toBe(true);
  });

  it('an invitation that waits does not undo a yes, on either side', () => {
    const yes = (person: PersonId) => member(person, [1, 'invited'], [2, 'yes'], [3, 'counted']);
    const asked = (person: PersonId) => member(person, [4, 'invited']);
    for (const both of [oneMember(yes(ruth), asked(old), at(9)), oneMember(asked(ruth), yes(old), at(9))])
      expect(standingNow(both)).toMatchObject({ status: 'active', counted: true });
  });

  it('the newest word on being counted holds, and what came before stays as it was', () => {
    const stays = member(ruth, [1, 'invited'], [2, 'yes'], [3, 'counted']);
    const goes = member(old, [4, 'invited'], [5, 'yes'], [6, 'uncounted']);
    const both = oneMember(stays, goes, at(9));
    expect(isCounted(standingNow(both))).toBe(false);
    expect(isCounted(standingAt(both, at(7)))).toBe(true);
    const other = oneMember({ ...goes, person: ruth }, { ...stays, person: old }, at(9));
    expect(isCounted(standingNow(other))).toBe(false);
  });

  it('a yes to being counted that is in force is not asked for again', () => {
    const stays = member(ruth, [1, 'invited'], [2, 'yes'], [3, 'counted']);
    const goes = member(old, [4, 'invited'], [5, 'yes']);
    for (const both of [oneMember(stays, goes, at(9)), oneMember(goes, stays, at(9))])
      expect(answerTo('counted', both)).toBe(true);
  });

  it('a yes that a leaving ended is in force no more, and can be given again', () => {
    const left = member(ruth, [1, 'invited'], [2, 'yes'], [3, 'counted'], [4, 'left']);
    const again = member(ruth, [1, 'invited'], [2, 'yes'], [3, 'counted'], [4, 'left'], [6, 'yes']);
    const active = member(old, [1, 'invited'], [2, 'yes']);
    for (const was of [left, again])
      for (const both of [oneMember(was, active, at(9)), oneMember(active, was, at(9))]) {
        expect(isCounted(standingNow(both))).toBe(false);
        expect(answerTo('counted', both)).toBeNull();
      }
  });

  it('nobody is counted by a yes from before a break that the other one never took', () => {
    const stays = member(ruth, [1, 'invited'], [2, 'yes'], [3, 'counted'], [4, 'paused']);
    const goes = member(old, [5, 'invited'], [6, 'yes']);
    expect(isCounted(standingAt(oneMember(stays, goes, at(9)), at(7)))).toBe(false);
  });

  it('a break holds where it is the newest word', () => {
    const paused = member(old, [1, 'invited'], [2, 'yes'], [7, 'paused']);
    const active = member(ruth, [3, 'invited'], [4, 'yes']);
    expect(standingNow(oneMember(active, paused, at(9))).status).toBe('paused');
    const later = member(ruth, [3, 'invited'], [8, 'yes']);
    expect(standingNow(oneMember(later, paused, at(9))).status).toBe('active');
  });

  it('leaving with one account takes that account out, and not the person', () => {
    const left = member(old, [1, 'invited'], [2, 'yes'], [7, 'left']);
    const active = member(ruth, [3, 'invited'], [4, 'yes'], [5, 'staff']);
    expect(standingNow(oneMember(active, left, at(9)))).toMatchObject({ status: 'active', group: staff });
  });

  it('a no goes before an invitation that waits, and one taken back before nothing', () => {
    const no = member(old, [1, 'invited'], [2, 'no']);
    const asked = member(ruth, [3, 'invited']);
    const takenBack = member(old, [1, 'invited'], [2, 'left']);
    expect(standingNow(oneMember(asked, no, at(9))).status).toBe('declined');
    expect(standingNow(oneMember(asked, takenBack, at(9))).status).toBe('invited');
  });

  it('whoever ran the huddle with either account runs it', () => {
    const stays = member(ruth, [1, 'invited']);
    const goes = { ...member(old, [1, 'invited']), coordinator: true };
    expect(oneMember(stays, goes, at(9)).coordinator).toBe(true);
    expect(oneMember({ ...goes, person: ruth }, { ...stays, person: old }, at(9)).coordinator).toBe(true);
  });
});

describe('however two accounts were used before', () => {
  const act = fc.constantFrom<Act>('yes', 'no', 'counted', 'uncounted', 'staff', 'carers', 'paused', 'active', 'left');
  const acts = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 20 }), act), { maxLength: 8 })
    .map((list) => list.toSorted(([a], [b]) => a - b));
  const life = (person: PersonId) => acts.map((list) => member(person, [0, 'invited'] as const, ...sensible(list)));

  it('they are one seat, at each moment counted only by a yes in force, and standings stay in order', () => {
    fc.assert(
      fc.property(life(ruth), life(old), (stays, goes) => {
        const both = oneMember(stays, goes, at(21));
        const froms = both.standings.map(({ from }) => from);
        expect(froms).toEqual([...new Set(froms)].sort());
        const window = { from: at(0), to: at(23) };
        expect(rosterOf([both], window).length).toBeLessThanOrEqual(1);
        for (let hour = 0; hour < 21; hour += 1) {
          const counted = [stays, goes].some((each) => isCounted(standingAt(each, at(hour))));
          expect(isCounted(standingAt(both, at(hour)))).toBe(counted);
        }
        const now = [stays, goes].map(standingNow);
        // A yes to being counted that is in force now was said by one of them, and not taken back later by the other.
        if (isCounted(standingNow(both))) expect(now.some(({ counted }) => counted)).toBe(true);
        if (standingNow(both).status === 'active') expect(now.some(({ status }) => status === 'active')).toBe(true);
        expect(both.consents).toHaveLength(stays.consents.length + goes.consents.length);
        // What they are asked, and told, is how they stand.
        if (takesPart(both)) expect(answerTo('counted', both) ?? false).toBe(standingNow(both).counted);
      }),
      { numRuns: 2_000 },
    );
  });

  /** Leaves out what the rules would refuse: a second yes, a no after one, and any other act of someone not here. */
  function sensible(list: readonly (readonly [number, Act])[]): readonly (readonly [number, Act])[] {
    let here = false;
    return list.filter(([, act]) => {
      if ((act === 'yes' || act === 'no') === here) return false;
      here = act === 'yes' || (here && act !== 'left');
      return true;
    });
  }
});

describe('what two people did who are one', () => {
  it('of two answers the newest stays, whoever gave it', () => {
    const answer = (hour: number) => ({ ...given(aResponse()), at: at(hour) });
    const [early, late] = [aResponse({ answer: answer(1) }), aResponse({ answer: answer(2), person: old })];
    expect(oneResponse(early, late)).toMatchObject({ person: ruth, answer: { at: at(2) } });
    expect(oneResponse({ ...late, person: ruth }, { ...early, person: old })).toMatchObject({ answer: { at: at(2) } });
    const skipped = aResponse({ answer: null, skipped: true });
    expect(oneResponse(skipped, late)).toMatchObject({ skipped: false, answer: { at: at(2) } });
    const waits = aResponse({ answer: null, later: 'waiting' });
    expect(oneResponse(aResponse({ answer: null, later: 'no' }), waits).later).toBe('waiting');
  });

  it('nobody picks up their own promise, or says yes twice to one suggestion', () => {
    const yes = [
      { side: 'using', person: old, at: at(1) },
      { side: 'running', person: ruth, at: at(2) },
    ] as const;
    const suggestion = {
      kind: 'drop',
      by: old,
      at: at(0),
      what: null,
      due: null,
      needs: ['using', 'running'],
      yes,
    } as const;
    const promise = oneCommitment(aPromise({ owners: [old, ruth], pickUp: old, madeBy: old, suggestion }), one);
    expect(promise).toMatchObject({ owners: [ruth], pickUp: null, madeBy: ruth });
    expect(promise.suggestion).toMatchObject({ by: ruth, yes: [{ side: 'using', person: ruth }] });
  });

  it('a role handed on from one to the other was held all the time', () => {
    const role: Role = aRole({
      holdings: [
        { person: old, from: at(1), to: at(3) },
        { person: dev, from: at(1), to: at(2) },
        { person: ruth, from: at(3), to: null },
      ],
      offered: { kind: 'hand', to: old, by: ruth, at: at(4) },
    });
    expect(oneRole(role, one)).toMatchObject({
      holdings: [
        { person: ruth, from: at(1), to: null },
        { person: dev, from: at(1), to: at(2) },
      ],
      offered: null,
    });
  });
});

describe('a place of a huddle', () => {
  const slack = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
  const teams = { platform: 'teams', workspace: 'tenant', channel: '19:c' } as const;
  const willow = { id: huddle, name: 'Willow' };
  const places = (change: Partial<Places>): Places => ({ huddle, places: [slack], owner: null, open: [], ...change });
  const command = (type: 'ConnectPlace' | 'DisconnectPlace') => ({ type, huddle, now: at(1), place: teams, by: null });

  it.each([
    ['is added where there is none', places({}), 'PlaceConnected'],
    ['is not added twice', places({ owner: willow }), 'place-here'],
    ['is not taken from another huddle', places({ owner: { id: 'oak' as HuddleId, name: 'Oak' } }), 'place-taken'],
  ])('%s', (_title, state, what) => {
    expect(outcome(decidePlace(command('ConnectPlace'), state))).toBe(what);
  });

  it.each([
    ['is taken out', places({ owner: willow, places: [slack, teams] }), 'PlaceDisconnected'],
    ['stays when it is the last one', places({ owner: willow, places: [teams] }), 'last-place'],
    ['of another huddle stays', places({ owner: { id: 'oak' as HuddleId, name: 'Oak' } }), 'place-elsewhere'],
  ])('%s', (_title, state, what) => {
    expect(outcome(decidePlace(command('DisconnectPlace'), state))).toBe(what);
  });

  function outcome(decision: ReturnType<typeof decidePlace>): string | undefined {
    return 'refused' in decision ? decision.refused : decision[0]?.type;
  }
});

function given({ answer }: Response) {
  if (answer === null) throw new Error('no answer');
  return answer;
}
