import { describe, expect, it } from 'vitest';
import { daysOffDueAt, daysOffOf } from '../../src/domain/days-off.ts';
import type { MemberEvent } from '../../src/domain/events-people.ts';
import { standingAt, standingNow, type DaysOff, type Member } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { oneMember } from '../../src/domain/link-members.ts';
import { decideMembership } from '../../src/domain/membership-rules.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { memberOf, type Membership } from '../../src/domain/membership.ts';
import { memberGone } from '../../src/domain/forget.ts';
import { rosterOf, weightOf } from '../../src/domain/roster.ts';
import { weekFrom } from '../../src/domain/time.ts';
import { given, id, joined, person, when as whenAt } from './people-given.ts';

const amina = person('Amina');
const zone = 'Europe/London';
/** As in all these tests: an act is at midday on Wednesday 3 March 2027 where nothing else is said. */
const days = (first: string, last: string): DaysOff => ({ first, last, zone });
const take = (first: string, last: string) =>
  ({ type: 'TakeDaysOff', person: amina, days: days(first, last), now: '2027-03-03T12:00:00.000Z' }) as const;
const when = (membership: Membership, act: Parameters<typeof whenAt>[1] & { readonly now?: string }) =>
  whenAt(membership, act, act.now ?? '2027-03-03T12:00:00.000Z');
const keep = (now: string) => ({ type: 'KeepDaysOff', person: amina, now }) as const;

const set = (off: DaysOff | null, at = '2027-03-03T12:00:00.000Z'): MemberEvent => ({
  type: 'DaysOffSet',
  at,
  person: amina,
  days: off,
});
const stands = (status: 'active' | 'paused' | 'left', at = '2027-03-03T12:00:00.000Z'): MemberEvent => ({
  type: 'StandingChanged',
  at,
  person: amina,
  status,
});
const onBreak = [...joined('Amina', 'carers'), stands('paused'), set(days('2027-03-03', '2027-03-09'))];
const planned = [...joined('Amina', 'carers'), set(days('2027-03-08', '2027-03-09'))];

function member({ members }: Membership): Member {
  const found = memberOf(members, amina);
  if (found === null) throw new Error('nobody');
  return found;
}

describe('days off', () => {
  it('from today on pause at once; later ones change nothing yet', () => {
    expect(when(given(...joined('Amina', 'carers')), take('2027-03-03', '2027-03-09'))).toMatchObject([
      { type: 'StandingChanged', status: 'paused' },
      { type: 'DaysOffSet', days: { last: '2027-03-09' } },
    ]);
    expect(when(given(...joined('Amina', 'carers')), take('2027-03-04', '2027-03-09'))).toMatchObject([
      { type: 'DaysOffSet' },
    ]);
    expect(standingNow(member(given(...planned))).status).toBe('active');
  });

  it.each([
    ['2027-03-01', '2027-03-02', 'day-passed'],
    ['2027-03-02', '2027-03-09', 'start-passed'],
    ['2027-03-09', '2027-03-08', 'ends-first'],
    ['2027-03-03', '2028-03-04', 'too-far'],
  ])('from %s to %s are refused: %s', (first, last, refused) => {
    expect(when(given(...joined('Amina', 'carers')), take(first, last))).toMatchObject({ refused });
  });

  it('today alone, and the same day next year as the last, can be had', () => {
    for (const last of ['2027-03-03', '2028-03-03'])
      expect(when(given(...joined('Amina', 'carers')), take('2027-03-03', last))).toHaveLength(2);
  });

  it('can be given another end on a break; later ones cannot be planned on it, as it could not end before them', () => {
    expect(when(given(...onBreak), take('2027-03-20', '2027-03-21'))).toMatchObject({ refused: 'on-a-break' });
    expect(when(given(...onBreak), take('2027-03-03', '2027-03-12'))).toMatchObject([
      { type: 'DaysOffSet', days: { last: '2027-03-12' } },
    ]);
  });

  it('begin and end at midnight, over a clock change too', () => {
    const due = (events: readonly MemberEvent[]) => daysOffDueAt(member(given(...events)));
    expect(due(planned)).toBe('2027-03-08T00:00:00.000Z');
    expect(due(onBreak)).toBe('2027-03-10T00:00:00.000Z');
    const summer = set(days('2027-03-03', '2027-03-28'));
    expect(due([...onBreak, summer])).toBe('2027-03-28T23:00:00.000Z');
    // In Cairo the night of 30 April 2027 has no midnight: the day begins at one.
    const cairo = set({ first: '2027-03-03', last: '2027-04-29', zone: 'Africa/Cairo' });
    expect(due([...onBreak, cairo])).toBe('2027-04-29T22:00:00.000Z');
  });

  it('looked at late are written at their own moments, so that the week weighs what it should', () => {
    const late = decideMembership({ ...keep('2027-03-20T03:00:00.000Z'), huddle: id }, given(...planned));
    if (isRefusal(late)) throw new Error(late.refused);
    const after = member(given(...planned, ...late));
    expect(late.at(-1)).toEqual({ type: 'DaysOffOver', at: '2027-03-10T00:00:00.000Z', person: amina });
    const week = weekFrom('2027-03-08', zone);
    expect(rosterOf([after], week).map((seat) => weightOf(seat, week))).toEqual([5 / 7]);
    expect(daysOffOf(after)).toBeNull();
  });

  it('too early, or twice, change nothing', () => {
    expect(when(given(...planned), keep('2027-03-07T23:59:59.999Z'))).toEqual([]);
    expect(when(given(...onBreak), keep('2027-03-09T23:59:59.999Z'))).toEqual([]);
    expect(
      when(given(...onBreak, stands('active', '2027-03-10T00:00:00.000Z')), keep('2027-03-11T00:00:00.000Z')),
    ).toEqual([]);
  });

  it('end with "resume", planned or not, and with leaving', () => {
    expect(when(given(...planned), { type: 'Resume', person: amina })).toMatchObject([
      { type: 'DaysOffSet', days: null },
    ]);
    expect(daysOffOf(member(given(...onBreak, stands('active', '2027-03-05T00:00:00.000Z'))))).toBeNull();
    const left = given(...onBreak, stands('left', '2027-03-05T00:00:00.000Z'));
    expect(when(left, keep('2027-03-20T00:00:00.000Z'))).toEqual([]);
  });

  it('stay where a pause says nothing of them; what was only planned is over with it, and "stop" has no end', () => {
    expect(when(given(...onBreak), { type: 'Pause', person: amina })).toEqual([]);
    expect(when(given(...planned), { type: 'Pause', person: amina })).toMatchObject([
      { status: 'paused' },
      { type: 'DaysOffSet', days: null },
    ]);
    expect(when(given(...onBreak), { type: 'Pause', person: amina, endless: true })).toMatchObject([
      { type: 'DaysOffSet', days: null },
    ]);
  });

  it('are kept through another group', () => {
    const moved = given(...onBreak, {
      type: 'GroupPicked',
      at: '2027-03-05T00:00:00.000Z',
      person: amina,
      group: joinedGroup(given(...onBreak)),
      also: null,
    });
    expect(daysOffOf(member(moved))).toEqual(days('2027-03-03', '2027-03-09'));
  });

  it('of two accounts made one hold as the newest word of the two said', () => {
    const at = '2027-03-06T00:00:00.000Z';
    const active = member(given(...joined('Amina', 'carers')));
    const other = { ...active, person: 'old' as PersonId };
    for (const both of [
      oneMember(other, member(given(...onBreak)), at),
      oneMember(member(given(...onBreak)), other, at),
    ])
      expect(standingNow(both)).toMatchObject({ status: 'paused', daysOff: { last: '2027-03-09' } });
    expect(daysOffOf(oneMember(other, member(given(...planned)), at))).toMatchObject({ first: '2027-03-08' });
    const back = member(given(...onBreak, stands('active', '2027-03-05T00:00:00.000Z')));
    expect(daysOffOf(oneMember(other, back, at))).toBeNull();
  });

  it('go with someone who is forgotten', () => {
    const gone = memberGone(member(given(...onBreak)), {
      as: 'gone' as PersonId,
      from: '2027-03-01T00:00:00.000Z',
      now: '2027-03-06T00:00:00.000Z',
    });
    expect(JSON.stringify(gone)).not.toContain('2027-03-09');
    expect(standingAt(gone, '2027-03-05T00:00:00.000Z')?.status).toBe('paused');
  });
});

function joinedGroup(membership: Membership) {
  const { group } = standingNow(member(membership));
  if (group === null) throw new Error('no group');
  return group;
}
