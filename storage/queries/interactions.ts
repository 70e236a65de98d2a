import { Conflict } from '../../src/ports-kept.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { InteractionRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';

const outcome = query((db, { id }: { id: string }) =>
  db.selectFrom('interactions').select('outcome').where('id', '=', id),
);

const keep = query((db, row: InteractionRow) =>
  db
    .insertInto('interactions')
    .values(pick(row, ['id', 'at', 'outcome']))
    .onConflict((taken) => taken.doNothing()),
);

export function interactions(session: Session): Records['interactions'] {
  return {
    outcome: async (id) => {
      const row = await outcome.first(session, { id });
      return row === null ? null : fromJson(row.outcome);
    },
    // Of two writers of one act the second has to run again, and then sees what the first one stored.
    keep: async (id, at, kept) => {
      if ((await keep.run(session, { id, at, outcome: toJson(kept) })) === 0) throw new Conflict(`interaction ${id}`);
    },
  };
}
