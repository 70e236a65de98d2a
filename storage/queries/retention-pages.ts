import type { Pair } from './retention-pair.ts';
import { counted, type Old, type Some } from './retention-pair.ts';
import { query } from '../query.ts';

/** Pages hold what people typed, so they go as promises' words do: whole, since they are nothing without them. */
export const pages: Pair = {
  count: query((db, { before }: Old) => db.selectFrom('told_pages').select(counted).where('made_at', '<', before)),
  take: query((db, { before, most }: Some) =>
    db
      .deleteFrom('told_pages')
      .where((eb) =>
        eb(
          eb.refTuple('huddle', 'kind', 'number'),
          'in',
          eb
            .selectFrom('told_pages')
            .select(['huddle', 'kind', 'number'])
            .where('made_at', '<', before)
            .limit(most)
            .$asTuple('huddle', 'kind', 'number'),
        ),
      ),
  ),
};
