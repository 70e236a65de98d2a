import { sql } from 'kysely';
import { oneAsk } from '../../src/domain/link-asks.ts';
import type { OnePerson } from '../../src/domain/link.ts';
import { query } from '../query.ts';
import type { Session } from '../session.ts';
import { asks, toAsk } from './asks.ts';

const ofPerson = query((db, { like }: { like: string }) =>
  db
    .selectFrom('asks')
    .selectAll()
    .where(
      sql<boolean>`(asked_by like ${like} or words_by like ${like} or noted_by like ${like} or history like ${like})`,
    ),
);

/** Asks that two people had a part in who are one. */
export async function becomeInAsks(session: Session, one: OnePerson): Promise<void> {
  for (const row of await ofPerson.all(session, { like: `%${one.from}%` })) {
    const before = toAsk(row);
    await asks(session).save({ ...oneAsk(before, one), version: before.version + 1 });
  }
}
