import type { Home, HuddleHolidays, Region } from '../domain/holidays.ts';
import { afterHoliday } from '../domain/holidays.ts';
import type { Huddle } from '../domain/huddle.ts';
import { afterQuiet } from '../domain/quiet.ts';
import { localDate, type Instant } from '../domain/time.ts';
import type { BankHolidays } from '../ports.ts';

/** A region's holidays of this year and the next. */
export function holidaysOf(
  region: Region,
  then: HuddleHolidays['then'],
  { zone, now, bankHolidays }: Pick<Home, 'zone'> & { readonly now: Instant; readonly bankHolidays: BankHolidays },
): HuddleHolidays {
  const year = Number(localDate(now, zone).slice(0, 4));
  return { region, then, year, days: bankHolidays(region, year) };
}

/** The huddle with the holidays of the year that it is now; the same object where it has them. */
export function withHolidays(huddle: Huddle, now: Instant, bankHolidays: BankHolidays): Huddle {
  const { holidays, zone } = huddle;
  if (holidays === undefined || localDate(now, zone).startsWith(String(holidays.year))) return huddle;
  return { ...huddle, holidays: holidaysOf(holidays.region, holidays.then, { zone, now, bankHolidays }) };
}

/** The moment itself where something may be posted then, or the first one outside of quiet hours and bank holidays. */
export function mayPostFrom(now: Instant, huddle: Huddle): Instant {
  const workday = afterHoliday(now, huddle);
  const allowed = afterQuiet(workday, huddle.zone, huddle.quiet);
  return allowed === now || allowed === workday ? allowed : mayPostFrom(allowed, huddle);
}
