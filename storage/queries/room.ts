import { sql } from 'kysely';
import type { RoomMessage, RoomStore } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromRoomMessage, toRoomMessage } from '../rows.ts';
import type { RoomMessageRow } from '../schema.ts';
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
    list: async (channel, viewer, limit) =>
      (await newest.all(reader, { channel, viewer, limit })).map(toRoomMessage).reverse(),
  };
}
