import type { Step } from '../step.ts';

/** Until when someone is left in peace. */
export async function heldUntil({ schema, run, dialect }: Step): Promise<void> {
  await run(schema.alterTable('people').addColumn('held_until', dialect.text));
}
