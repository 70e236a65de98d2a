import type { HuddleId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromUtterance, toUtterance } from '../rows.ts';
import { toFlag, type Flag } from '../json.ts';
import type { UtteranceRow } from '../schema.ts';
import type { Session } from '../session.ts';

const add = query((db, row: Omit<UtteranceRow, 'settled_at'>) =>
  db
    .insertInto('utterances')
    .values(pick(row, ['id', 'huddle', 'person', 'spoken_as', 'thread', 'at', 'gone']))
    .onConflict((taken) => taken.doNothing()),
);

/** Deleted, or put back; of two that arrive in the wrong order, the later one holds. */
const settle = query((db, { id, gone, at }: { id: string; gone: Flag; at: Instant }) =>
  db
    .updateTable('utterances')
    .set({ gone, settled_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('settled_at', 'is', null), eb('settled_at', '<=', at)])),
);

const byId = query((db, { id }: { id: string }) => db.selectFrom('utterances').selectAll().where('id', '=', id));

const between = query((db, { huddle, from, to }: { huddle: HuddleId; from: Instant; to: Instant }) =>
  db
    .selectFrom('utterances')
    .selectAll()
    .where('huddle', '=', huddle)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('gone', '=', 0)
    .orderBy('at')
    .orderBy('id'),
);

export function speech(session: Session): Records['speech'] {
  return {
    add: async (utterance) => (await add.run(session, fromUtterance(utterance))) === 1,
    settle: async (id, { gone, at }) => (await settle.run(session, { id, gone: toFlag(gone), at })) === 1,
    get: async (id) => {
      const row = await byId.first(session, { id });
      return row === null ? null : toUtterance(row);
    },
    between: async (huddle, from, to) => (await between.all(session, { huddle, from, to })).map(toUtterance),
  };
}
