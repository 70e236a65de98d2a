import { digestFacts } from '../domain/digest.ts';
import type { Huddle } from '../domain/huddle.ts';
import { weekFrom, type Instant, type LocalDate } from '../domain/time.ts';
import { checkerAsked, draftMessage } from '../messages/checkers.ts';
import { digestMessage } from '../messages/digest.ts';
import type { Document } from '../messages/document.ts';
import { note as plainNote } from '../messages/frame.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { checkerWords as words } from '../words/en/checkers.ts';
import { askedIn } from './digest-notes.ts';
import { sourcesOf } from './digest-sources.ts';

/** Built at the moment of sending; null when there is nothing to ask any more. */
export async function buildCheckerNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null) return null;
  if (note.kind === 'checker-needed') return plainNote(words.needsOther);
  const to = 'person' in note.to ? note.to.person : null;
  const checker = huddle.checkers?.people.find(({ person }) => person === to);
  const about = note.subject.slice(note.subject.indexOf('/') + 1);
  if (checker === undefined) return null;
  if (note.kind === 'checker-asked')
    return checker.willing || about !== huddle.checkers?.askedAt ? null : checkerAsked(huddle);
  return draftOf(huddle, about, { records, now });
}

/** The same pure functions as the digest itself. None is needed once that is out. */
async function draftOf(
  huddle: Huddle,
  monday: LocalDate,
  { records, now }: { readonly records: Records; readonly now: Instant },
): Promise<Document | null> {
  if (((await records.digests.last(huddle.id))?.monday ?? '') >= monday) return null;
  const sources = await sourcesOf(records, huddle, { week: weekFrom(monday, huddle.zone), now });
  const facts = digestFacts(sources);
  const names = await records.people.names(huddle.id);
  const given = { ...sources, names, isDraft: true as const, asked: await askedIn(facts, records) };
  return draftMessage(digestMessage(facts, given), huddle);
}
