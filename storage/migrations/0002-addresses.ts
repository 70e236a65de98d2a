import type { Step } from '../step.ts';

/** How to reach a place or a person on platforms that do not tell it by the id. */
export async function addresses({ schema, run, dialect }: Step): Promise<void> {
  await run(
    schema
      .createTable('addresses')
      .addColumn('id', dialect.text, (column) => column.notNull())
      .addColumn('address', dialect.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('addresses_key', ['id'])
      .modifyEnd(dialect.tableOptions),
  );
}
