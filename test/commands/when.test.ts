import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/commands/when-date.ts';
import { readTime } from '../../src/commands/when-time.ts';
import { readZone } from '../../src/commands/when-zone.ts';
import { cutDate, readSchedule } from '../../src/commands/when.ts';

// A Wednesday.
const today = '2027-02-24';

describe('a schedule in words', () => {
  it.each([
    ['every Monday at 10am', [1], '10:00', 1],
    ['Mondays at 10am', [1], '10:00', 1],
    ['on mondays, 10 a.m.', [1], '10:00', 1],
    ['10am every Monday.', [1], '10:00', 1],
    ['Once a week on Monday at ten', [1], '10:00', 1],
    ['weekly on Monday at half past nine', [1], '09:30', 1],
    ['every other Tuesday at 2pm', [2], '14:00', 2],
    ['every second Tuesday at 2pm', [2], '14:00', 2],
    ['every 2 weeks on Tuesday at 2 pm', [2], '14:00', 2],
    ['every two weeks on Tuesday at 14:00', [2], '14:00', 2],
    ['fortnightly on Tuesdays at 2pm', [2], '14:00', 2],
    ['every other week on Tuesday at 2.00pm', [2], '14:00', 2],
    ['alternate Tuesdays at 2pm', [2], '14:00', 2],
    ['every three weeks on Thursday at noon', [4], '12:00', 3],
    ['weekdays at 9:30', [1, 2, 3, 4, 5], '09:30', 1],
    ['every weekday at 9.30', [1, 2, 3, 4, 5], '09:30', 1],
    ['Monday to Friday at 9:30', [1, 2, 3, 4, 5], '09:30', 1],
    ['every day at 9am', [1, 2, 3, 4, 5, 6, 7], '09:00', 1],
    ['Mon, Wed and Fri 10:00', [1, 3, 5], '10:00', 1],
    ['Fri/Mon/Wed at 10:00', [1, 3, 5], '10:00', 1],
    ['twice a week on Mon & Thurs at quarter past 4 in the afternoon', [1, 4], '16:15', 1],
    ['Sat - Mon at 11am', [1, 6, 7], '11:00', 1],
  ])('%s', (words, days, time, everyWeeks) => {
    expect(readSchedule(words, { today })).toMatchObject({ schedule: { days, time, everyWeeks } });
  });

  it.each([
    ['Monday', 'time', [1]],
    ['Mondays at 2', 'time', [1]],
    ['Mondays at half past two', 'time', [1]],
    ['10am', 'days', []],
    ['', 'days', []],
    ['Mondays at 10am and 4pm', 'two-times', [1]],
    ['Mondays at 10am and Thursdays at 2pm', 'two-times', [1, 4]],
    ['monthly on Monday at 10am', 'not-weekly', [1]],
    ['the first Monday of the month at 10am', 'not-weekly', [1]],
    ['Mondays at 10am after lunch', 'not-understood', [1]],
    ['when we feel like it', 'not-understood', []],
    ['3 days a week at 10am', 'not-understood', []],
  ])('"%s" is not guessed at', (words, gap, days) => {
    expect(readSchedule(words, { today })).toEqual({ gap, days });
  });

  it('counts every other week from the first week in which it can still be asked', () => {
    const anchor = (words: string, now?: string) => {
      const read = readSchedule(words, now === undefined ? { today } : { today, now });
      return 'schedule' in read ? read.schedule.anchor : null;
    };
    expect(anchor('every other Thursday at 2pm')).toBe('2027-02-22');
    expect(anchor('every other Tuesday at 2pm')).toBe('2027-03-01');
    expect(anchor('every other Wednesday at 2pm', '13:59')).toBe('2027-02-22');
    expect(anchor('every other Wednesday at 2pm', '14:00')).toBe('2027-03-01');
    expect(anchor('every 2 weeks on Monday and Friday at 10am')).toBe('2027-02-22');
  });
});

describe('a time of day in words', () => {
  it.each([
    ['10am', '10:00'],
    ['10 AM', '10:00'],
    ['10:15 a.m.', '10:15'],
    ['9.30', '09:30'],
    ['9:30pm', '21:30'],
    ['14:00', '14:00'],
    ['02:30', '02:30'],
    ['noon', '12:00'],
    ['midday', '12:00'],
    ['12pm', '12:00'],
    ['12am', '00:00'],
    ['midnight', '00:00'],
    ['ten o’clock', '10:00'],
    ['half past nine', '09:30'],
    ['quarter to 10', '09:45'],
    ['20 past 2 in the afternoon', '14:20'],
    ['nine in the morning', '09:00'],
    ['8', '08:00'],
    ['17', '17:00'],
  ])('%s is %s', (words, time) => {
    expect(readTime(words)).toBe(time);
  });

  it.each(['2', 'half past two', '25:00', '10:60', '13pm', 'soon', '', '0am', 'half to ten'])(
    '"%s" is not guessed at',
    (words) => {
      expect(readTime(words)).toBeNull();
    },
  );
});

describe('a date in words', () => {
  it.each([
    ['17 March', '2027-03-17'],
    ['17th March', '2027-03-17'],
    ['the 17th of March', '2027-03-17'],
    ['seventeenth of March', '2027-03-17'],
    ['the twenty-first of March', '2027-03-21'],
    ['March 17', '2027-03-17'],
    ['Mar. 17th, 2028', '2028-03-17'],
    ['Wednesday 17 March', '2027-03-17'],
    ['Wednesday, 17 March 2027.', '2027-03-17'],
    ['17/3', '2027-03-17'],
    ['17/03/2027', '2027-03-17'],
    ['17.3.27', '2027-03-17'],
    ['2027-03-17', '2027-03-17'],
    ['29 February 2028', '2028-02-29'],
    ['today', '2027-02-24'],
    ['tomorrow', '2027-02-25'],
    ['the day after tomorrow', '2027-02-26'],
    ['Friday', '2027-02-26'],
    ['on friday', '2027-02-26'],
    ['this Friday', '2027-02-26'],
    ['next Friday', '2027-03-05'],
    ['Friday next week', '2027-03-05'],
    ['Wednesday', '2027-03-03'],
    ['this Wednesday', '2027-02-24'],
    ['in 2 weeks', '2027-03-10'],
    ['in a week', '2027-03-03'],
    ['in a fortnight', '2027-03-10'],
    ['in ten days', '2027-03-06'],
    ["in two weeks' time", '2027-03-10'],
    ['3 weeks from now', '2027-03-17'],
    ['in a month', '2027-03-24'],
    ['in 12 months', '2028-02-24'],
    ['the end of March', '2027-03-31'],
    ['end of February', '2027-02-28'],
    ['the end of the week', '2027-02-26'],
    ['the end of next week', '2027-03-05'],
    ['the end of the month', '2027-02-28'],
    ['end of next month', '2027-03-31'],
    ['the 26th', '2027-02-26'],
    ['the 3rd', '2027-03-03'],
  ])('%s is %s', (words, date) => {
    expect(readDate(words, today)).toBe(date);
  });

  it('stays in this year when it has passed, so that it can be asked about', () => {
    expect(readDate('17 February', today)).toBe('2027-02-17');
    expect(readDate('the end of January', today)).toBe('2027-01-31');
    expect(readDate('5 January', '2027-12-20')).toBe('2027-01-05');
  });

  it.each([
    '31 February',
    '29 February',
    '3/17',
    '17/13',
    'Monday 17 March',
    'soon',
    '17',
    'hand',
    'me',
    '',
    '2 weeks',
    'week',
  ])('"%s" is not guessed at', (words) => {
    expect(readDate(words, today)).toBeNull();
  });
});

describe('the date at the end of a promise', () => {
  it.each([
    ['paint the day room by 17 March', 'paint the day room', '2027-03-17'],
    ['sew it by hand by Friday', 'sew it by hand', '2027-02-26'],
    ['get the forms by post by the end of March.', 'get the forms by post', '2027-03-31'],
    ['paint it by 17 March, for People who use the service', 'paint it, for People who use the service', '2027-03-17'],
    ['paint it by Wednesday, 17 March, owner <@U1>', 'paint it, owner <@U1>', '2027-03-17'],
    ['By 3 March, book the hall', 'book the hall', '2027-03-03'],
    ['paint the room BY FRIDAY', 'paint the room', '2027-02-26'],
    ['call them by Friday, then paint it by 17 March', 'call them by Friday, then paint it', '2027-03-17'],
    ['by 18 March', '', '2027-03-18'],
    ['18 March', '', '2027-03-18'],
    ['finish it by 17 February', 'finish it', '2027-02-17'],
  ])('%s', (line, rest, date) => {
    expect(cutDate(line, today)).toEqual({ rest, date });
  });

  it.each(['stand by me', 'sew it by hand', 'lay by the money', 'meet at the Standby', 'walk by the river, by and by'])(
    'is not found in "%s", which stays whole',
    (line) => {
      expect(cutDate(line, today)).toEqual({ rest: line, date: null });
    },
  );
});

describe('a time zone in words', () => {
  it.each([
    ['Europe/London', 'Europe/London'],
    ['europe/london', 'Europe/London'],
    ['London', 'Europe/London'],
    ['london time.', 'Europe/London'],
    ['Cardiff', 'Europe/London'],
    ['the UK'.slice(4), 'Europe/London'],
    ['new york', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
  ])('%s is %s', (words, zone) => {
    expect(readZone(words)).toBe(zone);
  });

  it.each(['Atlantis', '+01:00', 'Europe/Atlantis', '', 'Europe'])('"%s" is none', (words) => {
    expect(readZone(words)).toBeNull();
  });
});

describe('days as people say them aloud', () => {
  const monday = '2027-03-01';
  it.each([
    ['Friday the Nineteenth of March', '2027-03-19'],
    ['the nineteenth of March', '2027-03-19'],
    ['the third', '2027-03-03'],
    ['the twenty-first', '2027-03-21'],
    ['Friday week', '2027-03-12'],
    ['a week on Friday', '2027-03-12'],
    ['yesterday', '2027-02-28'],
    ['2 weeks ago', '2027-02-15'],
    ['last Friday', '2027-02-26'],
    ['last Monday', '2027-02-22'],
  ])('"%s" is %s', (said, day) => {
    expect(readDate(said, monday)).toBe(day);
  });

  it.each(['31 April', '29 February', 'next week', 'last week', 'week', 'the 32nd', 'Easter'])(
    '"%s" is asked about',
    (said) => {
      expect(readDate(said, monday)).toBeNull();
    },
  );
});
