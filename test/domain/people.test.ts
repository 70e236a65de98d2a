import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../src/domain/consent.ts';
import { isCounted, standingAt, standingNow } from '../../src/domain/huddle.ts';
import { evolveMembership, memberOf, mostPeople, type Membership } from '../../src/domain/membership.ts';
import { decideMembership } from '../../src/domain/membership-rules.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { addMs } from '../../src/domain/time.ts';
import { usingSideFew } from '../../src/domain/using-side.ts';
import { given, group, id, invited, joined, person, start, when, willow } from './people-given.ts';

const amina = person('Amina');
const priya = person('Priya');

function standing(membership: Membership, name: string) {
  const member = memberOf(membership.members, person(name));
  if (member === null) throw new Error(`${name} is no member`);
  return standingNow(member);
}

describe('being invited', () => {
  it('30 people can be in a huddle, and the 31st is refused with the reason', () => {
    const names = Array.from({ length: 30 }, (_, n) => `Person ${String(n)}`);
    expect(when(given(), { type: 'Invite', by: priya, people: names.map(person) })).toHaveLength(30);
    expect(when(given(...invited(...names)), { type: 'Invite', by: priya, people: [amina] })).toEqual({
      refused: 'huddle-full',
      details: { most: 30, would: 31 },
    });
  });

  it('those who left or said no leave their place to others', () => {
    const names = Array.from({ length: 30 }, (_, n) => `Person ${String(n)}`);
    const gone = { type: 'StandingChanged', at: start, person: person('Person 0'), status: 'left' } as const;
    expect(when(given(...invited(...names), gone), { type: 'Invite', by: priya, people: [amina] })).toHaveLength(1);
    expect(
      when(given(...invited(...names, 'Amina'), gone), { type: 'TakePart', person: person('Person 0'), groups: null }),
    ).toEqual({
      refused: 'huddle-full',
      details: { most: 30, would: 31 },
    });
  });

  it('whoever is asked already is not asked again', () => {
    const people = [amina, person('Dev'), person('Dev')];
    expect(when(given(...invited('Amina')), { type: 'Invite', by: priya, people })).toEqual([
      { type: 'MemberInvited', person: 'Dev', by: 'Priya' },
    ]);
  });

  it('an invitation can be taken back until it has its yes', () => {
    const act = { type: 'Withdraw', by: priya, person: amina } as const;
    expect(when(given(...invited('Amina')), act)).toEqual([
      { type: 'StandingChanged', person: 'Amina', status: 'left' },
    ]);
    expect(when(given(...joined('Amina', 'carers')), act)).toMatchObject({ refused: 'only-they-can-leave' });
  });

  it('only someone who is in can be made a coordinator', () => {
    const act = { type: 'Appoint', by: priya, person: amina } as const;
    expect(when(given(), act)).toMatchObject({ refused: 'not-invited' });
    expect(when(given(...invited('Amina')), act)).toEqual([
      { type: 'CoordinatorAppointed', person: 'Amina', by: 'Priya' },
    ]);
  });
});

describe('saying yes and no', () => {
  it('the first yes does not count anyone', () => {
    const done = given(...invited('Amina'), {
      type: 'StandingChanged',
      at: start,
      person: amina,
      status: 'active',
    });
    expect(isCounted(standing(done, 'Amina'))).toBe(false);
  });

  it('nobody takes part who was not invited', () => {
    expect(when(given(), { type: 'TakePart', person: amina, groups: null })).toMatchObject({ refused: 'not-invited' });
  });

  it('nobody is counted who has not said yes to taking part', () => {
    expect(when(given(...invited('Amina')), { type: 'BeCounted', person: amina, yes: true })).toMatchObject({
      refused: 'not-joined',
    });
  });

  it('an old "No thanks" button does not take someone out who said yes since', () => {
    expect(when(given(...joined('Amina', 'carers')), { type: 'Decline', person: amina })).toMatchObject({
      refused: 'already-joined',
    });
  });

  it('the same yes twice is one yes', () => {
    const willow = given(...joined('Amina', 'carers'));
    expect(when(willow, { type: 'TakePart', person: amina, groups: null })).toEqual([]);
    expect(when(willow, { type: 'BeCounted', person: amina, yes: true })).toEqual([]);
    expect(when(willow, { type: 'PickGroup', person: amina, groups: { group: group('carers'), also: null } })).toEqual(
      [],
    );
  });

  it('a group that the huddle does not have is refused', () => {
    const groups = { group: group('pirates'), also: null };
    expect(when(given(...joined('Amina', 'carers')), { type: 'PickGroup', person: amina, groups })).toMatchObject({
      refused: 'no-such-group',
    });
  });

  it('a new group holds from that moment only', () => {
    const before = given(...joined('Amina', 'carers'));
    const after = evolveMembership(before, {
      type: 'GroupPicked',
      at: '2027-03-10T09:00:00.000Z',
      person: amina,
      group: group('staff'),
      also: group('carers'),
    });
    const member = memberOf(after.members, amina);
    if (member === null) throw new Error('gone');
    expect(standingAt(member, '2027-03-09T09:00:00.000Z')?.group).toBe('carers');
    expect(standingNow(member)).toMatchObject({ group: 'staff', also: 'carers', counted: true });
  });
});

describe('a break, and an end', () => {
  it('a pause is kept apart from what the member chose, and comes back as it was', () => {
    const paused = given(...joined('Amina', 'carers'), {
      type: 'StandingChanged',
      at: '2027-03-02T00:00:00.000Z',
      person: amina,
      status: 'paused',
    });
    expect(isCounted(standing(paused, 'Amina'))).toBe(false);
    const back = evolveMembership(paused, {
      type: 'StandingChanged',
      at: '2027-03-05T00:00:00.000Z',
      person: amina,
      status: 'active',
    });
    expect(standing(back, 'Amina')).toMatchObject({ counted: true, group: 'carers' });
  });

  it('someone who comes back after leaving is asked both again', () => {
    const left = given(...joined('Amina', 'carers'), {
      type: 'StandingChanged',
      at: '2027-03-02T00:00:00.000Z',
      person: amina,
      status: 'left',
    });
    const events = when(left, { type: 'TakePart', person: amina, groups: null });
    expect(events).toMatchObject([
      { type: 'MemberAnswered', to: 'taking-part' },
      { type: 'StandingChanged', status: 'active' },
    ]);
    const back = [
      {
        type: 'MemberAnswered',
        at: '2027-03-03T00:00:00.000Z',
        person: amina,
        to: 'taking-part',
        yes: true,
        notice: 1,
      },
      { type: 'StandingChanged', at: '2027-03-03T00:00:00.000Z', person: amina, status: 'active' },
    ] as const;
    const again = back.reduce<Membership>(evolveMembership, left);
    expect(standing(again, 'Amina')).toMatchObject({ counted: false, group: null });
    const member = memberOf(again.members, amina);
    expect(member === null ? 'gone' : answerTo('counted', member)).toBeNull();
  });

  it('leaving needs no yes before it', () => {
    expect(when(given(...invited('Amina')), { type: 'Leave', person: amina })).toEqual([
      { type: 'StandingChanged', person: 'Amina', status: 'left' },
    ]);
  });

  it('who leaves runs the huddle no more, unless nobody else could hand it on', () => {
    const appointed = (name: string) =>
      ({ type: 'CoordinatorAppointed', at: start, person: person(name), by: priya }) as const;
    const left = (name: string) =>
      ({ type: 'StandingChanged', at: start, person: person(name), status: 'left' }) as const;
    const two = given(...invited('Priya', 'Ellis'), appointed('Priya'), appointed('Ellis'), left('Priya'));
    expect(memberOf(two.members, priya)?.coordinator).toBe(false);
    const one = given(...invited('Priya', 'Ellis'), appointed('Priya'), left('Priya'));
    expect(memberOf(one.members, priya)?.coordinator).toBe(true);
    const handedOn = evolveMembership(one, appointed('Ellis'));
    expect(handedOn.members.map(({ coordinator }) => coordinator)).toEqual([false, true]);
  });
});

describe('the using side', () => {
  const sides = (using: number, running: number) => [
    ...Array.from({ length: using }, (_, n) => joined(`Using ${String(n)}`, 'carers')).flat(),
    ...Array.from({ length: running }, (_, n) => joined(`Running ${String(n)}`, 'staff')).flat(),
  ];

  it('2 of 9 are fewer than a third, 3 of 9 are not', () => {
    expect(usingSideFew(willow, given(...sides(2, 7)).members)).toEqual({ using: 2, of: 9 });
    expect(usingSideFew(willow, given(...sides(3, 6)).members)).toBeNull();
  });

  it('nothing is said while someone has not answered, or not picked a group', () => {
    expect(usingSideFew(willow, given(...sides(2, 7), ...invited('Jo')).members)).toBeNull();
    const noGroup = { type: 'StandingChanged', at: start, person: person('Jo'), status: 'active' } as const;
    expect(usingSideFew(willow, given(...sides(2, 7), ...invited('Jo'), noGroup).members)).toBeNull();
  });

  it('it is told with the last answer, and not again until someone new is invited', () => {
    const before = given(...sides(2, 6), ...invited('Jo'));
    const events = when(before, { type: 'Decline', person: person('Jo') });
    expect(events).toContainEqual({ type: 'UsingSideFew', using: 2, of: 8 });
    const told = given(...sides(2, 7), { type: 'UsingSideFew', at: start, using: 2, of: 9 });
    const leave = { type: 'Leave', person: person('Running 0') } as const;
    expect(when(told, leave)).not.toContainEqual(expect.objectContaining({ type: 'UsingSideFew' }));
    const more = evolveMembership(told, { type: 'MemberInvited', at: start, person: person('Jo'), by: priya });
    expect(when(more, { type: 'Decline', person: person('Jo') })).toContainEqual({
      type: 'UsingSideFew',
      using: 2,
      of: 9,
    });
  });
});

describe('whatever people do in whatever order', () => {
  const names = ['Amina', 'Dev', 'Ruth', 'Jo'].map(person);
  const someone = fc.constantFrom(...names);
  const groups = fc.constantFrom('carers', 'staff', 'artists').map((key) => ({ group: group(key), also: null }));
  const act = fc.oneof(
    fc.record({
      type: fc.constant('Invite' as const),
      by: fc.constant(priya),
      people: fc.subarray(names, { minLength: 1 }),
    }),
    fc.record({ type: fc.constant('TakePart' as const), person: someone, groups: fc.option(groups) }),
    fc.record({
      type: fc.constantFrom('Pause' as const, 'Resume' as const, 'Leave' as const, 'Decline' as const),
      person: someone,
    }),
    fc.record({ type: fc.constant('BeCounted' as const), person: someone, yes: fc.boolean() }),
    fc.record({ type: fc.constant('PickGroup' as const), person: someone, groups }),
  );
  const acts = fc.array(fc.tuple(act, fc.integer({ min: -60_000, max: 86_400_000 })), { maxLength: 40 });

  it('standings stay in order, nobody is counted without both yeses, and never more than 30 are in', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let now = start;
        let membership = given(...invited('Priya'));
        for (const [what, later] of list) {
          now = addMs(now, later);
          const events = decideMembership({ ...what, huddle: id, now }, membership);
          if (!isRefusal(events)) membership = events.reduce(evolveMembership, membership);
        }
        for (const member of membership.members) {
          const from = member.standings.map((one) => one.from);
          expect([...new Set(from)].sort()).toEqual(from);
          const last = (to: string) => member.consents.findLast((consent) => consent.to === to)?.yes;
          if (isCounted(standingNow(member))) expect([last('taking-part'), last('counted')]).toEqual([true, true]);
        }
        expect(membership.members.length).toBeLessThanOrEqual(mostPeople);
      }),
    );
  });
});
