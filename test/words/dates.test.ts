import { describe, expect, it } from 'vitest';
import { count, dayAndDate, dayAndTime, joinNames, shortDate, time12 } from '../../src/words/dates.ts';

describe('dates and times as people say them', () => {
  it('a day has its name, its number and its month', () => {
    expect([dayAndDate('2027-03-09'), shortDate('2027-03-09'), dayAndDate('2028-02-29')]).toEqual([
      'Tuesday 9 March',
      '9 March',
      'Tuesday 29 February',
    ]);
  });

  it.each([
    ['10:00', '10am'],
    ['09:30', '9:30am'],
    ['12:00', 'midday'],
    ['12:05', '12:05pm'],
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['14:00', '2pm'],
    ['23:59', '11:59pm'],
  ])('%s is %s', (time, said) => {
    expect(time12(time)).toBe(said);
  });

  it('a moment is said where the huddle is, in summer time too', () => {
    expect(dayAndTime('2027-03-09T09:00:00.000Z', 'Europe/London')).toBe('Tuesday 9 March at 9am');
    expect(dayAndTime('2027-03-30T08:00:00.000Z', 'Europe/London')).toBe('Tuesday 30 March at 9am');
  });

  it('what is no date is not said at all', () => {
    expect(() => shortDate('soon')).toThrow(RangeError);
  });

  it('names are joined by commas and one and', () => {
    expect([[], ['Amina'], ['Amina', 'Dev'], ['Amina', 'Dev', 'Ruth']].map(joinNames)).toEqual([
      '',
      'Amina',
      'Amina and Dev',
      'Amina, Dev and Ruth',
    ]);
  });

  it('one is one, and all else is more', () => {
    expect([count(1, 'turn'), count(0, 'turn'), count(3, 'person', 'people')]).toEqual([
      '1 turn',
      '0 turns',
      '3 people',
    ]);
  });
});
