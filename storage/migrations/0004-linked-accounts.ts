import type { Step } from '../step.ts';

/** One person on several platforms: where they want their notes, and the codes by which accounts are linked. */
export async function linkedAccounts({ schema, run, dialect }: Step): Promise<void> {
  await run(schema.alterTable('people').addColumn('reach_on', dialect.text));
  await run(
    schema
      .createTable('codes')
      .addColumn('hash', dialect.text, (column) => column.notNull())
      .addColumn('kind', dialect.text, (column) => column.notNull())
      .addColumn('account', dialect.text, (column) => column.notNull())
      .addColumn('huddle', dialect.text)
      .addColumn('ends_at', dialect.text, (column) => column.notNull())
      .addColumn('used_by', dialect.text)
      .addPrimaryKeyConstraint('codes_key', ['hash'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(
    schema
      .createTable('code_tries')
      .addColumn('id', dialect.text, (column) => column.notNull())
      .addColumn('account', dialect.text, (column) => column.notNull())
      .addColumn('at', dialect.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('code_tries_key', ['id'])
      .modifyEnd(dialect.tableOptions),
  );
  await run(schema.createIndex('code_tries_of_account').on('code_tries').columns(['account', 'at']));
}
