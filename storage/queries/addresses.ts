import { refKey } from '../../src/domain/ids.ts';
import type { AddressBook } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import type { AddressRow } from '../schema-carried.ts';
import type { Database } from '../session.ts';

const byId = query((db, { id }: { id: string }) => db.selectFrom('addresses').select('address').where('id', '=', id));

const keep = query((db, row: AddressRow) =>
  db
    .insertInto('addresses')
    .values(pick(row, ['id', 'address']))
    .onConflict((taken) => taken.column('id').doUpdateSet(pick(row, ['address']))),
);

/** Each change is a transaction of its own. */
export function addresses(database: Database): AddressBook {
  return {
    get: async (of) => (await byId.first(database.reader, { id: refKey(of) }))?.address ?? null,
    keep: async (of, address) => {
      await database.transact((session) => keep.run(session, { id: refKey(of), address }));
    },
  };
}
