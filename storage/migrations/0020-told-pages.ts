import type { Step } from '../step.ts';

/** Pages that tell people outside, such as notes to the sponsor, each with the facts that it was made from. */
export async function toldPages({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('told_pages')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('kind', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('made_at', dialect.text, (column) => column.notNull())
      .addColumn('facts', dialect.text, (column) => column.notNull())
      .addColumn('sponsor', dialect.text)
      .addColumn('added', dialect.text, (column) => column.notNull())
      .addColumn('posted_at', dialect.text)
      .addColumn('reminded', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('told_pages_key', ['huddle', 'kind', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
}
