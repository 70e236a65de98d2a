import type { Step } from '../step.ts';

/** What is asked of someone with more power, with what they said. */
export async function upstairs({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('asks')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('body', dialect.text, (column) => column.notNull())
      .addColumn('asked_by', dialect.text, (column) => column.notNull())
      .addColumn('asked_at', dialect.text, (column) => column.notNull())
      .addColumn('words_by', dialect.text, (column) => column.notNull())
      .addColumn('status', dialect.text, (column) => column.notNull())
      .addColumn('says', dialect.text)
      .addColumn('answer', dialect.text)
      .addColumn('noted_by', dialect.text)
      .addColumn('settled_at', dialect.text)
      .addColumn('history', dialect.text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('asks_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
}
