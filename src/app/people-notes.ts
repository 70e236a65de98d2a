import { isGuest } from '../domain/guest.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import { isIn } from '../domain/membership.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { usingSideFew } from '../domain/using-side.ts';
import type { Document } from '../messages/document.ts';
import { noticeMessage } from '../messages/notice.ts';
import { listeningMessage, placeClosedMessage } from '../messages/places.ts';
import { appointedNote, asksToJoin, channelHello, nameOf, usingSideFewMessage } from '../messages/people.ts';
import { roleSwapsMessage } from '../messages/role-swaps.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { buildPlaceNote } from './links-places.ts';
import { whoIsTold } from './safety-state.ts';
import { digestInWords, scheduleInWords } from '../words/en/settings.ts';

/** Built at the moment of sending, from what is true then; null when there is nothing to show any more. */
export async function buildPeopleNote(note: Outgoing, records: Records, _now: Instant): Promise<Document | null> {
  switch (note.kind) {
    case 'notice':
      return note.subject.endsWith('/coordinator') ? appointed(note, records) : notice(note, records);
    case 'asks-to-join':
      return asks(note, records);
    case 'using-side-few':
      return few(note, records);
    case 'place-closed':
      return placeClosed(note, records);
    case 'listening':
      return listening(note, records);
    case 'role-swaps':
      return roleSwaps(note, records);
    case 'place-connected':
    case 'place-left':
      return buildPlaceNote(note, records);
    case 'hello':
      return hello(note, records);
    default:
      throw new Error(`not a note about people: ${note.kind}`);
  }
}

/** Only while they are still asked: an answer, or the invitation taken back, leaves nothing to ask. */
async function notice({ to, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  if (!('person' in to)) return null;
  const [huddle, member, person] = [
    await records.huddles.get(id),
    await records.members.get(id, to.person),
    await records.people.get(to.person),
  ];
  if (huddle === null || member === null || person === null) return null;
  if (standingNow(member).status !== 'invited') return null;
  // The page of a guest opens with it: a note beside it would ask twice.
  const accounts = await records.people.identities(to.person);
  if (accounts.length > 0 && accounts.every(isGuest)) return null;
  const setUpBy = huddle.setUpBy === person.id ? null : await records.people.get(huddle.setUpBy);
  const facts = { huddle, name: person.name, setUpBy: setUpBy?.name ?? null, coordinator: member.coordinator };
  return noticeMessage({ ...facts, tells: await whoIsTold(huddle, records) });
}

async function appointed({ to, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  if (!('person' in to)) return null;
  const [huddle, member] = [await records.huddles.get(id), await records.members.get(id, to.person)];
  if (huddle === null || member === null || !member.coordinator || !takesPart(member)) return null;
  return appointedNote(huddle);
}

async function asks({ subject, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const who = subject.slice(id.length + 1) as PersonId;
  const [huddle, person] = [await records.huddles.get(id), await records.people.get(who)];
  if (huddle === null || person === null || isIn(await records.members.get(id, who))) return null;
  return asksToJoin(huddle, person);
}

async function few({ huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  const share = huddle === null ? null : usingSideFew(huddle, await records.members.of(id));
  return huddle === null || share === null ? null : usingSideFewMessage(huddle, share);
}

/** Only while there is still no place. */
async function placeClosed({ huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const [huddle, places] = [await records.huddles.get(id), await records.huddles.places(id)];
  return huddle === null || places.length > 0 ? null : placeClosedMessage(huddle);
}

/** Only while it is still so: the next turn of the switch has a note of its own. */
async function listening({ subject, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  return huddle?.listening === subject.startsWith(`${id}/on/`) ? listeningMessage(huddle) : null;
}

async function roleSwaps({ subject, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) return null;
  return (huddle.roleSwaps === true) === subject.startsWith(`${id}/on/`) ? roleSwapsMessage(huddle) : null;
}

async function hello({ huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  if (huddle?.checkIn == null) return null;
  return channelHello(huddle, {
    setUpBy: nameOf(await records.people.names(id), huddle.setUpBy),
    question: scheduleInWords(huddle.checkIn.schedule),
    digest: digestInWords(huddle.digest),
  });
}
