import type { Huddle } from '../domain/huddle.ts';
import type { QuietHours } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refuse } from '../domain/refusal.ts';
import type { Schedule } from '../domain/schedule.ts';
import { localDate, localTime, type Instant, type Zone } from '../domain/time.ts';
import { readSchedule, type ScheduleGap } from './when.ts';
import { readTime } from './when-time.ts';
import { readZone } from './when-zone.ts';

export type TimesRefusal = Refusal<
  'no-days' | 'no-time' | 'two-times' | 'not-weekly' | 'when-unread' | 'digest-unread' | 'quiet-unread' | 'no-such-zone'
>;

const gaps: Readonly<Record<ScheduleGap['gap'], TimesRefusal['refused']>> = {
  days: 'no-days',
  time: 'no-time',
  'two-times': 'two-times',
  'not-weekly': 'not-weekly',
  'not-understood': 'when-unread',
};

/** When the question comes. Caps are looked at when it is saved. */
export function readCheckIn(
  words: string,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): Schedule | TimesRefusal {
  const read = readSchedule(words, { today: localDate(now, zone), now: localTime(now, zone) });
  return 'gap' in read ? refuse(gaps[read.gap]) : read.schedule;
}

/** "Tuesdays at 9am": one day, each week. */
export function readDigest(words: string): Huddle['digest'] | TimesRefusal {
  const read = readSchedule(words.replace(/^(?:on|comes)\s+/i, ''), { today: '2027-01-04' });
  if ('gap' in read) return refuse('digest-unread');
  const { days, time, everyWeeks } = read.schedule;
  const [weekday, second] = days;
  if (weekday === undefined || second !== undefined || everyWeeks !== 1) return refuse('digest-unread');
  return { weekday, time };
}

/** "8pm to 8am", "from 20:00 until 08:00". */
export function readQuiet(words: string): QuietHours | TimesRefusal {
  const [from, to, more] = words
    .replace(/^(?:from|between)\s+/i, '')
    .split(/\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|-|–)\s*/i)
    .map(readTime);
  if (from == null || to == null || more !== undefined) return refuse('quiet-unread');
  return { from, to };
}

/** Someone wants none, or for a person of their own: the huddle's hold then. */
export function isOff(words: string): boolean {
  return /^(?:off|none|no|never|clear|reset|default|the huddle's|as the huddle)$/i.test(words.trim());
}

export function readZoneWords(words: string): Zone | TimesRefusal {
  return readZone(words) ?? refuse('no-such-zone', { zone: words });
}
