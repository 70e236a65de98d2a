import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterHoliday,
  isHoliday,
  namedDate,
  nextComing,
  nextComings,
  occurrences,
  type Home,
  type HuddleHolidays,
} from '../../src/domain/holidays.ts';
import { isAskedOn, type Schedule } from '../../src/domain/schedule.ts';
import { addDays, localDate, toInstant, weekday, type Weekday } from '../../src/domain/time.ts';

const mondays: Schedule = { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };
const christmas = ['2027-12-27', '2027-12-28', '2028-01-03'];
const easter = ['2027-03-26', '2027-03-29'];

function home(days: readonly string[], then: HuddleHolidays['then'] = 'move'): Home {
  return { zone: 'Europe/London', holidays: { region: 'england', then, days, year: 2027 } };
}

function from(schedule: Schedule, at: Home, after: string, count: number) {
  return nextComings(schedule, at, { after: `${after}T00:00:00.000Z`, count });
}

describe('a question that would come on a bank holiday', () => {
  it('comes on the next working day, at its own time, over a clock change too', () => {
    expect(from(mondays, home(easter), '2027-03-23', 2)).toEqual([
      '2027-03-30T09:00:00.000Z',
      '2027-04-05T09:00:00.000Z',
    ]);
  });

  it('passes over holidays and the weekend', () => {
    const fridays = { ...mondays, days: [5] as Weekday[] };
    expect(from(mondays, home(christmas), '2027-12-25', 1)).toEqual(['2027-12-29T10:00:00.000Z']);
    expect(from(fridays, home(easter), '2027-03-25', 1)).toEqual(['2027-03-30T09:00:00.000Z']);
  });

  it('is left out where the huddle wants that', () => {
    expect(from(mondays, home(easter, 'skip'), '2027-03-23', 1)).toEqual(['2027-04-05T09:00:00.000Z']);
  });

  it('takes no day that has a question, and no week that has three', () => {
    const days = { ...mondays, days: [1, 2] as Weekday[] };
    const three = { ...mondays, days: [1, 3, 5] as Weekday[] };
    const week = { from: '2027-03-22', to: '2027-04-04' };
    expect(occurrences(days, home(easter), week).slice(2)).toEqual([
      { named: '2027-03-29', on: '2027-03-31' },
      { named: '2027-03-30', on: '2027-03-30' },
    ]);
    // Good Friday's takes the last place of the week after, so there is none for the one of Easter Monday.
    expect(occurrences(three, home(easter), week)).toEqual([
      { named: '2027-03-22', on: '2027-03-22' },
      { named: '2027-03-24', on: '2027-03-24' },
      { named: '2027-03-26', on: '2027-03-30' },
      { named: '2027-03-29', on: null },
      { named: '2027-03-31', on: '2027-03-31' },
      { named: '2027-04-02', on: '2027-04-02' },
    ]);
  });

  it('keeps the name of the day that it had, so that a round cannot be opened twice', () => {
    const due = nextComing(mondays, home(easter), '2027-03-23T00:00:00.000Z');
    expect(namedDate(mondays, home(easter), due)).toBe('2027-03-29');
  });
});

it('a moment on a bank holiday waits for the first day that is none, and any other stays', () => {
  expect(afterHoliday('2027-12-27T12:00:00.000Z', home(christmas))).toBe('2027-12-29T00:00:00.000Z');
  expect(afterHoliday('2027-12-24T12:00:00.000Z', home(christmas))).toBe('2027-12-24T12:00:00.000Z');
});

describe('over a year of any holidays', () => {
  const schedules: fc.Arbitrary<Schedule> = fc.record({
    days: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })
      .map((list) => list.sort((a, b) => a - b) as Weekday[]),
    time: fc.constantFrom('00:30', '01:30', '02:30', '09:00', '23:45'),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    anchor: fc.constant('2027-03-01'),
  });
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 60 }).map((list) =>
    list
      .map((day) => addDays('2027-01-01', day))
      .filter((day) => weekday(day) <= 5)
      .sort(),
  );
  const homes: fc.Arbitrary<Home> = fc.record({
    zone: fc.constantFrom('Europe/London', 'America/New_York', 'Pacific/Auckland'),
    holidays: fc.record({
      region: fc.constant('england' as const),
      then: fc.constantFrom('move' as const, 'skip' as const),
      days,
      year: fc.constant(2027),
    }),
  });

  it('no question is on one, no day has two, no week has four, and none is lost or doubled', () => {
    fc.assert(
      fc.property(schedules, homes, (schedule, at) => {
        const dues = year(schedule, at);
        const on = dues.map((due) => localDate(due, at.zone));
        const named = dues.map((due) => namedDate(schedule, at, due));
        expect(on.filter((day) => isHoliday(day, at))).toEqual([]);
        expect(new Set(on).size).toBe(on.length);
        expect(Math.max(0, ...counts(on.map((day) => addDays(day, 1 - weekday(day)))))).toBeLessThanOrEqual(3);
        // Each day of the schedule has its question, moved or not, unless it is left out or no day was free for it.
        const all = occurrences(schedule, at, { from: '2027-01-15', to: '2027-12-15' });
        const kept = all.filter((one) => one.on !== null).map((one) => one.named);
        expect(named.filter((day) => day >= '2027-01-15' && day <= '2027-12-15').sort()).toEqual(kept);
        for (const one of all) if (!isHoliday(one.named, at)) expect(one.on).toBe(one.named);
        expect(all.map((one) => one.named)).toEqual(askedOn(schedule, '2027-01-15', '2027-12-15'));
      }),
      { numRuns: 20 },
    );
  });

  it('where each is does not depend on where one begins to look', () => {
    fc.assert(
      fc.property(schedules, homes, fc.integer({ min: 0, max: 300 }), (schedule, at, day) => {
        const all = occurrences(schedule, at, { from: '2026-12-01', to: '2028-01-31' });
        const begin = addDays('2027-01-01', day);
        const some = occurrences(schedule, at, { from: begin, to: '2028-01-31' });
        expect(some).toEqual(all.filter(({ named }) => named >= begin));
      }),
      { numRuns: 20 },
    );
  });
});

function year(schedule: Schedule, at: Home): readonly string[] {
  const dues: string[] = [];
  const end = toInstant(Date.UTC(2028, 0, 15));
  let due = toInstant(Date.UTC(2026, 11, 31));
  while ((due = nextComing(schedule, at, due)) < end) dues.push(due);
  return dues;
}

function askedOn(schedule: Schedule, first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isAskedOn(schedule, day)) days.push(day);
  return days;
}

function counts(list: readonly string[]): readonly number[] {
  const found = new Map<string, number>();
  for (const each of list) found.set(each, (found.get(each) ?? 0) + 1);
  return [...found.values()];
}
