import type { Document } from '../messages/document.ts';
import { askYes, meetingMessage, toMend } from '../messages/meetings.ts';
import { waitingPromise } from '../messages/promises.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { isPlaceRef } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { meetingFacts } from './meeting-book.ts';
import { factsAround } from './promise-book.ts';

/** Subject: huddle id and the meeting's number; then the moment at which something was said to be wrong, or the number of the promise. */
export async function buildMeetingNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const [, number, about = ''] = note.subject.split('/');
  const huddle = await records.huddles.get(note.huddle);
  const meeting = await records.meetings.get(note.huddle, Number(number));
  if (huddle === null || meeting === null) return null;
  if (note.kind === 'meeting') return meetingMessage(meeting, await meetingFacts(records, huddle));
  // Put right, or said to be wrong once more, before this was told.
  if (note.kind === 'meeting-wrong')
    return meeting.state.status === 'wrong' && meeting.state.at === about ? toMend(meeting) : null;
  if (isPlaceRef(note.to)) return null;
  const facts = await factsAround(records, { huddle: huddle.id, numbers: [Number(about)], now });
  const promise = facts.book.promises.get(Number(about));
  const waiting = promise === undefined ? null : waitingPromise(promise, facts, note.to.person);
  return waiting === null ? null : askYes(meeting, waiting);
}
