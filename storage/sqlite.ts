import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import BetterSqlite, { type Database as Connection, type Statement as Prepared } from 'better-sqlite3';
import { sqlite } from './dialect.ts';
import { groupCommits } from './group-commit.ts';
import { holdLock } from './lock.ts';
import { checkVersion, migrate } from './migrate.ts';
import { StorageRefused } from './refused.ts';
import type { Look, Memory, Database, Session, Statement, Value } from './session.ts';

/**
 * A database in one file, for one program at a time: made if it is not there, readable by its owner alone.
 * `:memory:` keeps nothing: its file stands in a temporary folder that is taken away at the close.
 */
export async function openSqlite(path: string): Promise<Database> {
  if (path !== ':memory:') return openFile(resolve(path));
  const folder = mkdtempSync(join(tmpdir(), 'wesaid-'));
  const database = await openFile(join(folder, 'wesaid.db'));
  const close = async (): Promise<void> => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, close };
}

/** For reading alone, also while the program that holds the file runs. Changes nothing, and makes no file. */
export async function lookAtSqlite(path: string): Promise<Look> {
  if (!existsSync(path)) throw new StorageRefused('cannot-open', `There is no database at ${resolve(path)}.`);
  const reader = new BetterSqlite(resolve(path), { readonly: true });
  const session = sessionOn(reader, null);
  try {
    await checkVersion(session);
  } catch (error) {
    reader.close();
    throw error;
  }
  return { reader: session, close: async () => void reader.close() };
}

async function openFile(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (const each of [file, `${file}.lock`]) closeSync(openSync(each, 'a', 0o600));
  const lock = holdLock(file);
  try {
    const writer = await openWriter(file);
    return openAll(file, { writer, lock });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openAll(file: string, { writer, lock }: { writer: Connection; lock: { release(): void } }): Database {
  const reader = new BetterSqlite(file, { readonly: true });
  const memory: Memory = new Map();
  const commits = groupCommits(writer, { inside: sessionOn(writer, memory), undone: () => memory.clear() });
  return {
    transact: commits.transact,
    reader: sessionOn(reader, null),
    forget: async () => {
      await commits.idle();
      writer.pragma('wal_checkpoint(truncate)');
    },
    close: async () => {
      await commits.close();
      reader.close();
      // Last, so that closing it folds the write-ahead log into the file.
      writer.close();
      lock.release();
    },
  };
}

/** A newer database is refused before anything is set that would change its file. */
async function openWriter(file: string): Promise<Connection> {
  const writer = new BetterSqlite(file);
  try {
    writer.pragma('synchronous = full');
    writer.pragma('secure_delete = on');
    writer.exec('begin immediate');
    await migrate(sessionOn(writer, null));
    writer.exec('commit');
    writer.pragma('journal_mode = wal');
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Prepares each statement once. Nothing here waits, so a whole transaction is done within one turn of the event loop. */
function sessionOn(connection: Connection, memory: Memory | null): Session {
  const prepared = new WeakMap<Statement, Prepared>();
  const prepare = (statement: Statement): Prepared => {
    const known = prepared.get(statement);
    if (known !== undefined) return known;
    const made = connection.prepare(statement.sql);
    prepared.set(statement, made);
    return made;
  };
  return {
    dialect: sqlite,
    memory,
    rows: async (statement: Statement, values: readonly Value[]) => prepare(statement).all(values),
    run: async (statement: Statement, values: readonly Value[]) => prepare(statement).run(values).changes,
  };
}
