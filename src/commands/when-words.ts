import type { Weekday } from '../domain/time.ts';

/** Small letters, straight apostrophes, single spaces, no full stop at the end; number words and ordinals as numerals. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '')
    .replace(tens, (both, ten: string, one: string) => added(ten, one) ?? both)
    .replace(/\b[a-z]+\b/g, (word) => String(numbers.get(word) ?? word))
    .replace(/\b(\d+) ?(?:st|nd|rd|th)\b/g, '$1');
}

/** A weekday in any of the ways people write it: "Mon", "Tues", "wednesdays". Null when it is none. */
export function readWeekday(word: string): Weekday | null {
  return weekdays.find(([, names]) => names.test(word))?.[0] ?? null;
}

/** 1 to 12, or null. */
export function readMonth(word: string): number | null {
  const at = months.findIndex((names) => names.test(word));
  return at < 0 ? null : at + 1;
}

const weekdays: readonly (readonly [Weekday, RegExp])[] = [
  [1, /^mon(?:days?)?$/],
  [2, /^tue(?:s|sdays?)?$/],
  [3, /^wed(?:s|nesdays?)?$/],
  [4, /^thu(?:rs?|rsdays?)?$/],
  [5, /^fri(?:days?)?$/],
  [6, /^sat(?:urdays?)?$/],
  [7, /^sun(?:days?)?$/],
];

const months: readonly RegExp[] = [
  /^jan(?:uary)?$/,
  /^feb(?:ruary)?$/,
  /^mar(?:ch)?$/,
  /^apr(?:il)?$/,
  /^may$/,
  /^june?$/,
  /^july?$/,
  /^aug(?:ust)?$/,
  /^sept?(?:ember)?$/,
  /^oct(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^dec(?:ember)?$/,
];

const cardinals =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const numbers: ReadonlyMap<string, number> = new Map([
  ...cardinals.split(' ').map((word, value) => [word, value] as const),
  ...ordinals.split(' ').map((word, value) => [word, value] as const),
  ['thirty', 30],
  ['thirtieth', 30],
]);
const tens = /\b(twenty|thirty)[- ]([a-z]+)\b/g;

/** "twenty" and "first" → "21"; null where the second is no number from 1 to 9. */
function added(ten: string, one: string): string | null {
  const units = numbers.get(one) ?? 0;
  return units >= 1 && units <= 9 ? String((numbers.get(ten) ?? 0) + units) : null;
}
