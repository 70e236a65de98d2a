import { createRequire } from 'node:module';
import type { default as Calendar } from 'date-holidays';
import type { Region } from './domain/holidays.ts';
import { weekday, type LocalDate } from './domain/time.ts';

const states: Readonly<Record<Region, string>> = {
  england: 'ENG',
  scotland: 'SCT',
  wales: 'WLS',
  'northern-ireland': 'NIR',
};

/** Proclaimed for one year, and not in the list: https://www.gov.uk/bank-holidays is what counts. */
const proclaimed: Readonly<Record<Region, readonly LocalDate[]>> = {
  england: [],
  scotland: ['2026-06-15'],
  wales: [],
  'northern-ireland': [],
};

/**
 * The bank holidays of a region in a year and the one after it, in order. The list is loaded when it is first asked for:
 * it takes some 300 ms and 20 MB, which no one pays who looks at no holidays. It is asked for once a year a huddle.
 */
export function bankHolidays(region: Region, year: number): readonly LocalDate[] {
  const calendar = new (load())('GB', states[region]);
  const listed = [year, year + 1].flatMap((each) => calendar.getHolidays(each)).filter(({ type }) => type === 'public');
  const days = [...listed.map(({ date }) => date.slice(0, 10)), ...proclaimed[region]];
  const years = [String(year), String(year + 1)];
  // The list has a day on a weekend and its substitute; the bank holiday is the substitute alone.
  return [...new Set(days)].filter((day) => years.includes(day.slice(0, 4)) && weekday(day) <= 5).sort();
}

function load(): typeof Calendar {
  return createRequire(import.meta.url)('date-holidays') as typeof Calendar;
}
