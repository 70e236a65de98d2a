import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../src/bank-holidays.ts';
import type { Region } from '../src/domain/holidays.ts';

/** As https://www.gov.uk/bank-holidays has them, and from 2029 on as its rules make them. Month and day. */
const england: Readonly<Record<number, string>> = {
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
};
const published: Readonly<Record<Region, Readonly<Record<number, string>>>> = {
  england,
  wales: england,
  scotland: {
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
    2029: '01-01 01-02 03-30 05-07 05-28 08-06 11-30 12-25 12-26',
    2030: '01-01 01-02 04-19 05-06 05-27 08-05 12-02 12-25 12-26',
  },
  'northern-ireland': {
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
    2029: '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26',
    2030: '01-01 03-18 04-19 04-22 05-06 05-27 07-12 08-26 12-25 12-26',
  },
};

describe('the list of bank holidays', () => {
  it.each(Object.keys(published) as Region[])(
    'of %s has the days that the government names, and no others',
    (region) => {
      for (const year of [2026, 2027, 2028, 2029]) {
        const named = [year, year + 1].flatMap((each) => dates(each, published[region][each] ?? ''));
        expect(bankHolidays(region, year)).toEqual(named);
      }
    },
  );
});

function dates(year: number, days: string): readonly string[] {
  return days.split(' ').map((day) => `${String(year)}-${day}`);
}
