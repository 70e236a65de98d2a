import type { Step } from '../step.ts';

/** Notes of meetings that were held elsewhere. */
export async function meetings({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('meetings')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('held_on', dialect.text, (column) => column.notNull())
      .addColumn('noted_by', dialect.text, (column) => column.notNull())
      .addColumn('noted_at', dialect.text, (column) => column.notNull())
      .addColumn('sides', dialect.text, (column) => column.notNull())
      .addColumn('there', dialect.text, (column) => column.notNull())
      .addColumn('state', dialect.text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('meetings_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
}
