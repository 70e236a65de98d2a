import type { Step } from '../step.ts';

/** Notes that named someone who was forgotten since. */
export async function namesGone({ schema, run }: Step): Promise<void> {
  await run(schema.alterTable('outbox').addColumn('names_gone', 'integer', (column) => column.notNull().defaultTo(0)));
}
