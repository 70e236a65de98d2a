import { sql } from 'kysely';
import { oneDecision, type OnePerson } from '../../src/domain/link.ts';
import { query } from '../query.ts';
import type { Session } from '../session.ts';
import { decisions, toDecision } from './decisions.ts';

const ofPerson = query((db, { like }: { like: string }) =>
  db
    .selectFrom('decisions')
    .selectAll()
    .where(
      sql<boolean>`(logged_by like ${like} or words_by like ${like} or yeses like ${like} or history like ${like})`,
    ),
);

/** Decisions that two people had a part in who are one. */
export async function becomeInDecisions(session: Session, one: OnePerson): Promise<void> {
  for (const row of await ofPerson.all(session, { like: `%${one.from}%` })) {
    const before = toDecision(row);
    await decisions(session).save({ ...oneDecision(before, one), version: before.version + 1 });
  }
}
