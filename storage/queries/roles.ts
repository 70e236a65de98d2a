import { sql } from 'kysely';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromRole, toRole } from '../rows.ts';
import type { RoleRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .selectFrom('roles')
    .selectAll()
    .where('huddle', '=', huddle)
    .orderBy(sql`lower(name)`)
    .orderBy('role'),
);

const changeable = ['name', 'holdings', 'offered', 'stand_ins', 'ended_at', 'version'] as const;

const versioned = {
  add: query((db, row: RoleRow) =>
    db
      .insertInto('roles')
      .values(pick(row, ['huddle', 'role', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: RoleRow & { before: number }) =>
    db
      .updateTable('roles')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('role', '=', row.role)
      .where('version', '=', row.before),
  ),
};

export function roles(session: Session): Records['roles'] {
  return {
    list: async (huddle) => (await list.all(session, { huddle })).map(toRole),
    save: async (role) =>
      saveVersion(session, versioned, { row: fromRole(role), what: `role ${role.huddle}/${role.key}` }),
  };
}
