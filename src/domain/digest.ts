import type { Side } from './huddle.ts';
import type { PersonId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

/** One promise as it stood when a digest was cut. Its words are looked up by number when the digest is built. */
export interface PromiseLine {
  readonly number: number;
  readonly status:
    | 'kept'
    | 'could-not'
    | 'changed'
    | 'dropped'
    | 'not-kept'
    | 'disputed'
    | 'open'
    | 'claimed'
    | 'late'
    | 'looking'
    | 'suggested';
  readonly due: LocalDate;
  /** Who said yes to a kept one; null elsewhere. */
  readonly by: PersonId | null;
  /** The new number of a changed one; null elsewhere. */
  readonly into: number | null;
}

/** Turns of one line of the finest split that may be shown. */
export interface BalanceLine {
  /** Whom the line is about: one group's key, one side, or everyone but the using side. */
  readonly who: { readonly group: string } | { readonly side: Side } | 'everyone-else';
  readonly people: number;
  readonly turns: number;
  /** Turns that would be level, rounded to a whole. */
  readonly level: number;
  /** Whole percents that add up to 100; null under 50 turns. */
  readonly percent: number | null;
  readonly word: 'much-more' | 'more' | 'level' | 'less' | 'much-less';
}

export type Balance =
  | { readonly shown: 'lines'; readonly turns: number; readonly lines: readonly BalanceLine[] }
  /** Switched off, not on yet (it begins in the fourth week), or no split that privacy lets through: the total alone. */
  | { readonly shown: 'total'; readonly turns: number; readonly why: 'off' | 'later' | 'hidden' }
  | { readonly shown: 'not-enough' };

/** Everything a digest says, as facts and ids. Saved when it is published, so that it reads the same for ever. */
export interface DigestFacts {
  readonly week: { readonly monday: LocalDate; readonly sunday: LocalDate };
  readonly from: Instant;
  readonly to: Instant;
  readonly promises: readonly PromiseLine[];
  readonly heard: { readonly people: number; readonly of: number };
  readonly balance: Balance;
  /** Lead roles and open promises held by each side; two holders count half each. */
  readonly split: readonly { readonly side: Side; readonly leadRoles: number; readonly openPromises: number }[];
}
