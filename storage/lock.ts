import Database from 'better-sqlite3';
import { StorageRefused } from './refused.ts';

/**
 * Holds `<file>.lock` while this program uses the file, so that a second one is refused instead of sending everything
 * twice. The lock file is a tiny database whose write lock we keep: the system itself lets go of it when the process
 * dies, so a lock left by a dead one is taken over by whoever comes next, in any container, with no id to compare.
 * Never open that file by other means in this process: closing it would let go of the lock. Backups and `doctor` use
 * the database itself and are not in the way.
 */
export function holdLock(file: string): { release(): void } {
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    // Written before it is held, so that those who are refused can read who holds it.
    lock.exec(`pragma user_version = ${process.pid}`);
    lock.exec('begin immediate');
  } catch (error) {
    const holder = holderOf(lock);
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw inUse(file, holder);
    throw error;
  }
  return { release: () => lock.close() };
}

function holderOf(lock: Database.Database): string {
  try {
    return `process ${String(lock.pragma('user_version', { simple: true }))}`;
  } catch (error) {
    // The holder is writing its id at this very moment; that it exists is all we need.
    if (error instanceof Database.SqliteError) return 'another process';
    throw error;
  }
}

function inUse(file: string, holder: string): StorageRefused {
  return new StorageRefused(
    'in-use',
    `${file} is in use by another WeSaid (${holder}). Two on one file would send everything twice. ` +
      'Stop the other one first. To run several at once, use PostgreSQL.',
  );
}
