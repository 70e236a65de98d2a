import { sql, type ExpressionBuilder } from 'kysely';
import { wordsGone } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import { toJson } from '../json.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { counted, nobody, type Old, type Pair, type Some } from './retention-pair.ts';

/**
 * What was agreed stays as long as the huddle: it may hold still, and the agreement shows what held before. Who asked and
 * who said what to it goes, and so do the words of what came to nothing.
 */
export const changes: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('proposals')
      .select(counted)
      .where((eb) => oldChange(eb, before)),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('proposals')
      .set({
        body: sql<string>`case when state like ${hasStatus('agreed')} then body else ${wordsGone} end`,
        made_by: nobody,
        answers: toJson([]),
      })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('proposals')
            .select(['huddle', 'number'])
            .where((old) => oldChange(old, before))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

/** None is open for longer than 21 days. What a coordinator set at once holds from then on, and is left as it is. */
function oldChange(eb: ExpressionBuilder<Tables, 'proposals'>, before: Instant) {
  return eb.and([
    eb('made_at', '<', before),
    eb('in_place', '=', 0),
    eb('made_by', '<>', nobody),
    eb.not(eb('state', 'like', sql<never>`${sql.lit(hasStatus('open'))}`)),
  ]);
}

function hasStatus(status: 'open' | 'agreed'): string {
  return `%"status":"${status}"%`;
}
