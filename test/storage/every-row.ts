import Database from 'better-sqlite3';
import pg from 'pg';

/** Every row of every table, by the table's name, as someone sees it who reads the database itself. */
export async function everyRow(url: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  return url.startsWith('sqlite:') ? inSqlite(url.slice('sqlite:'.length)) : inPostgres(url);
}

function inSqlite(file: string): ReadonlyMap<string, readonly unknown[]> {
  const database = new Database(file, { readonly: true });
  const tables = database
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all();
  const rows = new Map(tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()]));
  database.close();
  return rows;
}

async function inPostgres(url: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = 'select tablename as name from pg_tables where schemaname = current_schema()';
  const tables = (await client.query<{ name: string }>(found)).rows;
  const rows = new Map<string, readonly unknown[]>();
  for (const { name } of tables)
    rows.set(name, (await client.query<Record<string, unknown>>(`select * from "${name}"`)).rows);
  await client.end();
  return rows;
}
