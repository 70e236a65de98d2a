import { describe, expect, it } from 'vitest';
import { decideChange, evolveChange } from '../../src/domain/huddle-change.ts';
import type { HuddleChange } from '../../src/domain/huddle-settings.ts';
import type { Huddle } from '../../src/domain/huddle.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { given, id, joined, start, willow } from './people-given.ts';

const members = given(...joined('Amina', 'carers')).members;

/** The huddle after one change, or the refusal. */
function set(change: HuddleChange, huddle: Huddle = willow, now = start) {
  const command = { huddle: id, now, change };
  const events = decideChange(command, { huddle, members });
  if (isRefusal(events)) return events;
  return events.reduce((settled, event) => evolveChange(command, settled, event), { huddle, members }).huddle;
}

describe('what coordinators set', () => {
  it('a new schedule moves the next question', () => {
    const schedule = { days: [2 as const], time: '14:00', everyWeeks: 2, anchor: '2027-03-01' };
    expect(set({ setting: 'schedule', schedule })).toMatchObject({
      checkIn: { nextDueAt: '2027-03-02T14:00:00.000Z', sent: 0 },
    });
  });

  it('weekdays are refused, with the days to keep', () => {
    const schedule = { days: [1, 2, 3, 4, 5] as const, time: '09:30', everyWeeks: 1, anchor: '2027-03-01' };
    expect(set({ setting: 'schedule', schedule })).toEqual({
      refused: 'too-many-days',
      details: expect.objectContaining({ keep: ['1', '3', '5'] }) as object,
    });
  });

  it('neither the question nor the digest may fall in the quiet hours', () => {
    const schedule = { days: [1] as const, time: '21:00', everyWeeks: 1, anchor: '2027-03-01' };
    expect(set({ setting: 'schedule', schedule })).toMatchObject({ refused: 'time-is-quiet' });
    expect(set({ setting: 'digest', weekday: 2, time: '07:00' })).toMatchObject({ refused: 'digest-is-quiet' });
    expect(set({ setting: 'quiet', quiet: { from: '18:00', to: '11:00' } })).toMatchObject({
      refused: 'time-is-quiet',
    });
  });

  it('a new zone moves the next times, and over the clock change the local time stays', () => {
    const paris = set({ setting: 'zone', zone: 'Europe/Paris' });
    expect(paris).toMatchObject({
      checkIn: { nextDueAt: '2027-03-01T09:00:00.000Z' },
      nextDigestAt: '2027-03-02T08:00:00.000Z',
    });
    // British clocks go forward on Sunday 28 March 2027.
    expect(set({ setting: 'digest', weekday: 2, time: '10:00' }, willow, '2027-03-27T12:00:00.000Z')).toMatchObject({
      nextDigestAt: '2027-03-30T09:00:00.000Z',
    });
    expect(set({ setting: 'zone', zone: 'Mars/Olympus' })).toMatchObject({ refused: 'no-such-zone' });
  });

  it('setting what is set already changes nothing', () => {
    const command = { huddle: id, now: start, change: { setting: 'name' as const, name: 'Willow' } };
    expect(decideChange(command, { huddle: willow, members })).toEqual([]);
  });

  it('a name that is too long, or none, is refused', () => {
    expect(set({ setting: 'name', name: 'x'.repeat(61) })).toEqual({
      refused: 'too-long',
      details: { longest: 60, is: 61 },
    });
    expect(set({ setting: 'name', name: '  ' })).toMatchObject({ refused: 'needs-words' });
  });
});

describe('groups', () => {
  it('a new group has a key of its own, even where one of that name was renamed', () => {
    const renamed = set({ setting: 'rename-group', from: 'staff', to: 'Ward staff' });
    if (isRefusal(renamed)) throw new Error(renamed.refused);
    const more = set({ setting: 'add-group', name: 'Staff', side: 'running' }, renamed);
    if (isRefusal(more)) throw new Error(more.refused);
    expect(more.groups.filter(({ side }) => side === 'running').map(({ key, name }) => [key, name])).toEqual([
      ['staff', 'Ward staff'],
      ['managers-and-funders', 'Managers and funders'],
      ['group-6', 'Staff'],
    ]);
  });

  it('a group that anyone ever picked stays', () => {
    expect(set({ setting: 'drop-group', name: 'carers' })).toMatchObject({ refused: 'group-in-use' });
    expect(set({ setting: 'drop-group', name: 'Artists' })).toMatchObject({ groups: { length: 4 } });
  });

  it('one group stays for people who use the service, or for carers', () => {
    const only = { ...willow, groups: willow.groups.filter(({ key }) => key !== 'carers') };
    expect(set({ setting: 'drop-group', name: 'people who use the service' }, only)).toMatchObject({
      refused: 'needs-using-group',
    });
  });

  it('two groups cannot have one name, and 8 are enough', () => {
    expect(set({ setting: 'add-group', name: 'ARTISTS', side: 'creative' })).toMatchObject({ refused: 'group-exists' });
    expect(set({ setting: 'rename-group', from: 'Staff', to: 'Artists' })).toMatchObject({ refused: 'group-exists' });
    const full = { ...willow, groups: [...willow.groups, ...willow.groups.slice(0, 3)] };
    expect(set({ setting: 'add-group', name: 'Visitors', side: 'creative' }, full)).toMatchObject({
      refused: 'too-many-groups',
    });
  });
});
