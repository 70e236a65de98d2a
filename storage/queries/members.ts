import { sql } from 'kysely';
import type { HuddleId, PersonId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { remembered } from '../memory.ts';
import { pick, query } from '../query.ts';
import { fromMember, toMember } from '../rows.ts';
import type { MemberRow } from '../schema.ts';
import type { Session } from '../session.ts';

const ofHuddle = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('members').selectAll().where('huddle', '=', huddle).orderBy('position').orderBy('person'),
);

const one = query((db, { huddle, person }: { huddle: HuddleId; person: PersonId }) =>
  db.selectFrom('members').selectAll().where('huddle', '=', huddle).where('person', '=', person),
);

const changeable = ['status', 'coordinator', 'invited_by', 'standings', 'consents'] as const;

const save = query((db, row: Omit<MemberRow, 'position'>) =>
  db
    .insertInto('members')
    .values({
      ...pick(row, ['huddle', 'person', ...changeable]),
      position: db
        .selectFrom('members')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('huddle', '=', row.huddle),
    })
    .onConflict((taken) => taken.columns(['huddle', 'person']).doUpdateSet(pick(row, changeable))),
);

const memberById = remembered(
  { name: 'member', key: ({ huddle, person }: { huddle: HuddleId; person: PersonId }) => `${huddle} ${person}` },
  async (session, key) => {
    const row = await one.first(session, key);
    return row === null ? null : toMember(row);
  },
);

export function members(session: Session): Records['members'] {
  return {
    of: async (huddle) => (await ofHuddle.all(session, { huddle })).map(toMember),
    get: (huddle, person) => memberById(session, { huddle, person }),
    save: async (member) => {
      await save.run(session, fromMember(member));
    },
  };
}
