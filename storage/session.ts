import type { Dialect } from './dialect.ts';

/** One SQL text. The same object is given each time, so that a database can keep what it prepared for it. */
export interface Statement {
  readonly sql: string;
}

export type Value = string | number | null;

/**
 * What was read before, for as long as it stands. An answer asks who acts, where, in which thread and in which round,
 * and these change once in hours; to remember them took an answer from 142 µs of CPU to 70. All is forgotten when one of
 * their tables changes and when work is undone. So a memory may last for as long as nobody else writes: in SQLite while
 * the file is locked to this program, in PostgreSQL for one unit of work.
 */
export type Memory = Map<string, Promise<unknown>>;

/** A way to run statements: inside one transaction, or outside any. */
export interface Session {
  readonly dialect: Dialect;
  /** Null where others may write at any moment. */
  readonly memory: Memory | null;
  rows(statement: Statement, values: readonly Value[]): Promise<readonly unknown[]>;
  /** How many rows it changed. */
  run(statement: Statement, values: readonly Value[]): Promise<number>;
}

/** An open database, before any question of ours. */
export interface Database {
  /** Durable when the promise resolves; run again on a conflict. */
  transact<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Never sees the rows of an open transaction, and may be used inside one. */
  readonly reader: Session;
  /** Overwrites on the disk what was deleted, as far as the database can. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** A database that is only read. */
export type Look = Pick<Database, 'reader' | 'close'>;

/** How often a unit of work is run before a conflict goes to whoever asked. */
export const mostTries = 8;

/**
 * A session that can be ended, so that work which was given up cannot write into the transaction of another by a
 * statement that comes late.
 */
export function endable(session: Session): { session: Session; end(): void } {
  let ended = false;
  const live = (): Session => {
    if (ended) throw new Error('this unit of work is over: its records can no longer be used');
    return session;
  };
  return {
    session: {
      dialect: session.dialect,
      memory: session.memory,
      rows: async (statement, values) => live().rows(statement, values),
      run: async (statement, values) => live().run(statement, values),
    },
    end: () => {
      ended = true;
    },
  };
}
