import { awayOf, awayOn, coverNow, didSomething, readersOf } from '../domain/cover.ts';
import type { Huddle } from '../domain/huddle.ts';
import { isPlaceRef, type HuddleId, type PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { localDate, startOfDay, type Instant } from '../domain/time.ts';
import { coverAnswered, coverAsked } from '../messages/cover.ts';
import type { Document } from '../messages/document.ts';
import type { Note, NoteKind, Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { commonWords } from '../words/en/common.ts';
import { runsIt } from './coordinators.ts';

/** What someone may read who stands in: nothing of it tells about a person. */
const forStandIns: readonly NoteKind[] = ['not-delivered', 'place-closed', 'using-side-few'];
/** All that goes to those who run a huddle, because they run it. */
export const forCoordinators: readonly NoteKind[] = [
  ...forStandIns,
  'asks-to-join',
  'lead-answered',
  'not-reached',
  'sponsor-note',
  'sponsor-remind',
];

export interface Addressee {
  readonly to: Note['to'];
  /** Their own copy waits until they are back. */
  readonly from: Instant | null;
}

/** Those who run the huddle, or read for one of them who is away. */
export async function coordinatorsNow(
  records: Records,
  { huddle: id, kind, now }: { huddle: HuddleId; kind: NoteKind; now: Instant },
): Promise<readonly Addressee[]> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) return [];
  const members = await records.members.of(id);
  const at = { members, today: localDate(now, huddle.zone), standIns: forStandIns.includes(kind) };
  return readersOf(huddle, at).map(({ person, from }) => ({
    to: { person },
    from: from === null ? null : startOfDay(from, huddle.zone),
  }));
}

/** Whether a note that waited is still for them: they may have left, or stopped standing in. */
export async function isStillTheirs({ kind, to, huddle: id }: Outgoing, records: Records, now: Instant) {
  if (isPlaceRef(to) || !forCoordinators.includes(kind)) return true;
  const member = await records.members.get(id, to.person);
  if (member === null) return false;
  if (runsIt(member)) return true;
  const huddle = await records.huddles.get(id);
  if (huddle === null || !forStandIns.includes(kind)) return false;
  const at = { members: await records.members.of(id), today: localDate(now, huddle.zone) };
  return awayOn(huddle, at.today).some((away) => coverNow(huddle, away, at) === to.person);
}

interface Act {
  readonly records: Records;
  readonly huddle: Huddle | null;
  readonly person: Person | null;
  readonly now: Instant;
}

/** While someone is away: the day on which those who read for them were last here. */
export async function noteAct({ records, huddle: found, person, now }: Act): Promise<void> {
  if (found === null || person === null) return;
  const [huddle, member] = [await records.huddles.get(found.id), await records.members.get(found.id, person.id)];
  if (huddle === null || member === null) return;
  const after = didSomething(huddle, member, localDate(now, huddle.zone));
  if (after !== huddle) await records.huddles.save({ ...after, version: huddle.version + 1 });
}

/** Subjects: huddle, who is away and until when; or huddle, "yes" or "no", and the moment of the answer. */
export async function buildCoverNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null || isPlaceRef(note.to)) return null;
  const today = localDate(now, huddle.zone);
  const [, about = '', until = ''] = note.subject.split('/');
  const isAsked = note.kind === 'cover-asked';
  const away = awayOf(huddle, isAsked ? (about as PersonId) : note.to.person, today);
  if (away?.cover == null) return null;
  const other = (await records.people.get(isAsked ? away.person : away.cover))?.name ?? commonWords.someoneWhoLeft;
  if (!isAsked) return away.answer === about ? coverAnswered(huddle, about === 'yes', other) : null;
  const waits = away.answer === null || away.answer === 'asked';
  return waits && away.cover === note.to.person && away.until === until ? coverAsked(huddle, away, other) : null;
}
