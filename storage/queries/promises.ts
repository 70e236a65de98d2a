import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromCommitment, toCommitment } from '../rows.ts';
import type { PromiseRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { nextNumber, takeNumber } from './numbers.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('promises').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('promises').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const changeable = [
  'what',
  'owners',
  'for_side',
  'due',
  'made_by',
  'made_at',
  'came_from',
  'state',
  'suggestion',
  'proof',
  'reason',
  'next_step',
  'missing',
  'moved_at',
  'notes',
  'pick_up',
  'version',
] as const;

const versioned = {
  add: query((db, row: PromiseRow) =>
    db
      .insertInto('promises')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: PromiseRow & { before: number }) =>
    db
      .updateTable('promises')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function promises(session: Session): Records['promises'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toCommitment(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toCommitment),
    nextNumber: (huddle) => nextNumber(session, huddle),
    save: async (promise) => {
      const what = `promise ${promise.huddle}/${String(promise.number)}`;
      if (promise.version === 1) await takeNumber(session, promise);
      await saveVersion(session, versioned, { row: fromCommitment(promise), what });
    },
  };
}
