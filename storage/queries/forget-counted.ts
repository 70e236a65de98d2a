import { sql } from 'kysely';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { query } from '../query.ts';
import type { Session } from '../session.ts';

const gone = sql<boolean>`person like 'gone-%'`;

const huddles = query((db) => db.selectFrom('members').select('huddle').distinct().where(gone));

const takeTurns = query((db, { huddle, before }: { huddle: HuddleId; before: Instant }) =>
  db.deleteFrom('utterances').where('huddle', '=', huddle).where('at', '<', before).where(gone),
);
const takeAnswers = query((db, { huddle, before }: { huddle: HuddleId; before: Instant }) =>
  db
    .deleteFrom('responses')
    .where(gone)
    .where('answered_at', '<', before)
    .where('round', 'in', db.selectFrom('rounds').select('id').where('huddle', '=', huddle)),
);
const members = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('members').select(['person', 'standings']).where('huddle', '=', huddle).where(gone),
);
const takeMember = query((db, { huddle, person }: { huddle: HuddleId; person: string }) =>
  db
    .deleteFrom('members')
    .where('huddle', '=', huddle)
    .where(sql<boolean>`person = ${person}`),
);

/** In which huddles people are still counted who were forgotten. */
export async function huddlesOfGone(session: Session): Promise<readonly HuddleId[]> {
  return (await huddles.all(session, {})).map(({ huddle }) => huddle);
}

/** What was kept of them until a week was told goes once it is. Their last standing is their leaving. */
export async function forgetCounted(session: Session, keepFrom: ReadonlyMap<HuddleId, Instant>): Promise<void> {
  for (const [huddle, before] of keepFrom) {
    await takeTurns.run(session, { huddle, before });
    await takeAnswers.run(session, { huddle, before });
    for (const { person, standings } of await members.all(session, { huddle })) {
      const left = (JSON.parse(standings) as readonly { from: Instant }[]).at(-1)?.from ?? before;
      if (left < before) await takeMember.run(session, { huddle, person });
    }
  }
}
