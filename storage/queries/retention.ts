import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Kept } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { RetentionRecords } from '../../src/ports-kept.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import type { Session } from '../session.ts';
import { asks } from './retention-asks.ts';
import { changes } from './retention-changes.ts';
import { decisions, ideas } from './retention-decisions.ts';
import { meetingNotes, waitingNotes } from './retention-meetings.ts';
import { pages } from './retention-pages.ts';
import { endedPromises, promises } from './retention-promises.ts';
import { counted, type Old, type Pair, type Some } from './retention-pair.ts';

type Where<Table extends keyof Tables> = (
  eb: ExpressionBuilder<Tables, Table>,
  before: Instant,
) => ExpressionWrapper<Tables, Table, SqlBool>;

/** Each is a pair of queries on the same rows, so that a dry run counts what the real one takes. */
const pairs: Readonly<Record<Kept, Pair>> = {
  'private-answers': words((eb, before) =>
    eb.and([eb('seen_by', 'in', ['coordinators', 'self']), eb('answered_at', '<', before), hasWords(eb)]),
  ),
  answers: words((eb, before) => eb.and([eb('answered_at', '<', before), hasWords(eb)])),
  'room-messages': {
    count: query((db, { before }: Old) => db.selectFrom('room_messages').select(counted).where('at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('room_messages')
        .where('id', 'in', (eb) => eb.selectFrom('room_messages').select('id').where('at', '<', before).limit(most)),
    ),
  },
  acts: {
    count: query((db, { before }: Old) => db.selectFrom('interactions').select(counted).where('at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('interactions')
        .where('id', 'in', (eb) => eb.selectFrom('interactions').select('id').where('at', '<', before).limit(most)),
    ),
  },
  notes: notes((eb, before) => eb.and([settledBefore(eb, before), eb('message', 'is', null)])),
  messages: notes(settledBefore),
  promises,
  ideas,
  decisions,
  asks,
  changes,
  'waiting-notes': waitingNotes,
  'meeting-notes': meetingNotes,
  pages,
  responses: {
    count: query((db, { before }: Old) =>
      db
        .selectFrom('responses')
        .select(counted)
        .where('round', 'in', (eb) => eb.selectFrom('rounds').select('id').where('closes_at', '<', before)),
    ),
    take: query((db, { before, most }: Some) =>
      db.deleteFrom('responses').where((eb) =>
        eb(
          eb.refTuple('round', 'person'),
          'in',
          eb
            .selectFrom('responses')
            .select(['round', 'person'])
            .where('round', 'in', (old) => old.selectFrom('rounds').select('id').where('closes_at', '<', before))
            .limit(most)
            .$asTuple('round', 'person'),
        ),
      ),
    ),
  },
  turns: {
    count: query((db, { before }: Old) =>
      db
        .selectFrom('utterances')
        .select(counted)
        .where((eb) => oldTurn(eb, before)),
    ),
    take: query((db, { before, most }: Some) =>
      db.deleteFrom('utterances').where('id', 'in', (eb) =>
        eb
          .selectFrom('utterances')
          .select('id')
          .where((old) => oldTurn(old, before))
          .limit(most),
      ),
    ),
  },
  journal: {
    count: query((db, { before }: Old) => db.selectFrom('journal').select(counted).where('at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('journal')
        .where('entry', 'in', (eb) => eb.selectFrom('journal').select('entry').where('at', '<', before).limit(most)),
    ),
  },
  digests: {
    count: query((db, { before }: Old) => db.selectFrom('digests').select(counted).where('news_to', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('digests')
        .where((eb) =>
          eb(
            eb.refTuple('huddle', 'monday'),
            'in',
            eb
              .selectFrom('digests')
              .select(['huddle', 'monday'])
              .where('news_to', '<', before)
              .limit(most)
              .$asTuple('huddle', 'monday'),
          ),
        ),
    ),
  },
  questions: {
    count: query((db, { before }: Old) => db.selectFrom('rounds').select(counted).where('closes_at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('rounds')
        .where('id', 'in', (eb) => eb.selectFrom('rounds').select('id').where('closes_at', '<', before).limit(most)),
    ),
  },
  'ended-promises': endedPromises,
  codes: {
    count: query((db, { before }: Old) => db.selectFrom('codes').select(counted).where('ends_at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('codes')
        .where('hash', 'in', (eb) => eb.selectFrom('codes').select('hash').where('ends_at', '<', before).limit(most)),
    ),
  },
  tries: {
    count: query((db, { before }: Old) => db.selectFrom('code_tries').select(counted).where('at', '<', before)),
    take: query((db, { before, most }: Some) =>
      db
        .deleteFrom('code_tries')
        .where('id', 'in', (eb) => eb.selectFrom('code_tries').select('id').where('at', '<', before).limit(most)),
    ),
  },
};

export function retention(session: Session): RetentionRecords {
  return {
    count: async ({ what, before }) => Number((await pairs[what].count.first(session, { before }))?.rows ?? 0),
    take: ({ what, before }, most) => pairs[what].take.run(session, { before, most }),
  };
}

/** That an answer was given stays; its words go, and so does the option that was picked. */
function words(where: Where<'responses'>): Pair {
  return {
    count: query((db, { before }: Old) =>
      db
        .selectFrom('responses')
        .select(counted)
        .where((eb) => where(eb, before)),
    ),
    take: query((db, { before, most }: Some) =>
      db
        .updateTable('responses')
        .set({ answer: null, answer_option: null })
        .where((eb) =>
          eb(
            eb.refTuple('round', 'person'),
            'in',
            eb
              .selectFrom('responses')
              .select(['round', 'person'])
              .where((old) => where(old, before))
              .limit(most)
              .$asTuple('round', 'person'),
          ),
        ),
    ),
  };
}

function hasWords(eb: ExpressionBuilder<Tables, 'responses'>) {
  return eb.or([eb('answer', 'is not', null), eb('answer_option', 'is not', null)]);
}

function notes(where: Where<'outbox'>): Pair {
  return {
    count: query((db, { before }: Old) =>
      db
        .selectFrom('outbox')
        .select(counted)
        .where((eb) => where(eb, before)),
    ),
    take: query((db, { before, most }: Some) =>
      db.deleteFrom('outbox').where('id', 'in', (eb) =>
        eb
          .selectFrom('outbox')
          .select('id')
          .where((old) => where(old, before))
          .limit(most),
      ),
    ),
  };
}

/** Out of the queue: sent, dropped or given up. */
function settledBefore(eb: ExpressionBuilder<Tables, 'outbox'>, before: Instant) {
  return eb.and([eb('ready_at', 'is', null), eb('not_before', '<', before)]);
}

/** By huddle, as the index is: without it, a million turns of which none is old held everything up for 200 ms. */
function oldTurn(eb: ExpressionBuilder<Tables, 'utterances'>, before: Instant) {
  return eb.and([eb('huddle', 'in', eb.selectFrom('huddles').select('huddles.id')), eb('at', '<', before)]);
}
