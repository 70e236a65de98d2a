import type { Step } from '../step.ts';

/** What people would like to see happen, with what became of it. */
export async function ideas({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('ideas')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('body', dialect.text)
      .addColumn('raised_by', dialect.text)
      .addColumn('raised_as', dialect.text)
      .addColumn('side', dialect.text)
      .addColumn('raised_at', dialect.text, (column) => column.notNull())
      .addColumn('from_meeting', 'integer', (column) => column.notNull())
      .addColumn('promise', 'integer')
      .addColumn('taken_up_at', dialect.text)
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('ideas_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
}
