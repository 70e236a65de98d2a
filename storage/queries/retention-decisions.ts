import { sql, type ExpressionBuilder } from 'kysely';
import { wordsGone } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import { toJson } from '../json.ts';
import { query } from '../query.ts';
import type { Tables } from '../schema.ts';
import { counted, nobody, type Old, type Pair, type Some } from './retention-pair.ts';

/** The words of an idea and whose it was go; that it was shared stays counted. */
export const ideas: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('ideas')
      .select(counted)
      .where((eb) => oldIdea(eb, before)),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('ideas')
      .set({ body: null, raised_by: null })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('ideas')
            .select(['huddle', 'number'])
            .where((old) => oldIdea(old, before))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

/** The words of a decision and whose they were go; who had the final say stays counted. */
export const decisions: Pair = {
  count: query((db, { before }: Old) =>
    db
      .selectFrom('decisions')
      .select(counted)
      .where((eb) => oldDecision(eb, before)),
  ),
  take: query((db, { before, most }: Some) =>
    db
      .updateTable('decisions')
      .set({
        body: wordsGone,
        // What was blank stays blank, so that it does not read as if something had been there, or the other way round.
        lived: sql<string | null>`case when lived is null then null else ${wordsGone} end`,
        practice: sql<string | null>`case when practice is null then null else ${wordsGone} end`,
        logged_by: nobody,
        words_by: nobody,
        yeses: toJson([]),
        history: toJson([]),
      })
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'number'),
          'in',
          eb
            .selectFrom('decisions')
            .select(['huddle', 'number'])
            .where((old) => oldDecision(old, before))
            .limit(most)
            .$asTuple('huddle', 'number'),
        ),
      ),
  ),
};

function oldIdea(eb: ExpressionBuilder<Tables, 'ideas'>, before: Instant) {
  return eb.and([
    eb(eb.fn.coalesce('taken_up_at', 'raised_at'), '<', before),
    eb.or([eb('body', 'is not', null), eb('raised_by', 'is not', null)]),
  ]);
}

function oldDecision(eb: ExpressionBuilder<Tables, 'decisions'>, before: Instant) {
  return eb.and([eb('logged_at', '<', before), eb('logged_by', '<>', nobody)]);
}
