import { sql } from 'kysely';
import { refKey, type HuddleId, type Identity, type PersonId } from '../../src/domain/ids.ts';
import type { Found } from '../../src/ports-kept.ts';
import type { Records } from '../../src/ports.ts';
import { remembered } from '../memory.ts';
import { pick, query } from '../query.ts';
import { fromPerson, toHuddle, toMember, toPerson } from '../rows.ts';
import type { IdentityRow, PersonRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { become } from './become.ts';

const byId = query((db, { id }: { id: PersonId }) => db.selectFrom('people').selectAll().where('id', '=', id));

const byIdentity = query((db, { id }: { id: string }) =>
  db
    .selectFrom('identities')
    .innerJoin('people', 'people.id', 'identities.person')
    .selectAll('people')
    .where('identities.id', '=', id),
);

const identities = query((db, { person }: { person: PersonId }) =>
  db
    .selectFrom('identities')
    .select(['platform', 'workspace', 'account as user'])
    .where('person', '=', person)
    .orderBy('position')
    .orderBy('id'),
);

const names = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['people.id', 'people.name'])
    .where('members.huddle', '=', huddle)
    .where('members.status', '!=', 'left')
    .orderBy('members.position')
    .orderBy('members.person'),
);

const ownSettings = ['name', 'zone', 'quiet_from', 'quiet_to', 'reach_on', 'held_until'] as const;

const save = query((db, row: PersonRow) =>
  db
    .insertInto('people')
    .values(pick(row, ['id', ...ownSettings]))
    .onConflict((taken) => taken.column('id').doUpdateSet(pick(row, ownSettings))),
);

const link = query((db, row: Omit<IdentityRow, 'position'>) =>
  db
    .insertInto('identities')
    .values({
      ...pick(row, ['id', 'platform', 'workspace', 'account', 'person']),
      position: db
        .selectFrom('identities')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('person', '=', row.person),
    })
    .onConflict((taken) => taken.column('id').doUpdateSet(pick(row, ['person']))),
);

/** One row in any case, with nulls for whatever is not known: who acted, where, and as which member. */
const found = query((db, { identity, place }: { identity: string; place: string }) =>
  db
    .selectFrom(sql<{ here: number }>`(select 1 as here)`.as('always'))
    .leftJoin('identities', (join) => join.on('identities.id', '=', identity))
    .leftJoin('people', 'people.id', 'identities.person')
    .leftJoin('places', (join) => join.on('places.id', '=', place))
    .leftJoin('huddles', 'huddles.id', 'places.huddle')
    .leftJoin('members', (join) =>
      join.onRef('members.huddle', '=', 'places.huddle').onRef('members.person', '=', 'identities.person'),
    )
    .select([
      'people.id as person',
      'people.name as person_name',
      'people.zone',
      'people.quiet_from',
      'people.quiet_to',
      'people.reach_on',
      'people.held_until',
      'huddles.id as huddle',
      'huddles.name as huddle_name',
      'huddles.purpose',
      'huddles.settings',
      'huddles.set_up_at',
      'huddles.version',
      'members.coordinator',
      'members.invited_by',
      'members.standings',
      'members.consents',
    ]),
);

const find = remembered(
  { name: 'found', key: ({ identity, place }: { identity: string; place: string }) => `${identity} in ${place}` },
  async (session, key) => {
    const row = await found.first(session, key);
    return row === null ? { person: null, huddle: null, member: null } : toFound(row);
  },
);

export function people(session: Session): Records['people'] {
  return {
    find: (who, where) => find(session, { identity: refKey(who), place: where === 'direct' ? '' : refKey(where) }),
    get: async (id) => personOrNull(await byId.first(session, { id })),
    byIdentity: async (identity) => personOrNull(await byIdentity.first(session, { id: refKey(identity) })),
    identities: async (person) => identities.all(session, { person }),
    names: async (huddle) => new Map((await names.all(session, { huddle })).map(({ id, name }) => [id, name])),
    save: async (person) => {
      await save.run(session, fromPerson(person));
    },
    link: async (identity, person) => {
      await link.run(session, fromIdentity(identity, person));
    },
    become: (from, into, at) => become(session, { from, into }, at),
  };
}

function personOrNull(row: PersonRow | null) {
  return row === null ? null : toPerson(row);
}

function fromIdentity(identity: Identity, person: PersonId): Omit<IdentityRow, 'position'> {
  const { platform, workspace, user } = identity;
  return { id: refKey(identity), platform, workspace, account: user, person };
}

type FoundRow = NonNullable<Awaited<ReturnType<typeof found.first>>>;

function toFound(row: FoundRow): Found {
  const { person, huddle } = row;
  return {
    person:
      person === null || row.person_name === null ? null : toPerson({ ...row, id: person, name: row.person_name }),
    huddle: foundHuddle(row),
    member: person === null || huddle === null ? null : foundMember(row, { person, huddle }),
  };
}

function foundHuddle({ huddle, huddle_name: name, settings, set_up_at, version, purpose }: FoundRow) {
  if (huddle === null || name === null || settings === null || set_up_at === null || version === null) return null;
  return toHuddle({ id: huddle, name, purpose, settings, set_up_at, version });
}

function foundMember(row: FoundRow, key: { person: PersonId; huddle: HuddleId }) {
  const { coordinator, invited_by, standings, consents } = row;
  if (coordinator === null || standings === null || consents === null) return null;
  return toMember({ ...key, coordinator, invited_by, standings, consents });
}
