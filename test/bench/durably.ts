import Database from 'better-sqlite3';

/** Keeps a row of four texts in a file; durable when the promise resolves. Rows of one turn of the event loop share a commit. */
export function durably(path: string): (row: readonly string[]) => Promise<void> {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table said (id text primary key, person text not null, at text not null, words text)');
  const insert = db.prepare('insert or ignore into said values (?, ?, ?, ?)');
  let waiting: { row: readonly string[]; done: () => void }[] = [];
  const commit = db.transaction((rows: typeof waiting) => {
    for (const { row } of rows) insert.run(...row);
  });
  return (row) =>
    new Promise((done) => {
      if (waiting.length === 0) {
        setImmediate(() => {
          const batch = waiting;
          waiting = [];
          commit(batch);
          for (const each of batch) each.done();
        });
      }
      waiting.push({ row, done });
    });
}
