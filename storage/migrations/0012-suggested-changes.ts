import type { Step } from '../step.ts';

/** Suggested changes, the signed agreement, roles that ended, and the one series that promises count in too. */
export async function suggestedChanges({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('numbers')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('numbers_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(
    dialect.write
      .insertInto('numbers')
      .columns(['huddle', 'number'])
      .expression((eb) => eb.selectFrom('promises').select(['huddle', 'number'])),
  );
  await run(
    schema
      .createTable('proposals')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('change', dialect.text, (column) => column.notNull())
      .addColumn('body', dialect.text, (column) => column.notNull())
      .addColumn('made_by', dialect.text, (column) => column.notNull())
      .addColumn('made_at', dialect.text, (column) => column.notNull())
      .addColumn('came_from', 'integer')
      .addColumn('in_place', 'integer', (column) => column.notNull())
      .addColumn('needs', dialect.text, (column) => column.notNull())
      .addColumn('answers', dialect.text, (column) => column.notNull())
      .addColumn('state', dialect.text, (column) => column.notNull())
      .addColumn('reminded', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('proposals_key', ['huddle', 'number'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(
    schema
      .createTable('agreements')
      .addColumn('huddle', dialect.text, (column) => column.notNull())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('made_at', dialect.text, (column) => column.notNull())
      .addColumn('words', dialect.text, (column) => column.notNull())
      .addColumn('signatures', dialect.text, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('agreements_key', ['huddle', 'edition'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(schema.alterTable('roles').addColumn('ended_at', dialect.text));
}
