import type { Step } from '../step.ts';

/** The links of people without an account. */
export async function guests({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('guests')
      .addColumn('account', dialect.text, (column) => column.notNull())
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('person', dialect.text, (column) => column.notNull())
      .addColumn('serial', 'integer', (column) => column.notNull())
      .addColumn('ends_at', dialect.text, (column) => column.notNull())
      .addColumn('ended_at', dialect.text)
      .addPrimaryKeyConstraint('guests_key', ['account'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(schema.createIndex('guests_of_huddle').on('guests').columns(['huddle']));
}
