import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromAgreement, toAgreement } from '../rows.ts';
import type { AgreementRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('agreements').selectAll().where('huddle', '=', huddle).orderBy('edition'),
);

const changeable = ['made_at', 'words', 'signatures', 'version'] as const;

const versioned = {
  add: query((db, row: AgreementRow) =>
    db
      .insertInto('agreements')
      .values(pick(row, ['huddle', 'edition', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: AgreementRow & { before: number }) =>
    db
      .updateTable('agreements')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('edition', '=', row.edition)
      .where('version', '=', row.before),
  ),
};

export function agreements(session: Session): Records['agreements'] {
  return {
    list: async (huddle) => (await list.all(session, { huddle })).map(toAgreement),
    save: async (agreement) => {
      const what = `agreement ${agreement.huddle}/${String(agreement.edition)}`;
      await saveVersion(session, versioned, { row: fromAgreement(agreement), what });
    },
  };
}
