import { sql } from 'kysely';
import { refKey, type HuddleId, type PersonId, type PlaceRef } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { remembered } from '../memory.ts';
import { pick, query } from '../query.ts';
import { fromHuddle, toHuddle } from '../rows.ts';
import type { HuddleRow, PlaceRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const byId = query((db, { id }: { id: HuddleId }) => db.selectFrom('huddles').selectAll().where('id', '=', id));

const ofPerson = query((db, { person }: { person: PersonId }) =>
  db
    .selectFrom('members')
    .innerJoin('huddles', 'huddles.id', 'members.huddle')
    .selectAll('huddles')
    .where('members.person', '=', person)
    .where('members.status', 'in', ['invited', 'active', 'paused'])
    .orderBy('huddles.set_up_at')
    .orderBy('huddles.id'),
);

const places = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .selectFrom('places')
    .select(['platform', 'workspace', 'channel'])
    .where('huddle', '=', huddle)
    .where('closed_at', 'is', null)
    .orderBy('position')
    .orderBy('id'),
);

const addPlace = query((db, row: Omit<PlaceRow, 'position' | 'closed_at'>) =>
  db
    .insertInto('places')
    .values({
      ...pick(row, ['id', 'platform', 'workspace', 'channel', 'huddle']),
      position: db
        .selectFrom('places')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('huddle', '=', row.huddle),
    })
    .onConflict((taken) => taken.column('id').doUpdateSet({ huddle: row.huddle, closed_at: null })),
);

const setClosed = query((db, { id, closed_at }: Pick<PlaceRow, 'id' | 'closed_at'>) =>
  db.updateTable('places').set({ closed_at }).where('id', '=', id),
);

const closedSince = query((db, { id }: { id: string }) =>
  db.selectFrom('places').select('closed_at').where('id', '=', id),
);

const removePlace = query((db, { id, huddle }: Pick<PlaceRow, 'id' | 'huddle'>) =>
  db.deleteFrom('places').where('id', '=', id).where('huddle', '=', huddle),
);

const dropWaiting = query((db, { id, huddle }: Pick<PlaceRow, 'id' | 'huddle'>) =>
  db
    .updateTable('outbox')
    .set((eb) => ({ state: 'done', sent: eb.ref('wanted'), held: 0, ready_at: null }))
    .where('addressee', '=', id)
    .where('huddle', '=', huddle)
    .where('ready_at', 'is not', null),
);

const versioned = {
  add: query((db, row: HuddleRow) =>
    db
      .insertInto('huddles')
      .values(pick(row, ['id', 'name', 'purpose', 'settings', 'set_up_at', 'version']))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: HuddleRow & { before: number }) =>
    db
      .updateTable('huddles')
      .set(pick(row, ['name', 'purpose', 'settings', 'set_up_at', 'version']))
      .where('id', '=', row.id)
      .where('version', '=', row.before),
  ),
};

const huddleById = remembered({ name: 'huddle', key: (id: HuddleId) => id }, async (session, id) => {
  const row = await byId.first(session, { id });
  return row === null ? null : toHuddle(row);
});

export function huddles(session: Session): Records['huddles'] {
  return {
    get: (id) => huddleById(session, id),
    ofPerson: async (person) => (await ofPerson.all(session, { person })).map(toHuddle),
    places: async (huddle) => places.all(session, { huddle }),
    addPlace: async (huddle, place) => {
      const { platform, workspace, channel } = place;
      await addPlace.run(session, { id: placeId(place), platform, workspace, channel, huddle });
    },
    removePlace: async (huddle, place) => {
      const id = placeId(place);
      await dropWaiting.run(session, { id, huddle });
      await removePlace.run(session, { id, huddle });
    },
    closedSince: async (place) => (await closedSince.first(session, { id: placeId(place) }))?.closed_at ?? null,
    closePlace: async (place, at) => {
      await setClosed.run(session, { id: placeId(place), closed_at: at });
    },
    openPlace: async (place) => {
      await setClosed.run(session, { id: placeId(place), closed_at: null });
    },
    save: async (huddle) => saveVersion(session, versioned, { row: fromHuddle(huddle), what: `huddle ${huddle.id}` }),
  };
}

/** A message names its place too. */
function placeId({ platform, workspace, channel }: PlaceRef): string {
  return refKey({ platform, workspace, channel });
}
