import { sql } from 'kysely';
import type { Step } from '../step.ts';

/** Every huddle is looked at once, on the first beat: it sets when its numbers to call have to be checked. */
export async function checksOfNumbers({ run, dialect }: Step): Promise<void> {
  const all = sql`insert into timers (kind, subject, huddle, due_at) select 'numbers-check', id, id, set_up_at from huddles`;
  await run({ compile: () => all.compile(dialect.write) });
}
