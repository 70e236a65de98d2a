import { refKey, type HuddleId, type PersonId, type RoundId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports.ts';
import { remembered } from '../memory.ts';
import { offered, pick, query } from '../query.ts';
import { fromResponse, fromRound, toResponse, toRound } from '../rows.ts';
import type { ResponseRow, RoundRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const byId = query((db, { id }: { id: RoundId }) => db.selectFrom('rounds').selectAll().where('id', '=', id));

const recent = query((db, { huddle, limit }: { huddle: HuddleId; limit: number }) =>
  db
    .selectFrom('rounds')
    .selectAll()
    .where('huddle', '=', huddle)
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit),
);

const between = query((db, { huddle, from, to }: { huddle: HuddleId; from: Instant; to: Instant }) =>
  db
    .selectFrom('rounds')
    .selectAll()
    .where('huddle', '=', huddle)
    .where('opens_at', '>=', from)
    .where('opens_at', '<', to)
    .orderBy('opens_at')
    .orderBy('id'),
);

const changeable = [
  'huddle',
  'prompt',
  'asked_by',
  'status',
  'opens_at',
  'closes_at',
  'heard',
  'drawn',
  'version',
] as const;

const versioned = {
  add: query((db, row: RoundRow) =>
    db
      .insertInto('rounds')
      .values(pick(row, ['id', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: RoundRow & { before: number }) =>
    db.updateTable('rounds').set(pick(row, changeable)).where('id', '=', row.id).where('version', '=', row.before),
  ),
};

const response = query((db, { round, person }: { round: RoundId; person: PersonId }) =>
  db.selectFrom('responses').selectAll().where('round', '=', round).where('person', '=', person),
);

// In the order of ids, which says nothing about who answered first.
const responses = query((db, { round }: { round: RoundId }) =>
  db.selectFrom('responses').selectAll().where('round', '=', round).orderBy('person'),
);

const byMessage = query((db, { id }: { id: string }) =>
  db.selectFrom('responses').selectAll().where('message_id', '=', id).orderBy('round').orderBy('person').limit(1),
);

const said = [
  'answer',
  'answer_option',
  'seen_by',
  'answered_at',
  'late',
  'message',
  'message_id',
  'helped',
  'skipped',
  'later',
] as const;

const saveResponse = query((db, row: ResponseRow) =>
  db
    .insertInto('responses')
    .values(pick(row, ['round', 'person', ...said]))
    .onConflict((taken) => taken.columns(['round', 'person']).doUpdateSet(offered(said))),
);

const roundById = remembered({ name: 'round', key: (id: RoundId) => id }, async (session, id) => {
  const row = await byId.first(session, { id });
  return row === null ? null : toRound(row);
});

export function rounds(session: Session): Records['rounds'] {
  return {
    get: (id) => roundById(session, id),
    recent: async (huddle, limit) => (await recent.all(session, { huddle, limit })).map(toRound),
    between: async (huddle, from, to) => (await between.all(session, { huddle, from, to })).map(toRound),
    save: async (round) => saveVersion(session, versioned, { row: fromRound(round), what: `round ${round.id}` }),
    response: async (round, person) => responseOrNull(await response.first(session, { round, person })),
    responses: async (round) => (await responses.all(session, { round })).map(toResponse),
    byMessage: async (message) => responseOrNull(await byMessage.first(session, { id: refKey(message) })),
    saveResponse: async (given) => {
      await saveResponse.run(session, fromResponse(given));
    },
  };
}

function responseOrNull(row: ResponseRow | null) {
  return row === null ? null : toResponse(row);
}
