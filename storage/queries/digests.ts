import type { HuddleId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import { fromDigest, toDigest } from '../rows.ts';
import type { DigestRow } from '../schema.ts';
import type { Session } from '../session.ts';

const one = query((db, { huddle, monday }: { huddle: HuddleId; monday: LocalDate }) =>
  db.selectFrom('digests').selectAll().where('huddle', '=', huddle).where('monday', '=', monday),
);

const recent = query((db, { huddle, limit }: { huddle: HuddleId; limit: number }) =>
  db.selectFrom('digests').selectAll().where('huddle', '=', huddle).orderBy('monday', 'desc').limit(limit),
);

const add = query((db, row: DigestRow) =>
  db
    .insertInto('digests')
    .values(pick(row, ['huddle', 'monday', 'news_from', 'news_to', 'facts']))
    .onConflict((taken) => taken.doNothing()),
);

export function digests(session: Session): Records['digests'] {
  return {
    get: async (huddle, monday) => digestOrNull(await one.first(session, { huddle, monday })),
    last: async (huddle) => digestOrNull(await recent.first(session, { huddle, limit: 1 })),
    recent: async (huddle, limit) => (await recent.all(session, { huddle, limit })).map(toDigest),
    add: async (digest) => (await add.run(session, fromDigest(digest))) === 1,
  };
}

function digestOrNull(row: DigestRow | null) {
  return row === null ? null : toDigest(row);
}
