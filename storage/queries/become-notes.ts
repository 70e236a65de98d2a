import { sql } from 'kysely';
import { oneId, type OnePerson } from '../../src/domain/link.ts';
import { isPlaceRef } from '../../src/domain/ids.ts';
import type { Note } from '../../src/ports-outbox.ts';
import { fromJson, toJson } from '../json.ts';
import { query } from '../query.ts';
import type { OutboxRow, TimerRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';
import { noteId, queueOf } from './outbox.ts';
import { oneText } from './become-text.ts';

/** The notes and timers that are about one person, or for them. Where both had the same one, one is left. */
export async function becomeInNotes(session: Session, one: OnePerson): Promise<void> {
  const like = `%${one.from}%`;
  for (const row of await notes.all(session, { like })) await becomeNote(session, row, one);
  for (const row of await timers.all(session, { like })) await becomeTimer(session, row, one);
}

const notes = query((db, { like }: { like: string }) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where(sql<boolean>`(subject like ${like} or addressee like ${like})`)
    .orderBy('sequence'),
);

const byId = query((db, { id }: { id: string }) =>
  db.selectFrom('outbox').select(['id', 'message']).where('id', '=', id),
);

const take = query((db, { id }: { id: string }) => db.deleteFrom('outbox').where('id', '=', id));

type Moved = Pick<OutboxRow, 'id' | 'subject' | 'addressee' | 'recipient'>;

const move = query((db, { was, id, subject, addressee, recipient }: Moved & { was: string }) =>
  db.updateTable('outbox').set({ id, subject, addressee, recipient }).where('id', '=', was),
);

/** Of two with the same key the one that stands on a platform is left, so that it can still be changed there. */
async function becomeNote(session: Session, row: OutboxRow, one: OnePerson): Promise<void> {
  const to = oneRecipient(fromJson(row.recipient), one);
  const subject = oneText(row.subject, one);
  if (subject === row.subject && queueOf({ kind: row.kind, to }) === row.addressee) return;
  const moved = (about: string): Moved => ({
    id: noteId(row.kind, about, to),
    subject: about,
    addressee: queueOf({ kind: row.kind, to }),
    recipient: toJson(to),
  });
  const other = await byId.first(session, { id: moved(subject).id });
  if (other !== null && row.kind === 'answer' && row.message !== null && other.message !== null) {
    await move.run(session, { was: row.id, ...moved(await freeSubject(session, subject, moved)) });
    return;
  }
  const stays = other !== null && (other.message !== null || row.message === null);
  if (other !== null) await take.run(session, { id: stays ? row.id : other.id });
  if (!stays) await move.run(session, { was: row.id, ...moved(subject) });
}

/** Both their answers stand in the thread. The second keeps a row of its own, `round/person/2`, to be taken back there. */
async function freeSubject(session: Session, subject: string, moved: (about: string) => Moved): Promise<string> {
  for (let copy = 2; ; copy += 1) {
    const about = `${subject}/${String(copy)}`;
    if ((await byId.first(session, { id: moved(about).id })) === null) return about;
  }
}

function oneRecipient(to: Note['to'], one: OnePerson): Note['to'] {
  return isPlaceRef(to) ? to : { person: oneId(to.person, one) };
}

const timers = query((db, { like }: { like: string }) =>
  db
    .selectFrom('timers')
    .selectAll()
    .where(sql<boolean>`subject like ${like}`),
);

const timer = query((db, { kind, subject }: Pick<TimerRow, 'kind' | 'subject'>) =>
  db.selectFrom('timers').selectAll().where('kind', '=', kind).where('subject', '=', subject),
);

const takeTimer = query((db, { kind, subject }: Pick<TimerRow, 'kind' | 'subject'>) =>
  db.deleteFrom('timers').where('kind', '=', kind).where('subject', '=', subject),
);

const moveTimer = query((db, { kind, subject, to }: Pick<TimerRow, 'kind' | 'subject'> & { to: string }) =>
  db.updateTable('timers').set({ subject: to }).where('kind', '=', kind).where('subject', '=', subject),
);

/** Of two moments the earlier one. */
async function becomeTimer(session: Session, { kind, subject, due_at }: TimerRow, one: OnePerson): Promise<void> {
  const to = oneText(subject, one);
  if (to === subject) return;
  const other = await timer.first(session, { kind, subject: to });
  const stays = other !== null && other.due_at <= due_at;
  if (other !== null) await takeTimer.run(session, { kind, subject: stays ? subject : to });
  if (!stays) await moveTimer.run(session, { kind, subject, to });
}
