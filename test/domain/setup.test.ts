import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { decideSetUp, evolveSetUp, type Founding, type SetUp } from '../../src/domain/setup.ts';
import { id, person, start, willow } from './people-given.ts';

const nothing: Founding = { huddle: null, members: [] };
const setUp: SetUp = {
  huddle: id,
  now: start,
  by: person('Priya'),
  name: '  Willow ',
  purpose: null,
  schedule: { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' },
  digest: null,
  zone: null,
  people: [person('Amina'), person('Priya'), person('Amina')],
  second: person('Ellis'),
};

function founded(command: SetUp): Founding {
  const events = decideSetUp(command, nothing);
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce((founding, event) => evolveSetUp(command, founding, event), nothing);
}

describe('setting up', () => {
  it('needs a name and a check-in, and has good settings for the rest', () => {
    expect(founded(setUp).huddle).toMatchObject({
      name: 'Willow',
      zone: 'Europe/London',
      digest: { weekday: 2, time: '09:00' },
      quiet: { from: '20:00', to: '08:00' },
      groupLines: 'later',
      checkIn: { nextDueAt: '2027-03-01T10:00:00.000Z' },
      nextDigestAt: '2027-03-02T09:00:00.000Z',
      version: 1,
    });
    expect(willow.groups.map(({ name, side }) => [name, side])).toEqual([
      ['People who use the service', 'using'],
      ['Carers', 'using'],
      ['Staff', 'running'],
      ['Artists', 'creative'],
      ['Managers and funders', 'running'],
    ]);
  });

  it('invites everyone once, whoever sets up too, and makes two of them coordinators', () => {
    expect(founded(setUp).members.map(({ person, coordinator }) => [person, coordinator])).toEqual([
      ['Priya', true],
      ['Ellis', true],
      ['Amina', false],
    ]);
  });

  it('a place that has a huddle keeps it', () => {
    expect(decideSetUp(setUp, { huddle: willow, members: [] })).toEqual({
      refused: 'huddle-exists',
      details: { huddle: 'Willow' },
    });
  });

  it('31 people are refused with the reason', () => {
    const people = Array.from({ length: 30 }, (_, n) => person(`Person ${String(n)}`));
    expect(decideSetUp({ ...setUp, people, second: null }, nothing)).toEqual({
      refused: 'huddle-full',
      details: { most: 30, would: 31 },
    });
  });

  it('a check-in on every weekday, or in the quiet hours, is refused', () => {
    const everyDay = { ...setUp.schedule, days: [1, 2, 3, 4, 5] as const };
    expect(decideSetUp({ ...setUp, schedule: everyDay }, nothing)).toMatchObject({ refused: 'too-many-days' });
    expect(decideSetUp({ ...setUp, schedule: { ...setUp.schedule, time: '22:00' } }, nothing)).toMatchObject({
      refused: 'time-is-quiet',
    });
  });
});
