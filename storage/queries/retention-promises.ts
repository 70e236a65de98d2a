import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import { wordsGone } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { counted, type Old, type Pair, type Some } from './retention-pair.ts';

/** Their words go, and how they ended stays for longer. */
export const promises: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('promises')
      .select(counted)
      .where((eb) => eb.and([endedBefore(eb, before), saysSomething(eb)])),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('promises')
      .set({ what: wordsGone, proof: null, reason: null, next_step: null, missing: null, suggestion: null })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('promises')
            .select(['huddle', 'number'])
            .where((old) => old.and([endedBefore(old, before), saysSomething(old)]))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

/** Then all else of them goes. The newest stays, so that no number is given twice. */
export const endedPromises: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('promises')
      .select(counted)
      .where((eb) => eb.and([endedBefore(eb, before), isNotNewest()])),
  ),
  take: query((db, { before, most }: Some) =>
    db.deleteFrom('promises').where((eb) =>
      eb(
        eb.refTuple('huddle', 'number'),
        'in',
        eb
          .selectFrom('promises')
          .select(['huddle', 'number'])
          .where((old) => old.and([endedBefore(old, before), isNotNewest()]))
          .limit(most)
          .$asTuple('huddle', 'number'),
      ),
    ),
  ),
};

/** The status stands in the state's JSON, which begins with it or not. */
function endedBefore(eb: ExpressionBuilder<Tables, 'promises'>, before: Instant) {
  const isLive = (['offered', 'open', 'claimed'] as const).map((status) =>
    eb('state', 'like', sql<never>`${sql.lit(`%"status":"${status}"%`)}`),
  );
  return eb.and([eb('moved_at', '<', before), eb.not(eb.or(isLive))]);
}

function saysSomething(eb: ExpressionBuilder<Tables, 'promises'>) {
  const more = (['proof', 'reason', 'next_step', 'missing', 'suggestion'] as const).map((column) =>
    eb(column, 'is not', null),
  );
  return eb.or([eb('what', '<>', wordsGone), ...more]);
}

/** The highest number of a huddle stays, so that none is given twice. */
function isNotNewest() {
  return sql<SqlBool>`promises.number < (select max(newest.number) from promises as newest where newest.huddle = promises.huddle)`;
}
