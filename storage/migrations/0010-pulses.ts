import type { Step } from '../step.ts';

/**
 * Private questions. Answers stand beside nothing that says whose they are: a key that lives as long as its round makes a
 * token of each person. Both are gone at the close, and what may be told is left.
 */
export async function pulses({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('pulse_keys')
      .addColumn('round', dialect.text, (column) => column.notNull())
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('key', dialect.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('pulse_keys_key', ['round'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(
    schema
      .createTable('pulse_answers')
      .addColumn('token', dialect.text, (column) => column.notNull())
      .addColumn('round', dialect.text, (column) => column.notNull())
      .addColumn('picked', 'integer')
      .addColumn('at', dialect.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('pulse_answers_key', ['token'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(schema.createIndex('pulse_answers_of_round').on('pulse_answers').columns(['round']));
  await run(
    schema
      .createTable('pulse_results')
      .addColumn('round', dialect.text, (column) => column.notNull())
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('result', dialect.text, (column) => column.notNull())
      .addColumn('monday', dialect.text)
      .addPrimaryKeyConstraint('pulse_results_key', ['round'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(schema.createIndex('pulse_results_of_huddle').on('pulse_results').columns(['huddle', 'round']));
}
