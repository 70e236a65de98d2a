import { describe, expect, it } from 'vitest';
import { answerTo, isLapsed, noticeVersion, renewalOf, renewsAt } from '../../src/domain/consent.ts';
import type { MemberEvent } from '../../src/domain/events-people.ts';
import { isCounted, standingNow, type Member } from '../../src/domain/huddle.ts';
import { oneMember } from '../../src/domain/link-members.ts';
import { memberOf, type Membership } from '../../src/domain/membership.ts';
import { decideMembership } from '../../src/domain/membership-rules.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { given, id, invited, joined, person, start, when, willow } from './people-given.ts';

const amina = person('Amina');
const listening = { ...willow, listening: true };
/** Half a year after `start`, by the clock on the wall: London is an hour further on from UTC then. */
const halfAYearOn = '2027-08-26T09:00:00.000Z';

function theMember({ members }: Membership, who = amina): Member {
  const member = memberOf(members, who);
  if (member === null) throw new Error('nobody');
  return member;
}

/** All that one act leads to. */
function after(membership: Membership, type: 'Renew' | 'MissRenewal' | 'AskAgain', now: string): Membership {
  const events = decideMembership({ type, huddle: id, now, person: amina }, membership);
  if (isRefusal(events)) throw new Error(events.refused);
  const all: readonly MemberEvent[] = [...membershipEvents, ...events];
  return { ...given(...all), huddle: membership.huddle };
}
const membershipEvents = [...joined('Amina', 'carers'), ...said('quoted', false)];

function said(to: 'quoted' | 'photos' | 'counted', yes: boolean, at = start): readonly MemberEvent[] {
  return [{ type: 'MemberAnswered', at, person: amina, to, yes, notice: 1 }];
}

describe('a yes to taking part', () => {
  const member = theMember(given(...joined('Amina', 'carers')));

  it('is good for half a year by the clock on the wall, though the clocks change between', () => {
    expect(renewalOf(willow, member, '2027-08-26T08:59:59.999Z')).toBeNull();
    expect(renewalOf(willow, member, halfAYearOn)).toEqual({ since: start, news: [] });
    expect(renewsAt(willow, member, start)).toBe(halfAYearOn);
  });

  it('is asked for again at once when the notice says more than it did, and not when it says less', () => {
    expect(noticeVersion(willow)).toBe(1);
    expect(noticeVersion(listening)).toBe(2);
    expect(renewalOf(listening, member, start)).toEqual({ since: start, news: ['listening'] });
    const toMore = { ...member, consents: [{ to: 'taking-part', yes: true, at: start, notice: 2 }] } as const;
    expect(renewalOf(listening, toMore, start)).toBeNull();
    expect(renewalOf(willow, toMore, start)).toBeNull();
  });

  it('is asked for of nobody who is on a break, has left, or never gave one', () => {
    const moved = (status: 'paused' | 'left') =>
      theMember(given(...joined('Amina', 'carers'), { type: 'StandingChanged', at: start, person: amina, status }));
    expect(renewsAt(willow, moved('paused'), halfAYearOn)).toBeNull();
    expect(renewsAt(willow, moved('left'), halfAYearOn)).toBeNull();
    expect(renewsAt(willow, theMember(given(...invited('Amina'))), halfAYearOn)).toBeNull();
  });
});

describe('asked whether their yes still holds', () => {
  const old = given(...membershipEvents);

  it('"as before" gives each answer anew, as it was, to the notice of today', () => {
    expect(when({ ...old, huddle: listening }, { type: 'Renew', person: amina })).toEqual([
      { type: 'MemberAnswered', person: 'Amina', to: 'taking-part', yes: true, notice: 2 },
      { type: 'MemberAnswered', person: 'Amina', to: 'counted', yes: true, notice: 2 },
      { type: 'MemberAnswered', person: 'Amina', to: 'quoted', yes: false, notice: 2 },
    ]);
    const renewed = theMember(after(old, 'Renew', halfAYearOn));
    expect(renewalOf(willow, renewed, halfAYearOn)).toBeNull();
    expect([answerTo('counted', renewed), answerTo('quoted', renewed), answerTo('photos', renewed)]).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('a yes that nobody asked for adds nothing', () => {
    expect(when(old, { type: 'Renew', person: amina })).toEqual([]);
  });

  it('no means leaving; where nothing was asked, an old button does not', () => {
    expect(when(old, { type: 'Decline', person: amina })).toMatchObject({ refused: 'already-joined' });
    expect(when(old, { type: 'Decline', person: amina }, halfAYearOn)).toEqual([
      { type: 'MemberAnswered', person: 'Amina', to: 'taking-part', yes: false, notice: 1 },
      { type: 'StandingChanged', person: 'Amina', status: 'left' },
    ]);
  });

  it('without an answer they stay in with their group, and are not counted until they answer', () => {
    const missed = theMember(after(old, 'MissRenewal', '2027-09-09T09:00:00.000Z'));
    expect(standingNow(missed)).toMatchObject({ status: 'active', counted: false, group: 'carers' });
    expect(isLapsed(missed)).toBe(true);
    const back = given(...membershipEvents, ...missedAnd('Renew'));
    expect(isCounted(standingNow(theMember(back)))).toBe(true);
  });

  it('"count me" counts them again too', () => {
    const missed = after(old, 'MissRenewal', '2027-09-09T09:00:00.000Z');
    expect(when(missed, { type: 'BeCounted', person: amina, yes: true }, '2027-09-10T09:00:00.000Z')).toEqual([
      { type: 'MemberAnswered', person: 'Amina', to: 'counted', yes: true, notice: 1 },
    ]);
  });

  it('on a break nobody is asked, and nothing is taken', () => {
    const paused = given(...membershipEvents, {
      type: 'StandingChanged',
      at: '2027-03-01T10:00:00.000Z',
      person: amina,
      status: 'paused',
    });
    expect(when(paused, { type: 'AskAgain', person: amina }, halfAYearOn)).toEqual([]);
    expect(when(paused, { type: 'MissRenewal', person: amina }, halfAYearOn)).toEqual([]);
  });

  it('linking two accounts that both wait for an answer gives no yes', () => {
    const missed = theMember(after(old, 'MissRenewal', '2027-09-09T09:00:00.000Z'));
    const both = oneMember(missed, { ...missed, person: person('Amina in Teams') }, '2027-09-10T09:00:00.000Z');
    expect(standingNow(both).counted).toBe(false);
  });
});

/** What a missed renewal and then an act lead to. */
function missedAnd(type: 'Renew'): readonly MemberEvent[] {
  const missed: MemberEvent = { type: 'RenewalMissed', at: '2027-09-09T09:00:00.000Z', person: amina };
  const now = '2027-09-20T09:00:00.000Z';
  const events = decideMembership({ type, huddle: id, now, person: amina }, given(...membershipEvents, missed));
  return isRefusal(events) ? [] : [missed, ...events];
}

describe('being quoted, and photos', () => {
  const member = given(...joined('Amina', 'carers'));

  it('are off until someone says yes, each by itself, with its date and the number of the notice', () => {
    expect(answerTo('quoted', theMember(member))).toBeNull();
    expect(when(member, { type: 'Allow', person: amina, to: 'photos', yes: true })).toEqual([
      { type: 'MemberAnswered', person: 'Amina', to: 'photos', yes: true, notice: 1 },
    ]);
    const yes = theMember(given(...joined('Amina', 'carers'), ...said('photos', true)));
    expect([answerTo('quoted', yes), answerTo('photos', yes), standingNow(yes).counted]).toEqual([null, true, true]);
  });

  it('a yes is over when they leave: whoever comes back is asked anew', () => {
    const back = given(
      ...joined('Amina', 'carers'),
      ...said('quoted', true),
      { type: 'StandingChanged', at: '2027-03-01T10:00:00.000Z', person: amina, status: 'left' },
      {
        type: 'MemberAnswered',
        at: '2027-03-02T10:00:00.000Z',
        person: amina,
        to: 'taking-part',
        yes: true,
        notice: 1,
      },
      { type: 'StandingChanged', at: '2027-03-02T10:00:00.000Z', person: amina, status: 'active' },
    );
    expect(answerTo('quoted', theMember(back))).toBeNull();
  });

  it('nobody who has not joined is asked', () => {
    expect(when(given(...invited('Amina')), { type: 'Allow', person: amina, to: 'quoted', yes: true })).toMatchObject({
      refused: 'not-joined',
    });
  });
});

it('an invited person who has not answered is on no roster', () => {
  expect(isCounted(standingNow(theMember(given(...invited('Amina')))))).toBe(false);
});
