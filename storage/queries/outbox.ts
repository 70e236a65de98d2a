import { sql } from 'kysely';
import { isPlaceRef, refKey, type HuddleId, type MessageRef } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Note, NoteKind } from '../../src/ports-outbox.ts';
import type { Records } from '../../src/ports.ts';
import { toJson, toJsonOrNull } from '../json.ts';
import { remembered } from '../memory.ts';
import { pick, query } from '../query.ts';
import { toOutgoing } from '../rows.ts';
import type { OutboxRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';
import { claim, nextReady } from './outbox-queue.ts';

/** The card for someone who may be in danger, and the note to whoever is told of it. */
const atOnce: readonly NoteKind[] = ['help-card', 'lead-told'];

type State = OutboxRow['state'];
type NoteRow = Pick<
  OutboxRow,
  'id' | 'kind' | 'subject' | 'addressee' | 'recipient' | 'huddle' | 'not_before' | 'expires_at' | 'under'
>;

/**
 * A new note goes to the end of the queue, and so does one whose message was sent, dropped or given up. One that still
 * waits, or is being sent, keeps its place and only takes the newer facts. A lease or a wait before another try stays.
 */
const enqueue = query((db, note: NoteRow) =>
  db
    .insertInto('outbox')
    .values({
      ...pick(note, ['id', 'kind', 'subject', 'addressee', 'recipient', 'huddle', 'not_before', 'expires_at', 'under']),
      wanted: 1,
      sent: 0,
      attempts: 0,
      state: 'waiting',
      held: 0,
      ready_at: note.not_before,
      may_have_arrived: 0,
      names_gone: 0,
      sequence: db.selectFrom('outbox').select(sql<number>`coalesce(max(sequence), 0) + 1`.as('next')),
    })
    .onConflict((known) =>
      known.column('id').doUpdateSet((eb) => {
        const out = eb('outbox.ready_at', 'is', null);
        return {
          ...pick(note, ['huddle', 'not_before', 'expires_at', 'under']),
          wanted: eb('outbox.wanted', '+', 1),
          attempts: eb.case().when(out).then(0).else(eb.ref('outbox.attempts')).end(),
          state: eb.case().when(out).then<State>('waiting').else(eb.ref('outbox.state')).end(),
          sequence: eb.case().when(out).then(eb.ref('excluded.sequence')).else(eb.ref('outbox.sequence')).end(),
          ready_at: eb
            .case()
            .when('outbox.held', '=', 1)
            .then(eb.ref('outbox.ready_at'))
            .else(eb.ref('excluded.ready_at'))
            .end(),
        };
      }),
    ),
);

/** `message` is null for a note that was dropped: the message it may have had stays. */
const settle = query(
  (db, { id, version, message, message_id }: Pick<OutboxRow, 'id' | 'message' | 'message_id'> & { version: number }) =>
    db
      .updateTable('outbox')
      .set((eb) => {
        const over = eb('wanted', '<=', version);
        return {
          sent: version,
          attempts: 0,
          held: 0,
          may_have_arrived: 0,
          state: eb.case().when(over).then<State>('done').else<State>('waiting').end(),
          ready_at: eb.case().when(over).then(null).else(eb.ref('not_before')).end(),
          sequence: eb
            .case()
            .when(over)
            .then(eb.ref('sequence'))
            .else(eb.selectFrom('outbox as all').select(sql<number>`max("all"."sequence") + 1`.as('next')))
            .end(),
          message: eb.fn.coalesce(eb.val(message), eb.ref('message')),
          message_id: eb.fn.coalesce(eb.val(message_id), eb.ref('message_id')),
        };
      })
      .where('id', '=', id)
      .where('sent', '<', version),
);

const retry = query((db, row: Pick<OutboxRow, 'id' | 'ready_at' | 'may_have_arrived'>) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      state: 'waiting',
      held: 1,
      ready_at: row.ready_at,
      attempts: eb('attempts', '+', 1),
      may_have_arrived: eb
        .case()
        .when('may_have_arrived', '=', 1)
        .then(eb.ref('may_have_arrived'))
        .else(eb.val(row.may_have_arrived))
        .end(),
    }))
    .where('id', '=', row.id)
    .where('state', '=', 'sending'),
);

/** A newer version that was wanted meanwhile has its own tries. */
const giveUp = query((db, { id, version }: { id: string; version: number }) =>
  db
    .updateTable('outbox')
    .set((eb) => {
      const over = eb('wanted', '<=', version);
      return {
        held: 0,
        attempts: 0,
        state: eb.case().when(over).then<State>('given-up').else<State>('waiting').end(),
        ready_at: eb.case().when(over).then(null).else(eb.ref('not_before')).end(),
      };
    })
    .where('id', '=', id)
    .where('ready_at', 'is not', null),
);

/** What waits for another reason, a wait before another try or a lease, goes on waiting. */
const bringForward = query((db, of: { addressee: string; huddle: HuddleId; kind: NoteKind; now: Instant }) =>
  db
    .updateTable('outbox')
    .set({ not_before: of.now, ready_at: of.now })
    .where('addressee', '=', of.addressee)
    .where('huddle', '=', of.huddle)
    .where('kind', '=', of.kind)
    .where('held', '=', 0)
    .where('ready_at', '>', of.now),
);

/** A note for someone's safety leaves no trace here: nobody shall learn from the file that there was one. */
const forget = query((db, { id }: { id: string }) =>
  db.deleteFrom('outbox').where('id', '=', id).where('kind', 'in', atOnce).where('state', '!=', 'waiting'),
);

const byId = query((db, { id }: { id: string }) => db.selectFrom('outbox').selectAll().where('id', '=', id));

const byMessage = query((db, { id }: { id: string }) =>
  db.selectFrom('outbox').selectAll().where('message_id', '=', id).orderBy('sequence').limit(1),
);

const noteByMessage = remembered(
  { name: 'note', key: (message: MessageRef) => refKey(message) },
  async (session, message) => outgoingOrNull(await byMessage.first(session, { id: refKey(message) })),
);

export function outbox(session: Session): Records['outbox'] {
  return {
    enqueue: async (note) => {
      await enqueue.run(session, noteRow(note));
    },
    claim: async (now, leaseUntil, limit) => {
      const rows = await claim.all(session, { now, leaseUntil, limit });
      return [...rows].sort((one, other) => one.sequence - other.sequence).map(toOutgoing);
    },
    sent: async (id, version, message) => {
      await settle.run(session, { id, version, message: toJson(message), message_id: refKey(message) });
      await over(session, id);
    },
    dropped: async (id, version) => {
      await settle.run(session, { id, version, message: null, message_id: null });
      await over(session, id);
    },
    retry: async (id, at, mayHaveArrived) => {
      await retry.run(session, { id, ready_at: at, may_have_arrived: mayHaveArrived ? 1 : 0 });
    },
    giveUp: async (id, version) => {
      await giveUp.run(session, { id, version });
      await over(session, id);
    },
    bringForward: async ({ person, huddle, kinds, now }) => {
      const addressee = addresseeOf({ person });
      for (const kind of kinds) await bringForward.run(session, { addressee, huddle, kind, now });
    },
    get: async (kind, subject, to) => outgoingOrNull(await byId.first(session, { id: noteId(kind, subject, to) })),
    byMessage: (message) => noteByMessage(session, message),
    next: async () => (await nextReady.first(session, {}))?.ready_at ?? null,
  };
}

async function over(session: Session, id: string): Promise<void> {
  if (atOnce.some((kind) => id.startsWith(`${kind} `))) await forget.run(session, { id });
}

function outgoingOrNull(row: OutboxRow | null) {
  return row === null ? null : toOutgoing(row);
}

function noteRow(note: Note): NoteRow {
  return {
    id: noteId(note.kind, note.subject, note.to),
    kind: note.kind,
    subject: note.subject,
    addressee: queueOf(note),
    recipient: toJson(note.to),
    huddle: note.huddle,
    not_before: note.notBefore,
    expires_at: note.expiresAt,
    under: toJsonOrNull(note.under),
  };
}

export function noteId(kind: NoteKind, subject: string, to: Note['to']): string {
  return `${kind} ${subject} > ${addresseeOf(to)}`;
}

/** A note for someone's safety waits behind no other: it has a queue of its own. */
export function queueOf({ kind, to }: Pick<Note, 'kind' | 'to'>): string {
  return atOnce.includes(kind) ? `${addresseeOf(to)} at once` : addresseeOf(to);
}

function addresseeOf(to: Note['to']): string {
  return isPlaceRef(to) ? refKey(to) : `person/${to.person}`;
}
