import { sql } from 'kysely';
import { goneId } from '../../src/domain/forget.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Query } from '../query.ts';

export interface Old {
  readonly before: Instant;
}

export interface Some extends Old {
  readonly most: number;
}

/** How many of a kind are old, and taking some of them. */
export interface Pair {
  readonly count: Query<Old, { readonly rows: number | string | bigint }>;
  readonly take: Query<Some, unknown>;
}

/** Stands where whoever wrote something that went by its age was. */
export const nobody = goneId('long-ago');

export const counted = sql<number | string | bigint>`count(*)`.as('rows');
