import type { Step } from '../step.ts';

/** Answers that someone typed for the person whose answer it is. */
export async function supporters({ schema, run }: Step): Promise<void> {
  await run(schema.alterTable('responses').addColumn('helped', 'integer'));
}
