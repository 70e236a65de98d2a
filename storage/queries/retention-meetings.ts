import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Instant } from '../../src/domain/time.ts';
import { toJson } from '../json.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { counted, type Old, type Pair, type Some } from './retention-pair.ts';

/** A note that nobody confirmed is dropped, and what was said in it goes. */
export const waitingNotes: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('meetings')
      .select(counted)
      .where((eb) => waitsSince(eb, before)),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('meetings')
      .set({ state: toJson({ status: 'dropped' as const, at: before }) })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('meetings')
            .select(['huddle', 'number'])
            .where((old) => waitsSince(old, before))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

/** How many were there is a total, as in digests. A huddle's newest stays, so that no number is given twice. */
export const meetingNotes: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('meetings')
      .select(counted)
      .where((eb) => eb.and([eb('noted_at', '<', before), isNotNewest()])),
  ),
  take: query((db, { before, most }: Some) =>
    db.deleteFrom('meetings').where((eb) =>
      eb(
        eb.refTuple('huddle', 'number'),
        'in',
        eb
          .selectFrom('meetings')
          .select(['huddle', 'number'])
          .where((old) => old.and([old('noted_at', '<', before), isNotNewest()]))
          .limit(most)
          .$asTuple('huddle', 'number'),
      ),
    ),
  ),
};

function waitsSince(eb: ExpressionBuilder<Tables, 'meetings'>, before: Instant) {
  const is = (status: 'waiting' | 'wrong') => eb('state', 'like', sql<never>`${sql.lit(`%"status":"${status}"%`)}`);
  return eb.and([eb('noted_at', '<', before), eb.or([is('waiting'), is('wrong')])]);
}

function isNotNewest() {
  return sql<SqlBool>`meetings.number < (select max(newest.number) from meetings as newest where newest.huddle = meetings.huddle)`;
}
