import { sql } from 'kysely';
import { refKey, type PersonId } from '../../src/domain/ids.ts';
import type { OwnRow } from '../../src/ports-kept.ts';
import { query } from '../query.ts';
import type { Session } from '../session.ts';
import { personColumns, type OwnTable } from './own-columns.ts';
import { namesOne } from './own-text.ts';

/** Every row that names a person or an account of theirs, as it is stored. */
export async function ownRows(session: Session, person: PersonId): Promise<readonly OwnRow[]> {
  const needles = await needlesOf(session, person);
  const found: OwnRow[] = [];
  for (const table of tables) {
    for (const row of await rowsNaming(session, table, needles)) found.push({ table, row });
  }
  return found;
}

const tables = Object.keys(personColumns) as readonly OwnTable[];

const accounts = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('identities').selectAll().where('person', '=', person).orderBy('position'),
);

/** Their id, and their accounts as these stand alone and in whole. */
export async function needlesOf(session: Session, person: PersonId): Promise<readonly string[]> {
  const known = await accounts.all(session, { person });
  return [
    person,
    ...known.flatMap(({ platform, workspace, account }) => [account, refKey({ platform, workspace, user: account })]),
  ];
}

type Row = OwnRow['row'];

const finds = new Map(tables.map((table) => [table, find(table)]));

function find(table: OwnTable) {
  return query((db, { like }: { like: string }) => {
    const each = personColumns[table].map((column: string) => sql<boolean>`${sql.ref(column)} like ${like}`);
    return {
      compile: () => sql<Row>`select * from ${sql.table(table)} where ${sql.join(each, sql` or `)}`.compile(db),
    };
  });
}

/** A sign in an account can mean any sign to the database, so each row is looked at once more. */
export async function rowsNaming(
  session: Session,
  table: OwnTable,
  needles: readonly string[],
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>();
  const asked = finds.get(table);
  for (const needle of needles) {
    for (const row of (await asked?.all(session, { like: `%${needle}%` })) ?? []) {
      const named = personColumns[table].some((column) => namesOne(row[column], needle));
      if (named) rows.set(JSON.stringify(row), row);
    }
  }
  return [...rows.values()];
}
