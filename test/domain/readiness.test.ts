import { describe, expect, it } from 'vitest';
import type { Huddle } from '../../src/domain/huddle.ts';
import type { GroupKey } from '../../src/domain/ids.ts';
import { readinessOf } from '../../src/domain/readiness.ts';
import { person, willow } from './people-given.ts';

const now = '2027-03-01T10:00:00.000Z';
const jane = { words: 'Jane Doe, 020 7946 0000', person: null };
const full: Huddle = {
  ...willow,
  care: 'no',
  dataContact: jane,
  safety: { contact: jane, numbersCheckedOn: '2027-02-26' },
};

function member(name: string, group: string | null, status: 'active' | 'invited' | 'left' = 'active') {
  const standing = { from: willow.setUpAt, status, counted: true, group: group as GroupKey | null, also: null };
  return {
    huddle: willow.id,
    person: person(name),
    coordinator: true,
    invitedBy: null,
    standings: [standing],
    consents: [],
  };
}

const both = [member('Priya', 'staff'), member('Ellis', 'carers')];
const missing = (huddle: Huddle, members = both) => readinessOf(huddle, members, now).missing;

describe('what a huddle needs before it asks real people', () => {
  it('is five things, and without any of them it is held', () => {
    expect(readinessOf(willow, [], now)).toEqual({
      status: 'held',
      missing: ['care', 'coordinators', 'safeguarding', 'data-contact', 'numbers'],
    });
    expect(readinessOf(full, both, now)).toEqual({ status: 'ready', missing: [] });
  });

  it.each([
    ['one alone', [member('Ellis', 'carers')]],
    ['two from the running side', [member('Priya', 'staff'), member('Ellis', 'staff')]],
    ['one who has not said yes yet', [member('Priya', 'staff'), member('Ellis', 'carers', 'invited')]],
    ['one who has picked no group', [member('Priya', 'staff'), member('Ellis', null)]],
  ])('two coordinators are needed, one from the using side: %s is not enough', (_, members) => {
    expect(missing(full, members)).toEqual(['coordinators']);
  });

  it('numbers that were checked 180 days ago have to be tried anew', () => {
    const checked = (on: string): Huddle => ({ ...full, safety: { contact: jane, numbersCheckedOn: on } });
    expect(missing(checked('2026-09-03'))).toEqual([]);
    expect(missing(checked('2026-09-02'))).toEqual(['numbers']);
  });

  it('a contact who has left is none', () => {
    const gone = { words: 'Sam', person: person('Sam') };
    const huddle = { ...full, dataContact: gone, safety: { ...full.safety, contact: gone } };
    expect(missing(huddle, [...both, member('Sam', 'staff', 'left')])).toEqual(['safeguarding', 'data-contact']);
    expect(missing(huddle, [...both, member('Sam', 'staff')])).toEqual([]);
  });
});

describe('whether it goes on', () => {
  it('a huddle from before goes on for 28 days, over the change of clocks too', () => {
    const { live: _, ...before } = willow;
    expect(readinessOf(before, both, now)).toMatchObject({ status: 'until', by: '2027-03-29T09:00:00.000Z' });
    const given = { ...before, live: { by: now } };
    expect(readinessOf(given, both, '2027-03-01T09:59:00.000Z').status).toBe('until');
    expect(readinessOf(given, both, now).status).toBe('held');
  });

  it('once it has begun it goes on, whatever is missing, unless it is for one person’s care', () => {
    const live = { ...willow, live: { since: now } };
    expect(readinessOf(live, [], now).status).toBe('live');
    expect(readinessOf({ ...live, care: 'yes' }, both, now).status).toBe('held');
    expect(readinessOf({ ...full, care: 'yes' }, both, now).status).toBe('held');
  });
});
