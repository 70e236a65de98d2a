import { sql } from 'kysely';
import type { Step } from '../step.ts';

/** Everyone who takes part is looked at once: whether their yes still holds is asked where it is old, and when it will be. */
export async function renewals({ run, dialect }: Step): Promise<void> {
  const everyone = sql`insert into timers (kind, subject, huddle, due_at)
    select 'renewal', huddle || '/' || person, huddle, '2000-01-01T00:00:00.000Z' from members where status = 'active'`;
  await run({ compile: () => everyone.compile(dialect.write) });
}
