import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule, daysToKeep, nextDue, roundDate, type Schedule } from '../../src/domain/schedule.ts';
import { addMs, localDate, localTime, toInstant, weekday, type Weekday } from '../../src/domain/time.ts';

const quiet = { from: '20:00', to: '08:00' };
const mondays: Schedule = { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };

/** The next `count` moments, earliest first. */
function nextDues(schedule: Schedule, zone: string, { after, count }: { after: string; count: number }) {
  const dues: string[] = [];
  while (dues.length < count) dues.push(nextDue(schedule, zone, dues.at(-1) ?? after));
  return dues;
}

describe('when a check-in is due', () => {
  it('asks on its day at its time', () => {
    expect(nextDue(mondays, 'Europe/London', '2027-03-03T12:00:00.000Z')).toBe('2027-03-08T10:00:00.000Z');
  });

  it('never gives the moment that it was asked about', () => {
    expect(nextDue(mondays, 'Europe/London', '2027-03-08T10:00:00.000Z')).toBe('2027-03-15T10:00:00.000Z');
    expect(nextDue(mondays, 'Europe/London', '2027-03-08T09:59:59.999Z')).toBe('2027-03-08T10:00:00.000Z');
  });

  it('stays at 10am when clocks go forward and when they go back', () => {
    const spring = nextDues(mondays, 'Europe/London', { after: '2027-03-20T00:00:00.000Z', count: 2 });
    expect(spring).toEqual(['2027-03-22T10:00:00.000Z', '2027-03-29T09:00:00.000Z']);
    const autumn = nextDues(mondays, 'Europe/London', { after: '2027-10-24T00:00:00.000Z', count: 2 });
    expect(autumn).toEqual(['2027-10-25T09:00:00.000Z', '2027-11-01T10:00:00.000Z']);
  });

  it('moves a time that the clocks skip forward by the hour that is missing', () => {
    const sundays: Schedule = { ...mondays, days: [7], time: '01:30' };
    expect(nextDue(sundays, 'Europe/London', '2027-03-27T00:00:00.000Z')).toBe('2027-03-28T01:30:00.000Z');
    expect(localTime('2027-03-28T01:30:00.000Z', 'Europe/London')).toBe('02:30');
  });

  it('asks once when a time comes twice', () => {
    const sundays: Schedule = { ...mondays, days: [7], time: '01:30' };
    const dues = nextDues(sundays, 'Europe/London', { after: '2027-10-30T00:00:00.000Z', count: 2 });
    expect(dues).toEqual(['2027-10-31T00:30:00.000Z', '2027-11-07T01:30:00.000Z']);
  });

  it('counts every other week from the first week on', () => {
    const tuesdays: Schedule = { days: [2], time: '14:00', everyWeeks: 2, anchor: '2027-03-08' };
    const dues = nextDues(tuesdays, 'Europe/London', { after: '2027-03-01T00:00:00.000Z', count: 3 });
    expect(dues.map((due) => localDate(due, 'Europe/London'))).toEqual(['2027-03-09', '2027-03-23', '2027-04-06']);
  });

  it('finds its weeks before the first one too', () => {
    const tuesdays: Schedule = { days: [2], time: '14:00', everyWeeks: 2, anchor: '2027-03-08' };
    expect(nextDue(tuesdays, 'Europe/London', '2027-02-10T00:00:00.000Z')).toBe('2027-02-23T14:00:00.000Z');
  });

  it('names a round by the day it was meant for, even when the clocks push it past midnight', () => {
    expect(roundDate(mondays, 'Europe/London', '2027-03-08T10:00:00.000Z')).toBe('2027-03-08');
    // In Greenland the last hour of 30 March 2024 did not happen: at 11pm it was midnight.
    const saturdays: Schedule = { days: [6], time: '23:00', everyWeeks: 1, anchor: '2024-03-25' };
    const due = nextDue(saturdays, 'America/Nuuk', '2024-03-30T12:00:00.000Z');
    expect(localDate(due, 'America/Nuuk')).toBe('2024-03-31');
    expect(roundDate(saturdays, 'America/Nuuk', due)).toBe('2024-03-30');
  });
});

const quarterMs = 15 * 60_000;

/**
 * A calendar of its own to check against: it walks through real time by quarters of an hour and asks Intl, not Temporal,
 * what the clock on the wall shows. Slow and simple.
 */
function walked(schedule: Schedule, zone: string, from: number, to: number): string[] {
  const dues = new Set<string>();
  let reached: number | null = null;
  for (const { at, shows } of wallClock(zone, from - 3 * 86_400_000, to)) {
    // Each quarter on the wall that is reached for the first time; more than one where the clocks jumped over some.
    const first: number = reached === null ? shows : reached + quarterMs;
    for (let quarter = first; quarter <= shows; quarter += quarterMs) {
      if (!wanted(schedule, quarter)) continue;
      // What was jumped over is due as long after the jump as it lies inside it.
      dues.add(new Date(quarter === shows ? at : at + quarter - first).toISOString());
    }
    reached = Math.max(reached ?? shows, shows);
  }
  return [...dues].filter((due) => due > new Date(from).toISOString() && due < new Date(to).toISOString());
}

const walls = new Map<string, readonly { at: number; shows: number }[]>();

function wallClock(zone: string, from: number, to: number) {
  const key = `${zone} ${String(from)} ${String(to)}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const wall: { at: number; shows: number }[] = [];
  for (let at = from; at < to; at += quarterMs) {
    wall.push({ at, shows: Date.parse(`${format.format(at).replace(' ', 'T')}:00Z`) });
  }
  walls.set(key, wall);
  return wall;
}

function wanted(schedule: Schedule, wall: number): boolean {
  const date = new Date(wall);
  const day = ((date.getUTCDay() + 6) % 7) + 1;
  if (date.toISOString().slice(11, 16) !== schedule.time || !schedule.days.some((one) => one === day)) return false;
  const midnight = wall - (wall % 86_400_000);
  const weeks = (midnight - (day - 1) * 86_400_000 - Date.parse(schedule.anchor)) / (7 * 86_400_000);
  return weeks % schedule.everyWeeks === 0;
}

const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Pacific/Auckland',
  'Africa/Casablanca',
];
const days = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })
  .map((list) => list.sort((a, b) => a - b) as Weekday[]);
const quarter = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'));
const schedules: fc.Arbitrary<Schedule> = fc.record({
  days,
  time: quarter.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
  everyWeeks: fc.integer({ min: 1, max: 4 }),
  anchor: fc.constantFrom('2016-02-29', '2027-03-01', '2030-12-30'),
});

describe('over many zones and years', () => {
  it('never asks twice, never misses a day, and is right by the clock on the wall', () => {
    const start = fc.integer({ min: Date.UTC(2016, 0, 1) / 900_000, max: Date.UTC(2030, 0, 1) / 900_000 });
    fc.assert(
      fc.property(schedules, fc.constantFrom(...zones), start, (schedule, zone, quarters) => {
        const from = quarters * 900_000;
        const to = from + 50 * 86_400_000;
        const dues: string[] = [];
        let last = toInstant(from);
        while ((last = nextDue(schedule, zone, last)) < toInstant(to)) dues.push(last);
        expect(dues).toEqual(walked(schedule, zone, from, to));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['Europe/London', '2027-03-27', '2027-10-30'],
    ['America/New_York', '2027-03-13', '2027-11-06'],
    ['Australia/Lord_Howe', '2027-10-02', '2027-04-03'],
    ['America/Sao_Paulo', '2018-11-03', '2018-02-17'],
    ['Pacific/Auckland', '2027-09-25', '2027-04-03'],
  ])('in %s, asks once a day at every quarter of an hour when clocks go forward and back', (zone, forward, back) => {
    for (const date of [forward, back]) {
      for (let minutes = 0; minutes < 1440; minutes += 15) {
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
        const daily: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], time, everyWeeks: 1, anchor: '2027-03-01' };
        const from = Date.parse(`${date}T00:00:00Z`) - 86_400_000;
        const dues: string[] = [];
        for (let last = toInstant(from); (last = nextDue(daily, zone, last)) < toInstant(from + 4 * 86_400_000);)
          dues.push(last);
        expect(dues).toEqual(walked(daily, zone, from, from + 4 * 86_400_000));
        expect(new Set(dues.map((due) => roundDate(daily, zone, due))).size).toBe(dues.length);
      }
    }
  });

  it('gives the same next time whenever it is asked in between', () => {
    fc.assert(
      fc.property(
        schedules,
        fc.constantFrom(...zones),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, zone, part) => {
          const [first, second] = nextDues(schedule, zone, { after: '2027-03-01T00:00:00.000Z', count: 2 });
          if (first === undefined || second === undefined) throw new Error('two were asked for');
          const between = addMs(first, Math.floor((Date.parse(second) - Date.parse(first) - 1) * part));
          expect(nextDue(schedule, zone, between)).toBe(second);
        },
      ),
    );
  });
});

describe('what may be saved', () => {
  it('takes three days a week', () => {
    expect(checkSchedule({ ...mondays, days: [1, 3, 5] }, { quiet })).toBeNull();
  });

  it('refuses weekdays at 9:30 and says to keep Monday, Wednesday and Friday', () => {
    const refusal = checkSchedule({ ...mondays, days: [1, 2, 3, 4, 5], time: '09:30' }, { quiet });
    expect(refusal).toEqual({
      refused: 'too-many-days',
      details: { days: ['1', '2', '3', '4', '5'], keep: ['1', '3', '5'] },
    });
  });

  it('keeps days that were asked for, and never more than three', () => {
    expect(daysToKeep([1, 2, 3, 4, 5, 6, 7])).toEqual([1, 3, 5]);
    for (const day of daysToKeep([2, 4, 6, 7])) expect([2, 4, 6, 7]).toContain(day);
    expect(daysToKeep([2, 4, 6, 7])).toHaveLength(3);
  });

  it('refuses a time in the quiet hours, and takes the minute when they end', () => {
    expect(checkSchedule({ ...mondays, time: '20:00' }, { quiet })?.refused).toBe('time-is-quiet');
    expect(checkSchedule({ ...mondays, time: '07:59' }, { quiet })?.refused).toBe('time-is-quiet');
    expect(checkSchedule({ ...mondays, time: '08:00' }, { quiet })).toBeNull();
  });

  it('refuses a schedule with no day, and one that is too rare', () => {
    expect(checkSchedule({ ...mondays, days: [] }, { quiet })?.refused).toBe('no-days');
    expect(checkSchedule({ ...mondays, everyWeeks: 9 }, { quiet })?.refused).toBe('weeks-out-of-range');
  });

  it('names days of the week by the real calendar', () => {
    expect(weekday(localDate(nextDue(mondays, 'Asia/Kolkata', '2027-03-01T12:00:00.000Z'), 'Asia/Kolkata'))).toBe(1);
  });
});
