import { Conflict } from '../../src/ports-kept.ts';
import type { Query } from '../query.ts';
import type { Session } from '../session.ts';

/** The two ways in which a row with a version is written; each changes one row, or none when someone else was first. */
export interface Versioned<Row extends { version: number }> {
  /** Adds the row unless its key is taken. */
  readonly add: Query<Row, unknown>;
  /** Replaces the row where it still has the version before. */
  readonly change: Query<Row & { before: number }, unknown>;
}

/** Version 1 is new; any other replaces the one just before it. Throws Conflict when somebody else was first. */
export async function saveVersion<Row extends { version: number }>(
  session: Session,
  { add, change }: Versioned<Row>,
  { row, what }: { row: Row; what: string },
): Promise<void> {
  const changed =
    row.version === 1 ? await add.run(session, row) : await change.run(session, { ...row, before: row.version - 1 });
  if (changed === 0) throw new Conflict(what);
}
