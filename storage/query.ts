import { sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { Dialect } from './dialect.ts';
import { unsettles } from './memory.ts';
import type { Tables } from './schema.ts';
import type { Session, Statement, Value } from './session.ts';

/** A query that is written once for each kind of database, and from then on only filled with values. */
export interface Query<Values extends object, Row> {
  all(session: Session, values: Values): Promise<readonly Row[]>;
  first(session: Session, values: Values): Promise<Row | null>;
  /** For statements that give no rows: how many they changed. */
  run(session: Session, values: Values): Promise<number>;
}

/** Stands in the written query where a value will be. */
interface Slot {
  readonly slot: string;
}

interface Written extends Statement {
  readonly unsettles: boolean;
  readonly parameters: readonly (Slot | Value)[];
}

/**
 * Building and compiling a query with Kysely takes 20 to 40 µs, running it 3 to 8; so each is compiled at its first use
 * and never again. `build` therefore sees no values, only the slots where they will stand: it must not look at them.
 */
export function query<Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values, dialect: Dialect) => Compilable<Row>,
): Query<Values, Row> {
  const known = new Map<Dialect, Written>();
  const writtenFor = (dialect: Dialect): Written => {
    const before = known.get(dialect);
    if (before !== undefined) return before;
    // To Kysely a slot is a value like any other; only `filled` ever looks into it.
    const written = write(build(dialect.write, slots as Values, dialect));
    known.set(dialect, written);
    return written;
  };
  const rows = async (session: Session, values: Values): Promise<readonly Row[]> => {
    const written = writtenFor(session.dialect);
    // Kysely derived Row from the same query text, and the strict tables hold nothing else.
    const found = (await session.rows(written, filled(written, values))) as readonly Row[];
    if (written.unsettles) session.memory?.clear();
    return found;
  };
  return {
    all: rows,
    first: async (session, values) => (await rows(session, values))[0] ?? null,
    run: async (session, values) => {
      const written = writtenFor(session.dialect);
      const changed = await session.run(written, filled(written, values));
      if (written.unsettles) session.memory?.clear();
      return changed;
    },
  };
}

/** Answers every property with a slot of its name. */
const slots: unknown = new Proxy({}, { get: (_, slot) => ({ slot }) });

function write(built: Compilable): Written {
  const { sql, parameters } = built.compile();
  return { sql, parameters: parameters.map(slotOrValue), unsettles: unsettles(sql) };
}

function slotOrValue(parameter: unknown): Slot | Value {
  if (parameter === null || typeof parameter === 'string' || typeof parameter === 'number') return parameter;
  if (typeof parameter === 'object' && 'slot' in parameter && typeof parameter.slot === 'string') {
    return { slot: parameter.slot };
  }
  throw new Error('a query holds a parameter that is neither text nor number');
}

function filled(written: Written, values: object): Value[] {
  const given = values as Readonly<Record<string, Value>>;
  return written.parameters.map((parameter) => {
    if (parameter === null || typeof parameter !== 'object') return parameter;
    const value = given[parameter.slot];
    if (value === undefined) throw new Error(`a query was given no ${parameter.slot}`);
    return value;
  });
}

/** The named values alone, for `values()` and `set()`. Works on slots, which cannot be spread. */
export function pick<Values extends object, Key extends keyof Values>(
  values: Values,
  keys: readonly Key[],
): Pick<Values, Key> {
  const picked: Partial<Pick<Values, Key>> = {};
  for (const key of keys) picked[key] = values[key];
  return picked as Pick<Values, Key>;
}

/** The named values of the row that was to be inserted, for `doUpdateSet()`: each text is handed to the database once. */
export function offered<Key extends string>(keys: readonly Key[]): Record<Key, RawBuilder<never>> {
  const refs: Partial<Record<Key, RawBuilder<never>>> = {};
  for (const key of keys) refs[key] = sql.ref<never>(`excluded.${key}`);
  return refs as Record<Key, RawBuilder<never>>;
}
