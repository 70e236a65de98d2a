import type { Instant, LocalDate, LocalTime, Weekday, Zone } from '../domain/time.ts';
import { localDate, localTime, weekday } from '../domain/time.ts';

/** Names are written out here, not asked of Intl, so that no host's language data can change what people read. */
const days: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 1 → "Monday". */
export function dayName(day: Weekday): string {
  return days[day];
}

/** "2027-03-09" → "9 March", for lists. */
export function shortDate(date: LocalDate): string {
  const month = months[Number(date.slice(5, 7)) - 1];
  if (month === undefined) throw new RangeError(`not a date: ${date}`);
  return `${String(Number(date.slice(8, 10)))} ${month}`;
}

/** "2027-03-09" → "Tuesday 9 March". */
export function dayAndDate(date: LocalDate): string {
  return `${dayName(weekday(date))} ${shortDate(date)}`;
}

/** "10:00" → "10am", "09:30" → "9:30am", "12:00" → "midday", "00:00" → "midnight". */
export function time12(time: LocalTime): string {
  if (time === '00:00') return 'midnight';
  if (time === '12:00') return 'midday';
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3, 5);
  const on12 = String(hour % 12 || 12);
  return `${minutes === '00' ? on12 : `${on12}:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** A moment where the huddle is: "Tuesday 9 March at 9am". */
export function dayAndTime(at: Instant, zone: Zone): string {
  return `${dayAndDate(localDate(at, zone))} at ${time12(localTime(at, zone))}`;
}

/** ["Amina", "Dev", "Ruth"] → "Amina, Dev and Ruth"; nothing → "". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** (1, "turn") → "1 turn"; (2, "turn") → "2 turns"; (3, "person", "people") → "3 people". */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${String(many)} ${many === 1 ? one : more}`;
}
