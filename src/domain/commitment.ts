import type { Side } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

/** Where a promise stands. `late` is not here: it is derived from an open promise and the time (DOMAIN 4). */
export type CommitmentStatus =
  | { readonly status: 'offered'; readonly to: PersonId }
  | { readonly status: 'declined'; readonly at: Instant }
  | { readonly status: 'open' }
  | { readonly status: 'claimed'; readonly by: PersonId; readonly at: Instant; readonly reminded: boolean }
  | { readonly status: 'kept'; readonly by: PersonId; readonly at: Instant }
  | { readonly status: 'could-not'; readonly by: PersonId; readonly at: Instant }
  | { readonly status: 'changed'; readonly at: Instant; readonly into: number }
  | { readonly status: 'dropped'; readonly at: Instant }
  | { readonly status: 'not-kept'; readonly at: Instant };

/** A change or a letting-go that waits for a yes from each needed side. It has no number of its own. */
export interface Suggestion {
  readonly kind: 'change' | 'drop';
  readonly by: PersonId;
  readonly at: Instant;
  /** The new words of a change, and its new date; null for a drop. */
  readonly what: string | null;
  readonly due: LocalDate | null;
  readonly needs: readonly Side[];
  readonly yes: readonly { readonly side: Side; readonly person: PersonId; readonly at: Instant }[];
}

/** A promise. Its number is the huddle's own and never used twice. */
export interface Commitment {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly what: string;
  /** One or two people. */
  readonly owners: readonly PersonId[];
  readonly forSide: Side;
  readonly due: LocalDate;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** The promise this one came from, when it was changed together. */
  readonly from: number | null;
  readonly state: CommitmentStatus;
  readonly suggestion: Suggestion | null;
  /** Words that belong to the state: proof of a claim, reason and next step of a could-not, what a "not yet" said is missing. */
  readonly proof: string | null;
  readonly reason: string | null;
  readonly next: string | null;
  readonly missing: string | null;
  /** When its state last changed, to place it in exactly one digest. */
  readonly movedAt: Instant;
  /** The private notes already sent: "2-days" before the due date, "before-digest". Keyed by what they announced. */
  readonly notes: readonly string[];
  /** Someone offered to pick it up (owner not on the running side); waits for the owner's yes. */
  readonly pickUp: PersonId | null;
  readonly version: number;
}
