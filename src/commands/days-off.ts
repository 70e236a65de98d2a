import { addDays, type LocalDate } from '../domain/time.ts';
import { readDate } from './when-date.ts';

/** Days off as they were typed: in a line, or in the two fields of the form. */
export type DaysOffTyped = { readonly line: string } | { readonly first: string; readonly last: string };

/** Both are days off. A first day that was not named is today. */
export interface DaysRead {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** A break that is taken is told from one in an answer by the word behind it: "break the ice" is an answer. */
export const daysOffNames = ['break until', 'break till', 'break from', 'break for', 'days off', 'day off'] as const;

/** What a line says behind the words for a break. */
export function daysOffWords(line: string): string {
  return line.replace(/^(?:pause(?: me)?|take a break|break|days? off)\b[:,]?\s*/i, '');
}

/** Named by days: without one there is nothing to begin at once. */
export function isDaysOff(line: string): boolean {
  return /^(?:break|days? off)\b/i.test(line);
}

/** "from 3 Mrach to 10 March": nobody who types that wants a break from this moment on. */
export function meansTwoDays(words: string): boolean {
  return /^from\b.*\d/i.test(words);
}

/** "until 20 March", "from 3 March to 10 March", "3 to 10 March", "for 2 weeks", "on Friday". Null when it is none of these. */
export function readDaysOff(text: string, today: LocalDate): DaysRead | null {
  const words = text.replace(/[\s,]*\b(?:please|thanks|thank you)?[.!]*$/i, '').trim();
  return untilDay(words, today) ?? forSoLong(words, today) ?? twoDays(words, today) ?? oneDay(words, today);
}

/** The form's own fields. Without a first day it is today. Gives the field in which no day was read. */
export function readDaysOffFields(
  { first, last }: { readonly first: string; readonly last: string },
  today: LocalDate,
): DaysRead | 'first' | 'last' {
  const from = first === '' ? today : readDate(first, today);
  const to = readDate(last, today);
  if (from === null) return 'first';
  return to === null ? 'last' : { first: from, last: to };
}

function untilDay(words: string, today: LocalDate): DaysRead | null {
  const named = /^(?:until|till|til|to|up to)\s+(.+)$/i.exec(words)?.[1];
  const last = named === undefined ? null : readDate(named, today);
  return last === null ? null : { first: today, last };
}

/** A week from Monday on ends with its Sunday. */
function forSoLong(words: string, today: LocalDate): DaysRead | null {
  const span = /^for\s+(?:the next\s+)?(.+)$/i.exec(words)?.[1];
  if (span === undefined) return null;
  if (/^today$/i.test(span)) return { first: today, last: today };
  const back = readDate(`in ${span}`, today);
  return back === null || back <= today ? null : { first: today, last: addDays(back, -1) };
}

/** A weekday as the end is the next one after the beginning; "3 to 10 March" has its month at the end. */
function twoDays(words: string, today: LocalDate): DaysRead | null {
  const [, from = '', to = ''] = /^(?:from\s+)?(.+?)\s+(?:to|until|till|-|–)\s+(.+)$/i.exec(words) ?? [];
  if (to === '') return null;
  const bare = /^(?:the )?\d{1,2}(?:st|nd|rd|th)?$/i.test(from);
  const first = readDate(bare ? `${from} ${to.replace(/^(?:the )?\d+(?:st|nd|rd|th)?\s*(?:of )?/i, '')}` : from, today);
  if (first === null) return null;
  const last = readDate(to, today);
  const later = last === null || last < first ? (readDate(to, first) ?? last) : last;
  return later === null ? null : { first, last: later };
}

function oneDay(words: string, today: LocalDate): DaysRead | null {
  const day = readDate(words, today);
  return day === null ? null : { first: day, last: day };
}
