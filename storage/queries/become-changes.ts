import { sql } from 'kysely';
import { oneAgreement, oneProposal, type OnePerson } from '../../src/domain/link.ts';
import { query } from '../query.ts';
import { toAgreement, toProposal } from '../rows.ts';
import type { Session } from '../session.ts';
import { agreements } from './agreements.ts';
import { proposals } from './proposals.ts';

const changesOf = query((db, { like }: { like: string }) =>
  db
    .selectFrom('proposals')
    .selectAll()
    .where(sql<boolean>`(made_by like ${like} or change like ${like} or answers like ${like})`),
);

const signedBy = query((db, { like }: { like: string }) =>
  db
    .selectFrom('agreements')
    .selectAll()
    .where(sql<boolean>`signatures like ${like}`),
);

/** Suggested changes and signatures of two people who are one. */
export async function becomeInChanges(session: Session, one: OnePerson): Promise<void> {
  const like = `%${one.from}%`;
  for (const row of await changesOf.all(session, { like })) {
    const before = toProposal(row);
    await proposals(session).save({ ...oneProposal(before, one), version: before.version + 1 });
  }
  for (const row of await signedBy.all(session, { like })) {
    const before = toAgreement(row);
    await agreements(session).save({ ...oneAgreement(before, one), version: before.version + 1 });
  }
}
