import Database from 'better-sqlite3';
import pg from 'pg';

/** As another program than ours would have left it. */
export async function setSchemaVersion(url: string, version: number): Promise<void> {
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length));
    database.prepare('update schema_version set version = ?').run(version);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update schema_version set version = $1', [version]);
  await client.end();
}
