import type { Step } from '../step.ts';

/** What was decided, by whom, and what it came from. */
export async function decisions({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('decisions')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('body', dialect.text, (column) => column.notNull())
      .addColumn('final_say', dialect.text, (column) => column.notNull())
      .addColumn('rung', dialect.text, (column) => column.notNull())
      .addColumn('lived', dialect.text)
      .addColumn('practice', dialect.text)
      .addColumn('logged_by', dialect.text, (column) => column.notNull())
      .addColumn('logged_at', dialect.text, (column) => column.notNull())
      .addColumn('words_by', dialect.text, (column) => column.notNull())
      .addColumn('needs', dialect.text, (column) => column.notNull())
      .addColumn('yeses', dialect.text, (column) => column.notNull())
      .addColumn('shared_at', dialect.text)
      .addColumn('history', dialect.text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('decisions_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
}
