import type { Step } from '../step.ts';

/** When a place was closed to the bot, and when a message was last deleted or put back. Null: never. */
export async function placesAndSpeech({ schema, run, dialect }: Step): Promise<void> {
  await run(schema.alterTable('places').addColumn('closed_at', dialect.text));
  await run(schema.alterTable('utterances').addColumn('settled_at', dialect.text));
}
