import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import type { FactRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';

const get = query((db, { name }: { name: string }) => db.selectFrom('facts').select('value').where('name', '=', name));

const set = query((db, row: FactRow) =>
  db
    .insertInto('facts')
    .values(pick(row, ['name', 'value']))
    .onConflict((taken) => taken.column('name').doUpdateSet(pick(row, ['value']))),
);

export function facts(session: Session): Records['facts'] {
  return {
    get: async (name) => (await get.first(session, { name }))?.value ?? null,
    set: async (name, value) => {
      await set.run(session, { name, value });
    },
  };
}
