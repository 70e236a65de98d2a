import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterQuiet, beforeQuiet, isQuietTime } from '../../src/domain/quiet.ts';
import { localTime, toInstant } from '../../src/domain/time.ts';

const night = { from: '20:00', to: '08:00' };
const london = 'Europe/London';

describe('quiet hours', () => {
  it('leave a moment in the day as it is', () => {
    expect(afterQuiet('2027-03-02T10:00:00.000Z', london, night)).toBe('2027-03-02T10:00:00.000Z');
    expect(afterQuiet('2027-03-02T08:00:00.000Z', london, night)).toBe('2027-03-02T08:00:00.000Z');
    expect(afterQuiet('2027-03-02T19:59:59.999Z', london, night)).toBe('2027-03-02T19:59:59.999Z');
  });

  it('hold the evening and the small hours until the same morning', () => {
    expect(afterQuiet('2027-03-02T20:00:00.000Z', london, night)).toBe('2027-03-03T08:00:00.000Z');
    expect(afterQuiet('2027-03-03T02:00:00.000Z', london, night)).toBe('2027-03-03T08:00:00.000Z');
  });

  it('end at 8am by the clock on the wall in the night when clocks change', () => {
    expect(afterQuiet('2027-03-27T22:00:00.000Z', london, night)).toBe('2027-03-28T07:00:00.000Z');
    expect(afterQuiet('2027-10-30T21:00:00.000Z', london, night)).toBe('2027-10-31T08:00:00.000Z');
  });

  it('can lie within one day', () => {
    const lunch = { from: '12:00', to: '14:00' };
    expect(afterQuiet('2027-03-02T13:00:00.000Z', london, lunch)).toBe('2027-03-02T14:00:00.000Z');
    expect(afterQuiet('2027-03-02T15:00:00.000Z', london, lunch)).toBe('2027-03-02T15:00:00.000Z');
  });

  it('are none at all when both ends are the same', () => {
    expect(afterQuiet('2027-03-02T03:00:00.000Z', london, { from: '00:00', to: '00:00' })).toBe(
      '2027-03-02T03:00:00.000Z',
    );
    expect(isQuietTime('03:00', { from: '00:00', to: '00:00' })).toBe(false);
  });

  it('are never left before they were entered, even where an hour comes twice', () => {
    const early = { from: '23:00', to: '01:30' };
    for (let at = Date.UTC(2027, 9, 30, 20); at < Date.UTC(2027, 9, 31, 6); at += 5 * 60_000) {
      expect(afterQuiet(toInstant(at), london, early) >= toInstant(at)).toBe(true);
    }
  });

  it('can be left backwards, for what must come before a deadline', () => {
    expect(beforeQuiet('2027-03-03T22:00:00.000Z', london, night)).toBe('2027-03-03T19:59:00.000Z');
    expect(beforeQuiet('2027-03-04T06:00:00.000Z', london, night)).toBe('2027-03-03T19:59:00.000Z');
    expect(beforeQuiet('2027-03-03T12:00:00.000Z', london, night)).toBe('2027-03-03T12:00:00.000Z');
    expect(beforeQuiet('2027-03-03T08:00:00.000Z', london, night)).toBe('2027-03-03T08:00:00.000Z');
  });

  it('are over after one wait, in any zone and at any moment', () => {
    const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    const zone = fc.constantFrom(london, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(
      fc.property(moment, zone, (ms, where) => {
        const after = afterQuiet(toInstant(ms), where, night);
        expect(isQuietTime(localTime(after, where), night)).toBe(false);
        expect(Date.parse(after) - ms).toBeLessThanOrEqual(13 * 3_600_000);
      }),
    );
  });
});
