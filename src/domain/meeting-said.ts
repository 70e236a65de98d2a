import type { Side } from './huddle.ts';
import type { GroupKey, PersonId } from './ids.ts';
import type { LocalDate } from './time.ts';

/** What was said at a meeting, as one person wrote it down. It binds nobody until someone of another side confirms it. */
export interface Said {
  /** No owner named: whoever writes the notes promises it themself. */
  readonly promises: readonly {
    readonly what: string;
    readonly due: LocalDate;
    readonly forSide: Side | null;
    readonly owners: readonly PersonId[];
  }[];
  /** A yes that was written down for someone is not theirs: each is asked. */
  readonly yeses: readonly { readonly promise: number; readonly people: readonly PersonId[] }[];
  readonly ideas: readonly { readonly text: string; readonly group: GroupKey | null }[];
}

/** How many of each group were there. Never joined with turns. */
export type There = readonly { readonly group: GroupKey; readonly people: number }[];
