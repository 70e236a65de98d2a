import pg, { type Pool, type PoolClient } from 'pg';
import { Conflict } from '../src/ports-kept.ts';
import { postgres } from './dialect.ts';
import { checkVersion, migrate } from './migrate.ts';
import {
  type Look,
  type Memory,
  endable,
  mostTries,
  type Database,
  type Session,
  type Statement,
  type Value,
} from './session.ts';

/** serialization_failure, deadlock_detected, unique_violation: someone else was quicker. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const conflicts = new Set(['40001', '40P01', '23505']);

/** Any number that no other program on the same server takes; all instances of WeSaid agree on it. */
const migrationLock = 7_341_902;

/**
 * A database that several instances share. Work runs at REPEATABLE READ: whoever changes a row that another changed
 * since they began is told so by PostgreSQL, and runs again.
 */
export async function openPostgres(url: string): Promise<Database> {
  const writers = newPool(url, 8);
  // Of its own, so that a read inside a unit of work never waits for a connection that only that work can free.
  const readers = newPool(url, 4);
  const running = new Set<Promise<unknown>>();
  let closed = false;
  const close = async (): Promise<void> => {
    closed = true;
    await Promise.allSettled(running);
    await Promise.all([writers.end(), readers.end()]);
  };
  try {
    await inTransaction(writers, 'begin', async (session) => {
      await session.rows({ sql: `select pg_advisory_xact_lock(${migrationLock})` }, []);
      await migrate(session);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    transact: async (work) => {
      if (closed) throw new Error('the store is closed');
      const done = untilFirst(() => inTransaction(writers, 'begin isolation level repeatable read', work));
      running.add(done);
      return done.finally(() => running.delete(done));
    },
    reader: sessionOn(readers, null),
    forget: async () => {
      // PostgreSQL clears its own files away (autovacuum).
    },
    close,
  };
}

/** For reading alone. Changes nothing. */
export async function lookAtPostgres(url: string): Promise<Look> {
  const readers = newPool(url, 1);
  const reader = sessionOn(readers, null);
  try {
    await checkVersion(reader);
  } catch (error) {
    await readers.end();
    throw error;
  }
  return { reader, close: () => readers.end() };
}

function newPool(url: string, max: number): Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, application_name: 'wesaid' });
  // A connection that breaks while nobody asks it anything. The pool drops it, or whoever holds it hears of it at the
  // next statement; without a listener in either case the process ends.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function inTransaction<T>(pool: Pool, begin: string, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const { session, end } = endable(sessionOn(client, new Map()));
  try {
    await client.query(begin);
    const value = await work(session);
    end();
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    end();
    await giveBack(client);
    throw error;
  }
}

/** A connection that cannot even roll back is broken and is not used again. */
async function giveBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

async function untilFirst<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error) || tries === mostTries) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Conflict || (error instanceof pg.DatabaseError && conflicts.has(error.code ?? ''));
}

function sessionOn(connection: Pool | PoolClient, memory: Memory | null): Session {
  const ask = (statement: Statement, values: readonly Value[]) =>
    connection.query<Record<string, unknown>>(statement.sql, [...values]);
  return {
    dialect: postgres,
    memory,
    rows: async (statement, values) => (await ask(statement, values)).rows,
    run: async (statement, values) => (await ask(statement, values)).rowCount ?? 0,
  };
}
