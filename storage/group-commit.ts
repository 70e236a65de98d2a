import type { Database as Connection } from 'better-sqlite3';
import { Conflict } from '../src/ports-kept.ts';
import { endable, mostTries, type Session } from './session.ts';

/** One unit of work that waits. `attempt` gives what to call once it is durable. */
interface Job {
  attempt(session: Session): Promise<() => void>;
  fail(error: unknown): void;
}

/**
 * One commit for all the work that arrives in one turn of the event loop, because waiting for the disk costs more than
 * all the rest (16 at once, 8 statements each: 474 µs a piece alone, 42 together). They run one after another, and
 * nobody hears that theirs is done before the commit.
 *
 * An error undoes its own piece alone. Hardly any has one, so at first all run straight through; when one fails, all is
 * undone and run again with a savepoint around each. Savepoints from the start are dear: for each one SQLite copies
 * every page before its first change, which for 16 answers was 340 writes to a temporary file and a fifth of their CPU.
 *
 * Work may wait for its records and for nothing else. Work that waits for the world outside would hold up everybody, so
 * it fails as soon as the event loop turns.
 */
export function groupCommits(
  connection: Connection,
  { inside, undone }: { readonly inside: Session; readonly undone: () => void },
) {
  const statement = (sql: string) => connection.prepare(sql);
  const begin = statement('begin immediate');
  const commit = statement('commit');
  const rollback = statement('rollback');
  const savepoint = statement('savepoint piece');
  const release = statement('release piece');
  const undo = statement('rollback to piece');

  let waiting: Job[] = [];
  let batch: Promise<void> | null = null;
  let closed = false;
  let records = endable(inside);
  let astray: ((error: Error) => void) | null = null;

  const transact = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) throw new Error('the store is closed');
      waiting.push({
        attempt: async (session) => {
          const value = await work(session);
          return () => {
            resolve(value);
          };
        },
        fail: reject,
      });
      batch ??= nextTurn().then(commitAll);
    });

  async function commitAll(): Promise<void> {
    const jobs = waiting;
    waiting = [];
    const done = await commitTogether(jobs);
    batch = waiting.length > 0 ? nextTurn().then(commitAll) : null;
    for (const tell of done) tell();
  }

  async function commitTogether(jobs: readonly Job[]): Promise<readonly (() => void)[]> {
    const watch = watchTheTurn();
    try {
      return (await straightThrough(jobs)) ?? (await inSavepoints(jobs));
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      undone();
      return jobs.map((job) => () => {
        job.fail(error);
      });
    } finally {
      watch.stop();
    }
  }

  /** Null when one of them failed: then nothing is left of any. */
  async function straightThrough(jobs: readonly Job[]): Promise<readonly (() => void)[] | null> {
    begin.run();
    const done: (() => void)[] = [];
    try {
      for (const job of jobs) done.push(await attempted(job));
    } catch (error) {
      if (!connection.inTransaction) throw error;
      rollback.run();
      undone();
      return null;
    }
    commit.run();
    return done;
  }

  async function inSavepoints(jobs: readonly Job[]): Promise<readonly (() => void)[]> {
    begin.run();
    const done: (() => void)[] = [];
    for (const job of jobs) done.push(await inSavepoint(job));
    commit.run();
    return done;
  }

  async function inSavepoint(job: Job): Promise<() => void> {
    // The first try was the one straight through.
    for (let tries = 2; ; tries += 1) {
      savepoint.run();
      try {
        const done = await attempted(job);
        release.run();
        return done;
      } catch (error) {
        // Some errors, such as a full disk, end the whole transaction: then nothing of this batch is left to keep.
        if (!connection.inTransaction) throw error;
        undo.run();
        undone();
        release.run();
        if (!(error instanceof Conflict) || tries === mostTries) {
          return () => {
            job.fail(error);
          };
        }
      }
    }
  }

  /** Whoever catches its error takes back what it wrote. */
  async function attempted(job: Job): Promise<() => void> {
    try {
      return await beforeTheTurn(job.attempt(records.session));
    } catch (error) {
      records.end();
      records = endable(inside);
      throw error;
    }
  }

  function beforeTheTurn<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      astray = reject;
      work.then(resolve, reject);
    });
  }

  function watchTheTurn() {
    const turned = (): void => {
      immediate = setImmediate(turned);
      astray?.(new Error('a unit of work waited for something other than its records'));
    };
    let immediate = setImmediate(turned);
    return {
      stop: () => {
        clearImmediate(immediate);
      },
    };
  }

  const idle = async (): Promise<void> => {
    while (batch !== null) await batch;
  };
  const close = async (): Promise<void> => {
    closed = true;
    await idle();
  };
  return { transact, idle, close };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
