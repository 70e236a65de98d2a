import type { Instant } from '../../src/domain/time.ts';
import type { Timer, WakeKind } from '../../src/ports-kept.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import type { TimerRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';

const set = query((db, row: TimerRow) =>
  db
    .insertInto('timers')
    .values(pick(row, ['kind', 'subject', 'huddle', 'due_at']))
    .onConflict((taken) => taken.columns(['kind', 'subject']).doUpdateSet(pick(row, ['huddle', 'due_at']))),
);

const take = query((db, { kind, subject }: { kind: WakeKind; subject: string }) =>
  db.deleteFrom('timers').where('kind', '=', kind).where('subject', '=', subject),
);

const due = query((db, { now, limit }: { now: Instant; limit: number }) =>
  db
    .selectFrom('timers')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('kind')
    .orderBy('subject')
    .limit(limit),
);

const next = query((db) => db.selectFrom('timers').select('due_at').orderBy('due_at').limit(1));

export function timers(session: Session): Records['timers'] {
  return {
    set: async (kind, subject, huddle, dueAt) => {
      if (dueAt === null) await take.run(session, { kind, subject });
      else await set.run(session, { kind, subject, huddle, due_at: dueAt });
    },
    due: async (now, limit) => (await due.all(session, { now, limit })).map(toTimer),
    next: async () => (await next.first(session, {}))?.due_at ?? null,
  };
}

function toTimer({ kind, subject, huddle, due_at: dueAt }: TimerRow): Timer {
  return { kind, subject, huddle, dueAt };
}
