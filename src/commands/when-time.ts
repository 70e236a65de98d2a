import type { LocalTime } from '../domain/time.ts';
import { plainWords } from './when-words.ts';

/**
 * "10am", "9.30", "14:00", "half past nine", "noon" → a time of day. Null when it is none, or when it could be morning
 * or afternoon: a bare hour is taken from 7 to 12, as that is when people meet, and is asked about below that.
 */
export function readTime(text: string): LocalTime | null {
  const words = plainWords(text)
    .replace(/^at /, '')
    .replace(/ o'? ?clock$/, '');
  if (/^(?:12 )?(?:noon|mid-?day)$/.test(words)) return '12:00';
  if (/^(?:12 )?midnight$/.test(words)) return '00:00';
  return fromPast(words) ?? fromClock(words);
}

const meridiem = '(?:in the )?(a\\.?m|p\\.?m|morning|afternoon|evening)\\.?';

/** "half past 9", "quarter to ten", "20 past 2 in the afternoon". */
function fromPast(words: string): LocalTime | null {
  const found = new RegExp(`^(half|(?:a )?quarter|\\d{1,2})(?: minutes)? (past|to) (\\d{1,2})(?: ?${meridiem})?$`).exec(
    words,
  );
  if (found === null) return null;
  const [, part = '', way, hour, half] = found;
  const minutes = part === 'half' ? 30 : part.endsWith('quarter') ? 15 : Number(part);
  const whole = wholeHour(Number(hour), half);
  if (whole === null || minutes > 30 || (part === 'half' && way === 'to')) return null;
  const total = (whole * 60 + (way === 'past' ? minutes : -minutes) + 1440) % 1440;
  return written(Math.floor(total / 60), total % 60);
}

/** "10am", "9.30", "9:30 pm", "14:00", "1400". */
function fromClock(words: string): LocalTime | null {
  const found = new RegExp(`^(\\d{1,2})(?:[:.h]?(\\d{2}))?(?: ?${meridiem})?$`).exec(words);
  if (found === null) return null;
  const [, hour = '', minute, half] = found;
  const exact = minute !== undefined && half === undefined && Number(hour) < 24;
  const whole = exact ? Number(hour) : wholeHour(Number(hour), half);
  return whole === null || Number(minute ?? 0) > 59 ? null : written(whole, Number(minute ?? 0));
}

/** An hour of 24, or null where it is no hour or could be either. */
function wholeHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour >= 7 && hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^a|^m/.test(half) && half !== 'afternoon' ? 0 : 12);
}

function written(hour: number, minute: number): LocalTime {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
