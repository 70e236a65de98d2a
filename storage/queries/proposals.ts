import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromProposal, toProposal } from '../rows.ts';
import type { ProposalRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { takeNumber } from './numbers.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('proposals').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('proposals').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const changeable = [
  'change',
  'body',
  'made_by',
  'made_at',
  'came_from',
  'in_place',
  'needs',
  'answers',
  'state',
  'reminded',
  'version',
] as const;

const versioned = {
  add: query((db, row: ProposalRow) =>
    db
      .insertInto('proposals')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: ProposalRow & { before: number }) =>
    db
      .updateTable('proposals')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function proposals(session: Session): Records['proposals'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toProposal(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toProposal),
    save: async (proposal) => {
      const what = `suggested change ${proposal.huddle}/${String(proposal.number)}`;
      if (proposal.version === 1) await takeNumber(session, proposal);
      await saveVersion(session, versioned, { row: fromProposal(proposal), what });
    },
  };
}
