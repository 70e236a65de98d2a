import type { Step } from '../step.ts';

/** Who stands in for a role. Empty for all that were there before. */
export async function standIns({ schema, run, dialect }: Step): Promise<void> {
  await run(schema.alterTable('roles').addColumn('stand_ins', dialect.text));
}
