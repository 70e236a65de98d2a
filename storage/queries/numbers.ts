import { sql } from 'kysely';
import type { HuddleId } from '../../src/domain/ids.ts';
import { Conflict } from '../../src/ports-kept.ts';
import { query } from '../query.ts';
import type { NumberRow } from '../schema.ts';
import type { Session } from '../session.ts';

const next = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .selectFrom('numbers')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
    .where('huddle', '=', huddle),
);

const take = query((db, { huddle, number }: NumberRow) =>
  db
    .insertInto('numbers')
    .values({ huddle, number })
    .onConflict((taken) => taken.doNothing()),
);

/** The next free number of a huddle's one series. */
export async function nextNumber(session: Session, huddle: HuddleId): Promise<number> {
  return (await next.first(session, { huddle }))?.number ?? 1;
}

/** Throws Conflict where a promise or a suggested change has it already. */
export async function takeNumber(session: Session, { huddle, number }: NumberRow): Promise<void> {
  const changed = await take.run(session, { huddle, number });
  if (changed === 0) throw new Conflict(`number ${huddle}/${String(number)}`);
}
