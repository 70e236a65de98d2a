import { sql } from 'kysely';
import type { OnePerson } from '../../src/domain/link.ts';
import { query } from '../query.ts';
import type { Session } from '../session.ts';

/** A text that is a person's id, or that has it between slashes: "round/person". */
export function oneText(text: string, { from, into }: OnePerson): string {
  if (!text.includes(from)) return text;
  return text
    .split('/')
    .map((part) => (part === from ? into : part))
    .join('/');
}

/**
 * The columns of JSON in which people are named among other things. All of them hold ids and facts; only a settings row
 * and a message in the room hold words too, and there a person's id stands where `oneJson` looks for it.
 */
export async function becomeInText(session: Session, one: OnePerson): Promise<void> {
  const like = `%${one.from}%`;
  for (const { find, save } of columns) {
    for (const row of await find.all(session, { like })) {
      const text = oneJson(row.text, one);
      if (text !== row.text) await save.run(session, { id: row.id, text });
    }
  }
  await asked.run(session, one);
}

function oneJson(text: string, one: OnePerson): string {
  return JSON.stringify(oneValue(JSON.parse(text), one));
}

/** Every text in it that is the id, and no list names the same person twice. */
function oneValue(value: unknown, one: OnePerson): unknown {
  if (typeof value === 'string') return oneText(value, one);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value.map((each) => oneValue(each, one));
    return list.filter((each, at) => each !== one.into || list.indexOf(each) === at);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, oneValue(each, one)]));
}

interface Column {
  readonly table: 'huddles' | 'rounds' | 'digests' | 'journal' | 'interactions' | 'meetings' | 'room_messages';
  /** What tells its rows apart. */
  readonly key: string;
  readonly text: string;
  /** Rows that others may be about to write anew from an older copy: those have to look again. */
  readonly versioned?: true;
}

const columns = [
  column({ table: 'huddles', key: 'id', text: 'settings', versioned: true }),
  column({ table: 'rounds', key: 'id', text: 'drawn', versioned: true }),
  column({ table: 'digests', key: "huddle || '/' || monday", text: 'facts' }),
  column({ table: 'journal', key: 'cast(entry as text)', text: 'facts' }),
  column({ table: 'interactions', key: 'id', text: 'outcome' }),
  column({ table: 'meetings', key: "huddle || '/' || cast(number as text)", text: 'state', versioned: true }),
  column({ table: 'room_messages', key: 'id', text: 'document' }),
];

function column({ table, key, text, versioned }: Column) {
  const [name, id, value] = [sql.table(table), sql.raw(key), sql.ref(text)];
  const counted = sql.raw(versioned === true ? ', version = version + 1' : '');
  return {
    find: query((db, { like }: { like: string }) =>
      db
        .selectFrom(sql<{ id: string; text: string }>`(select ${id} as id, ${value} as text from ${name})`.as('each'))
        .select(['id', 'text'])
        .where('text', 'like', like),
    ),
    save: query((db, { id: row, text: to }: { id: string; text: string }) => ({
      compile: () => sql<never>`update ${name} set ${value} = ${to}${counted} where ${id} = ${row}`.compile(db),
    })),
  };
}

const asked = query((db, { from, into }: OnePerson) =>
  db
    .updateTable('rounds')
    .set((eb) => ({ asked_by: into, version: eb('version', '+', 1) }))
    .where('asked_by', '=', from),
);
