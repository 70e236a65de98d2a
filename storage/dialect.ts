import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { Tables } from './schema.ts';

/** What a query or a migration may need to know of the database. Kysely only writes SQL here; a Session runs it. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  readonly write: Kysely<Tables>;
  /** Rows can be locked while others step over them. Where not, there is one writer and nothing to step over. */
  readonly canSkipLocked: boolean;
  /** Text that compares byte by byte, whatever language the server was set up in. */
  readonly text: RawBuilder<unknown>;
  /** A whole number that counts up by itself. */
  readonly counter: RawBuilder<unknown>;
  /** Stands at the end of `create table`. */
  readonly tableOptions: RawBuilder<unknown>;
  readonly tableNames: RawBuilder<{ name: string }>;
}

export const sqlite: Dialect = {
  name: 'sqlite',
  write: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  canSkipLocked: false,
  text: sql`text`,
  counter: sql`integer primary key autoincrement`,
  tableOptions: sql`strict`,
  tableNames: sql<{ name: string }>`(select name from sqlite_master where type = 'table')`,
};

export const postgres: Dialect = {
  name: 'postgres',
  write: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  canSkipLocked: true,
  text: sql`text collate "C"`,
  counter: sql`bigint generated always as identity primary key`,
  tableOptions: sql``,
  tableNames: sql<{ name: string }>`(select tablename as name from pg_tables where schemaname = current_schema())`,
};
