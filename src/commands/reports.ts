import type { HuddleId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';
import { readDate } from './when-date.ts';

/** A report for people outside. `huddle` is the one that a button names; null for a line. */
export type ReportIntent = { readonly family: 'reports'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'report' | 'report-print' | 'report-since-unread' }
  /** Null: of the last three months. */
  | { readonly want: 'report-draft' | 'report-share'; readonly since: LocalDate | null }
  /** By its own number among reports; null for the one that waits, or else the newest. */
  | { readonly want: 'report-read'; readonly page: number | null }
);

type Spec = CommandSpec<ReportIntent | RoundIntent>;

const here = { family: 'reports', huddle: null } as const;

export const reportCommands: readonly Spec[] = [
  {
    name: 'report',
    aliases: ['report for the board', 'board report'],
    usage: 'report [since DAY, share or print]',
    example: 'report since 1 October',
    about: commandWords.report,
    who: 'coordinator',
    shown: 'public',
    read: (rest, { today }, line) => {
      if (rest === '') return { ...here, want: 'report' };
      if (/^(?:print|print it|to print)$/i.test(rest)) return { ...here, want: 'report-print' };
      if (/^(?:new|a new one|new draft|draft)$/i.test(rest)) return { ...here, want: 'report-draft', since: null };
      const [, share, since] = /^(share\b)?(?:\s*(?:since|from)\b\s*(.*))?$/i.exec(rest) ?? [];
      if (share === undefined && since === undefined) return offered(line);
      const want = share === undefined ? 'report-draft' : 'report-share';
      if (since === undefined) return { ...here, want, since: null };
      const day = pastDay(since, today);
      return day === null ? { ...here, want: 'report-since-unread' } : { ...here, want, since: day };
    },
  },
  {
    name: 'report read',
    aliases: ['read report', 'read the report'],
    usage: 'report read',
    example: 'report read',
    about: commandWords.reportRead,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'report-read', page: null } : offered(line)),
  },
];

/** Subjects: the huddle's id; then the first day, or the number of a report. */
export const reportActions: Readonly<Record<string, (subject: string) => ReportIntent>> = {
  report: (subject) => ({ ...of(subject), want: 'report' }),
  'report-draft': (subject) => ({ ...of(subject), want: 'report-draft', since: null }),
  'report-share': (subject) => ({ ...of(subject), want: 'report-share', since: subject.split('/')[1] ?? null }),
  'report-print': (subject) => ({ ...of(subject), want: 'report-print' }),
  'report-read': (subject) => ({ ...of(subject), want: 'report-read', page: Number(subject.split('/')[1] ?? 0) }),
};

function of(subject: string) {
  return { family: 'reports', huddle: (subject.split('/')[0] ?? '') as HuddleId } as const;
}

/** "1 October" is the last one that was; "October" its first day. Null for a day to come, and for none. */
function pastDay(text: string, today: LocalDate): LocalDate | null {
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  const ways = [text, `${text} ${lastYear}`, `1 ${text}`, `1 ${text} ${lastYear}`];
  const days = ways.flatMap((way) => readDate(way, today) ?? []);
  return days.find((day) => day <= today) ?? null;
}
