import type { LocalDate, Weekday } from '../domain/time.ts';
import { addDays, weekday } from '../domain/time.ts';
import { plainWords, readMonth, readWeekday } from './when-words.ts';

/**
 * "17 February", "Feb 17th", "17/2", "2027-02-17", "next Friday", "in 2 weeks", "the end of March" → a day. A date that
 * names no year is in today's: it may have passed, and then it is the caller's to ask about, never moved to next year.
 * Null when it is no date.
 */
export function readDate(text: string, today: LocalDate): LocalDate | null {
  const words = plainWords(text)
    .replace(/^(?:on|by) /, '')
    .replace(/^the (?=end|\d)/, '');
  const dayAlone = /^(?:(?:on|by) )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/i.exec(text.trim())?.[1] ?? spokenDay(text);
  if (dayAlone !== undefined) return nextThe(Number(dayAlone), today);
  return (
    nearDay(words, today) ??
    someWeekday(words, today) ??
    weekAfter(words, today) ??
    endOf(words, today) ??
    inSoMany(words, today) ??
    soManyAgo(words, today) ??
    calendar(words, today)
  );
}

/** "the third", as people say it aloud, is "the 3rd". */
function spokenDay(text: string): string | undefined {
  return /^(?:on |by )?the (\d{1,2})$/.exec(plainWords(text))?.[1];
}

function nearDay(words: string, today: LocalDate): LocalDate | null {
  if (/^(?:today|tonight|the end of the day|end of (?:the )?day)$/.test(words)) return today;
  if (words === 'yesterday') return addDays(today, -1);
  if (/^tomorrow(?: night)?$/.test(words)) return addDays(today, 1);
  return words === 'the day after tomorrow' ? addDays(today, 2) : null;
}

/** "the 17th": of this month, or of the next where this month's has passed. */
function nextThe(day: number, today: LocalDate): LocalDate | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const here = dayOf(year, month, day);
  if (here !== null && here >= today) return here;
  return month === 12 ? dayOf(year + 1, 1, day) : dayOf(year, month + 1, day);
}

/** A bare weekday is the next one after today; "next Friday" is the one of next week; "this Friday" may be today. */
function someWeekday(words: string, today: LocalDate): LocalDate | null {
  const found = /^(this |next |this coming |coming )?([a-z]+)(?: next week)?$/.exec(words);
  const day = readWeekday(found?.[2] ?? '');
  if (found === null || day === null) return null;
  if (found[1] === 'next ' || words.endsWith('next week')) return dayOfWeek(addDays(today, 7), day);
  const ahead = (day - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 && found[1] !== 'this ' ? 7 : ahead);
}

/** "Friday week" and "a week on Friday": the Friday after the next one. */
function weekAfter(words: string, today: LocalDate): LocalDate | null {
  const named = /^(?:a week on )?([a-z]+)$/.exec(words.replace(/ week$/, ''))?.[1] ?? '';
  const isLater = words.startsWith('a week on ') || words.endsWith(' week');
  const next = isLater && readWeekday(named) !== null ? someWeekday(named, today) : null;
  return next === null ? null : addDays(next, 7);
}

/** The day in the same Monday-to-Sunday week. */
function dayOfWeek(date: LocalDate, day: Weekday): LocalDate {
  return addDays(date, day - weekday(date));
}

/** Of a week its Friday: that is when a working week ends. */
function endOf(words: string, today: LocalDate): LocalDate | null {
  const what = /^(?:the )?end of (.+)$/.exec(words)?.[1]?.replace(/^the |^this /, '');
  if (what === undefined) return null;
  if (what === 'week') return dayOfWeek(today, 5);
  if (what === 'next week') return dayOfWeek(addDays(today, 7), 5);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (what === 'month') return dayOf(year, month, lastDay(year, month));
  if (what === 'next month') return lastOf(year, month + 1);
  if (what === 'year') return dayOf(year, 12, 31);
  const [, name = '', named] = /^([a-z]+)(?: (\d{4}))?$/.exec(what) ?? [];
  const ofYear = Number(named ?? year);
  const ofMonth = readMonth(name);
  return ofMonth === null ? null : lastOf(ofYear, ofMonth);
}

function inSoMany(words: string, today: LocalDate): LocalDate | null {
  const found =
    /^(?:in |within )?(an?|\d{1,3}) (day|week|fortnight|month)s?(?:'s?)?(?: time| from (?:now|today))?$/.exec(words);
  if (found === null || !/^in |^within |time$|from/.test(words)) return null;
  const many = /^an?$/.test(found[1] ?? '') ? 1 : Number(found[1]);
  const days = { day: many, week: 7 * many, fortnight: 14 * many }[found[2] ?? ''];
  return days === undefined ? addMonths(today, many) : addDays(today, days);
}

/** A day that is over is read too, so that the person hears that it is over and is asked for another. */
function soManyAgo(words: string, today: LocalDate): LocalDate | null {
  const [, many = '', unit = ''] = /^(an?|\d{1,2}) (day|week)s? ago$/.exec(words) ?? [];
  if (unit !== '') return addDays(today, -(/^an?$/.test(many) ? 1 : Number(many)) * (unit === 'week' ? 7 : 1));
  const day = readWeekday(/^last ([a-z]+)$/.exec(words)?.[1] ?? '');
  return day === null ? null : addDays(today, -((weekday(today) - day + 7) % 7 || 7));
}

const dayFirst = /^(?:([a-z]+),? )?(?:the )?(\d{1,2})(?: of)? ([a-z]+)\.?,?(?: (\d{4}))?$/;
const monthFirst = /^(?:([a-z]+),? )?([a-z]+)\.? (?:the )?(\d{1,2}),?(?: (\d{4}))?$/;
const numerals = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/;

/** Day before month in numerals, as in Britain; never guessed the other way round. */
function calendar(words: string, today: LocalDate): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = numerals.exec(words);
  if (short !== null) return dayOf(yearOf(short[3], today), Number(short[2]), Number(short[1]));
  const [, first, day, month, year] = dayFirst.exec(words) ?? swapped(monthFirst.exec(words));
  const ofMonth = readMonth(month ?? '');
  if (ofMonth === null) return null;
  return onThat(first, dayOf(yearOf(year, today), ofMonth, Number(day)));
}

function swapped(found: readonly (string | undefined)[] | null): readonly (string | undefined)[] {
  const [all, first, month, day, year] = found ?? [];
  return [all, first, day, month, year];
}

/** "Tuesday 9 March" has to be a Tuesday: one of the two is a slip, so it is asked about. */
function onThat(name: string | undefined, date: LocalDate | null): LocalDate | null {
  if (name === undefined || date === null) return date;
  return readWeekday(name) === weekday(date) ? date : null;
}

function yearOf(year: string | undefined, today: LocalDate): number {
  if (year === undefined) return Number(today.slice(0, 4));
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** The same day of a later month, or that month's last where it has no such day. */
function addMonths(date: LocalDate, months: number): LocalDate | null {
  const counted = Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Number(date.slice(0, 4)) + Math.floor(counted / 12), (counted % 12) + 1];
  return dayOf(year, month, Math.min(Number(date.slice(8)), lastDay(year, month)));
}

function lastOf(year: number, month: number): LocalDate | null {
  const [ofYear, ofMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return dayOf(ofYear, ofMonth, lastDay(ofYear, ofMonth));
}

function dayOf(year: number, month: number, day: number): LocalDate | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
