import type { Side, Standing } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Instant, LocalDate, LocalTime, Weekday, Zone } from './time.ts';

/** The owner said it is done; it waits for a yes from the side it was for. */
export interface Claim {
  readonly by: PersonId;
  readonly at: Instant;
  /** The one reminder after five silent days went out. */
  readonly reminded: boolean;
}

/** Where a promise stands. `late` is not here: it is derived from an open promise and the time. */
export type CommitmentStatus =
  /** Someone was named as owner by another; `to` are those whose yes is missing. */
  | { readonly status: 'offered'; readonly to: readonly PersonId[] }
  | { readonly status: 'declined'; readonly by: PersonId; readonly at: Instant }
  /** `disputed`: it was said done, and someone it was for said not yet; null when they gave no name. */
  | { readonly status: 'open'; readonly disputed?: { readonly by: PersonId | null } }
  | ({ readonly status: 'claimed' } & Claim)
  | { readonly status: 'kept'; readonly by: PersonId; readonly at: Instant; readonly claim: Claim }
  | { readonly status: 'could-not'; readonly by: PersonId; readonly at: Instant }
  | { readonly status: 'changed'; readonly at: Instant; readonly into: number }
  | { readonly status: 'dropped'; readonly at: Instant }
  | { readonly status: 'not-kept'; readonly at: Instant }
  /** Taken back soon after it was made, as a slip. It counts nowhere and its number is gone. */
  | { readonly status: 'undone'; readonly by: PersonId; readonly at: Instant };

/** A yes that a suggestion needs: from one side, or from any side that is not named beside it. */
export type Need = Side | 'another-side';

/** A change or a letting-go that waits for a yes from each needed side. It has no number of its own. */
export interface Suggestion {
  readonly kind: 'change' | 'drop';
  readonly by: PersonId;
  readonly at: Instant;
  /** The new words of a change; null keeps the old ones, and for a drop. */
  readonly what: string | null;
  /** The new date of a change; null for a drop. */
  readonly due: LocalDate | null;
  readonly needs: readonly Need[];
  readonly yes: readonly { readonly side: Need; readonly person: PersonId; readonly at: Instant }[];
}

/** A promise. Its number is the huddle's own and never used twice. */
export interface Commitment {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly what: string;
  /** One or two people. Of an offered promise: those who are asked. */
  readonly owners: readonly PersonId[];
  readonly forSide: Side;
  readonly due: LocalDate;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** The promise this one came from, when it was changed together. */
  readonly from: number | null;
  readonly state: CommitmentStatus;
  readonly suggestion: Suggestion | null;
  /** Words that belong to the state: proof of a claim, reason of a could-not, a no thanks or a refused suggestion, next step of a could-not, what a "not yet" or a "yes, but" said is missing. */
  readonly proof: string | null;
  readonly reason: string | null;
  readonly next: string | null;
  readonly missing: string | null;
  /** When its state last changed, to place it in exactly one digest. */
  readonly movedAt: Instant;
  /** The notes already sent, or too late to send, each as `2-days:<due>`, `before-digest:<instant>` or `looking:<due>`; and `passed-on:<due>` where the owner asked for someone. */
  readonly notes: readonly string[];
  /** Someone offered to pick it up; waits for the owner's yes. */
  readonly pickUp: PersonId | null;
  readonly version: number;
}

/** What promises need to know of a member: the sides they are on now, and since when they are here or away. */
export interface Party {
  readonly sides: readonly Side[];
  /** Oldest first, at least one. */
  readonly standings: readonly Pick<Standing, 'from' | 'status'>[];
}

/** The promises of one huddle that a decision needs, with the people and the times that its rules look at. */
export interface PromiseBook {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly digest: { readonly weekday: Weekday; readonly time: LocalTime };
  readonly nextNumber: number;
  readonly promises: ReadonlyMap<number, Commitment>;
  readonly members: ReadonlyMap<PersonId, Party>;
}

/** Who does something, and when. */
export interface Act {
  readonly at: Instant;
  readonly by: PersonId;
}

/**
 * What someone asks for. `now` is the moment of the act: it decides lateness. A null number is the one promise that can
 * be meant: then the book holds all of the huddle's.
 */
export type PromiseCommand = { readonly huddle: HuddleId; readonly now: Instant } & (
  | ({ readonly by: PersonId } & (MakePromise | ({ readonly number: number | null } & OnPromise)))
  /** The time of a promise has come: its timer rang. */
  | { readonly type: 'Wake'; readonly number: number }
);

/** What can be done with a promise that is there. */
export type OnPromise =
  | { readonly type: 'Agree'; readonly but: string | null }
  | { readonly type: 'Refuse'; readonly reason: string | null }
  | { readonly type: 'Claim'; readonly proof: string | null }
  | { readonly type: 'NotYet'; readonly missing: string | null; readonly named: boolean }
  | { readonly type: 'CouldNot'; readonly reason: string; readonly next: string | null }
  | SuggestChange
  | { readonly type: 'SuggestDrop' }
  | { readonly type: 'PickUp' }
  /** The owner asks for someone who does it in their place. */
  | { readonly type: 'PassOn' }
  | { readonly type: 'Undo' }
  | CorrectPromise;

export interface MakePromise {
  readonly type: 'Make';
  readonly what: string;
  /** Empty: the one who speaks. */
  readonly owners: readonly PersonId[];
  /** Null: the side that uses the service. */
  readonly forSide: Side | null;
  readonly due: LocalDate | null;
}

/** At least one of the two is new; null keeps what was. */
export interface SuggestChange {
  readonly type: 'SuggestChange';
  readonly what: string | null;
  readonly due: LocalDate | null;
}

/** Puts a slip right; null keeps what was. */
export interface CorrectPromise {
  readonly type: 'Correct';
  readonly what: string | null;
  readonly due: LocalDate | null;
  readonly owners: readonly PersonId[] | null;
  readonly forSide: Side | null;
}

/** Every way in which the rules of promises say no. `words/` has a sentence for each. */
export type PromiseRefusalCode =
  | 'not-a-member'
  | 'what-needed'
  | 'what-too-long'
  | 'date-needed'
  | 'date-passed'
  | 'date-too-far'
  | 'too-many-owners'
  | 'owner-not-here'
  | 'no-such-promise'
  | 'which-number'
  | 'nothing-waits-for-you'
  | 'none-of-yours'
  | 'not-the-owner'
  | 'nothing-waits'
  | 'not-asked-of-you'
  | 'own-promise'
  | 'need-side'
  | 'need-other-side'
  | 'not-open'
  | 'claim-waits'
  | 'offer-waits'
  | 'suggestion-waits'
  | 'pick-up-waits'
  | 'already-yes'
  | 'yes-from-others'
  | 'reason-needed'
  | 'change-needed'
  | 'not-looking'
  | 'already-owner'
  | 'cannot-undo'
  | 'cannot-correct';
