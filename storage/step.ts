import type { Compilable, SchemaModule } from 'kysely';
import type { Dialect } from './dialect.ts';

/** What one migration is given. It may change anything; all of them together are one transaction. */
export interface Step {
  readonly schema: SchemaModule;
  readonly dialect: Dialect;
  run(statement: Compilable): Promise<void>;
}
