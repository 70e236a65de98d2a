import type { HuddleHolidays, Region } from '../domain/holidays.ts';

/** What was said about bank holidays. A null was not said. */
export interface HolidayWords {
  readonly region: Region | 'none' | null;
  readonly then: HuddleHolidays['then'] | null;
}

const names: readonly (readonly [Region | 'none', RegExp])[] = [
  ['northern-ireland', /\b(?:northern[ -]ireland|n\.? ?ireland|ni|ulster)\b/],
  ['scotland', /\b(?:scotland|scottish)\b/],
  ['wales', /^(?!.*\bengland\b).*\b(?:wales|welsh|cymru)\b/],
  // England and Wales have the same ones.
  ['england', /\b(?:england|english)\b/],
  ['none', /\b(?:none|off|never|no|ignore)\b/],
];

/** "Scotland", "Northern Ireland, skip", "none"; null for words that say neither where nor what. */
export function readHolidays(typed: string): HolidayWords | null {
  const said = typed.trim().toLowerCase();
  const then = /\bskip/.test(said) ? 'skip' : /\bmov(?:e|es|ed)\b|\bnext working day\b/.test(said) ? 'move' : null;
  const region = names.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  return region === null && then === null ? null : { region, then };
}

/** In which part of the country a zone lies, as far as it can be told: a first answer that can be changed. */
export function likelyRegion(zone: string): Region | 'none' {
  if (/belfast/i.test(zone)) return 'northern-ireland';
  return /^(?:Europe\/London|GB)$/i.test(zone.trim()) ? 'england' : 'none';
}
