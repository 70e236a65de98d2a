import type { HuddleId, PersonId, RoleKey } from './ids.ts';
import type { Instant } from './time.ts';

/** Someone holds, or held, a role. `to` is null while they hold it. */
export interface Holding {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A job in the huddle with its one or two holders and its whole history. */
export interface Role {
  readonly huddle: HuddleId;
  readonly key: RoleKey;
  readonly name: string;
  /** Lead roles are those the split counts. */
  readonly lead: boolean;
  readonly holdings: readonly Holding[];
  /** Handed to someone who has not taken it yet. */
  readonly offered: { readonly to: PersonId; readonly by: PersonId; readonly at: Instant } | null;
  readonly version: number;
}
