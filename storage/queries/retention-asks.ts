import { sql, type ExpressionBuilder } from 'kysely';
import type { PersonId } from '../../src/domain/ids.ts';
import { wordsGone } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import { toJson } from '../json.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { counted, nobody, type Old, type Pair, type Some } from './retention-pair.ts';

/** What was asked of someone with more power stays counted; its words, and whose they were, go. */
export const asks: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('asks')
      .select(counted)
      .where((eb) => oldAsk(eb, before)),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('asks')
      .set({
        body: wordsGone,
        answer: sql<string | null>`case when answer is null then null else ${wordsGone} end`,
        asked_by: nobody,
        words_by: nobody,
        noted_by: sql<PersonId | null>`case when noted_by is null then null else ${nobody} end`,
        history: toJson([]),
      })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('asks')
            .select(['huddle', 'number'])
            .where((old) => oldAsk(old, before))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

/** One that waits is kept as long as it waits. */
function oldAsk(eb: ExpressionBuilder<Tables, 'asks'>, before: Instant) {
  return eb.and([eb('settled_at', '<', before), eb('asked_by', '<>', nobody)]);
}
