import { sql } from 'kysely';
import type { RoomMessage, RoomStore } from '../../src/ports-room.ts';
import { fromJsonOrNull, toFlag, toJsonOrNull } from '../json.ts';
import { pick, query } from '../query.ts';
import type { RoomMessageRow } from '../schema-carried.ts';
import type { Database, Session } from '../session.ts';

const changeable = ['channel', 'thread', 'author', 'only_for', 'at', 'document', 'body', 'gone'] as const;

const put = query((db, row: Omit<RoomMessageRow, 'position'>) =>
  db
    .insertInto('room_messages')
    .values({
      ...pick(row, ['id', ...changeable]),
      position: db.selectFrom('room_messages').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
    })
    .onConflict((taken) => taken.column('id').doUpdateSet(pick(row, changeable))),
);

const byId = query((db, { id }: { id: string }) => db.selectFrom('room_messages').selectAll().where('id', '=', id));

const take = query((db, { id }: { id: string }) => db.deleteFrom('room_messages').where('id', '=', id));

const newest = query((db, { channel, viewer, limit }: { channel: string; viewer: string; limit: number }) =>
  db
    .selectFrom('room_messages')
    .selectAll()
    .where('channel', '=', channel)
    .where((eb) => eb.or([eb('only_for', 'is', null), eb('only_for', '=', viewer)]))
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .limit(limit),
);

/** Each change is a transaction of its own. */
export function room(database: Database): RoomStore {
  const { reader } = database;
  return {
    put: async (message: RoomMessage) => {
      await database.transact((session: Session) => put.run(session, fromRoomMessage(message)));
    },
    get: async (id) => {
      const row = await byId.first(reader, { id });
      return row === null ? null : toRoomMessage(row);
    },
    remove: async (id) => {
      await database.transact((session: Session) => take.run(session, { id }));
    },
    list: async (channel, viewer, limit) =>
      (await newest.all(reader, { channel, viewer, limit })).map(toRoomMessage).reverse(),
  };
}

function toRoomMessage(row: Omit<RoomMessageRow, 'position'>): RoomMessage {
  return {
    id: row.id,
    channel: row.channel,
    thread: row.thread,
    from: row.author === null ? 'bot' : { user: row.author },
    only: row.only_for,
    at: row.at,
    document: fromJsonOrNull(row.document),
    text: row.body,
    gone: row.gone === 1,
  };
}

function fromRoomMessage(message: RoomMessage): Omit<RoomMessageRow, 'position'> {
  return {
    id: message.id,
    channel: message.channel,
    thread: message.thread,
    author: message.from === 'bot' ? null : message.from.user,
    only_for: message.only,
    at: message.at,
    document: toJsonOrNull(message.document),
    body: message.text,
    gone: toFlag(message.gone),
  };
}
