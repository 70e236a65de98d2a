import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { nextNoteAt } from '../domain/sponsor-note.ts';
import { dayMs, epochMs, type Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { noteDraft, notePosted, noteReminder } from '../messages/sponsor.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { execute } from './execute.ts';
import { mayPostFrom, withHolidays } from './holidays.ts';
import { noteAggregate } from './sponsor-book.ts';
import type { Waking } from './waking.ts';

/** One that was asked for so lately is this month's. */
const freshDays = 7;

/** Without a sponsor there is nothing to wait for. */
export async function setNoteTimer(records: Records, { id, sponsor, zone }: Huddle, now: Instant): Promise<void> {
  await records.timers.set('sponsor-note', id, id, sponsor === undefined ? null : nextNoteAt(now, zone));
}

/** The first Monday of a month, or the first day after it that is no holiday. After downtime there is one note. */
export async function wakeSponsorNote(id: HuddleId, { records, bankHolidays, now }: Waking): Promise<void> {
  const stored = await records.huddles.get(id);
  if (stored?.sponsor === undefined) return records.timers.set('sponsor-note', id, id, null);
  const huddle = withHolidays(stored, now, bankHolidays);
  const allowed = mayPostFrom(now, huddle);
  if (allowed > now) return records.timers.set('sponsor-note', id, id, allowed);
  const newest = (await records.pages.list(id, 'note')).at(-1);
  const isFresh = newest?.postedAt === null && epochMs(now) - epochMs(newest.madeAt) < freshDays * dayMs;
  // Refused where there is nothing to tell: then only the next one is set.
  if (!isFresh) await execute(records, noteAggregate, { type: 'MakeNote', huddle: id, now, asked: false });
  await setNoteTimer(records, huddle, now);
}

export async function wakeSponsorRemind(id: HuddleId, number: number, { records, now }: Waking): Promise<void> {
  await execute(records, noteAggregate, { type: 'RemindOfNote', huddle: id, number, now });
  await records.timers.set('sponsor-remind', `${id}/${String(number)}`, id, null);
}

/** Subject: huddle id and the note's own number. */
export async function buildSponsorNote(note: Outgoing, records: Records): Promise<Document | null> {
  const { kind, subject, huddle: id, message } = note;
  const huddle = await records.huddles.get(id);
  const page = await records.pages.get(id, 'note', Number(subject.split('/')[1]));
  if (huddle === null || page === null) return null;
  if (kind === 'sponsor-posted') return page.postedAt === null ? null : notePosted(huddle, page);
  // Posted meanwhile, it is nothing new to anyone who has not had it.
  if (page.postedAt !== null && message === null) return null;
  return kind === 'sponsor-remind' && page.postedAt === null ? noteReminder(huddle, page) : noteDraft(huddle, page);
}
