import type { Need } from './commitment.ts';
import type { Side } from './huddle.ts';
import type { GroupKey, PersonId, RoleKey } from './ids.ts';
import type { Said, There } from './meeting-said.ts';
import type { Instant, LocalDate } from './time.ts';

/** `number` is the promise's own number in its huddle. */
export type CommitmentEvent = { readonly at: Instant; readonly number: number } & (
  | {
      readonly type: 'PromiseMade';
      readonly by: PersonId;
      readonly owners: readonly PersonId[];
      readonly forSide: Side;
      readonly due: LocalDate;
      readonly from: number | null;
      readonly words: { readonly what: string };
    }
  /** `to` are those of the owners whose yes is missing. */
  | {
      readonly type: 'PromiseOffered';
      readonly by: PersonId;
      readonly owners: readonly PersonId[];
      readonly to: readonly PersonId[];
      readonly forSide: Side;
      readonly due: LocalDate;
      readonly words: { readonly what: string };
    }
  /** `due` differs from what was offered only where that date had passed. */
  | {
      readonly type: 'PromiseAccepted';
      readonly by: PersonId;
      readonly due: LocalDate;
      readonly words: { readonly but: string | null };
    }
  | { readonly type: 'PromiseDeclined'; readonly by: PersonId; readonly words: { readonly reason: string | null } }
  | { readonly type: 'PromiseClaimed'; readonly by: PersonId; readonly words: { readonly proof: string | null } }
  | { readonly type: 'ClaimUndone'; readonly by: PersonId; readonly claimedAt: Instant }
  | { readonly type: 'PromiseKept'; readonly by: PersonId; readonly words: { readonly but: string | null } }
  /** `by` is null when it was said without a name: then nobody keeps who it was. */
  | {
      readonly type: 'PromiseDisputed';
      readonly by: PersonId | null;
      readonly claimedAt: Instant;
      readonly due: LocalDate;
      readonly words: { readonly missing: string | null };
    }
  | {
      readonly type: 'PromiseCouldNot';
      readonly by: PersonId;
      readonly words: { readonly reason: string; readonly next: string | null };
    }
  | {
      readonly type: 'SuggestionMade';
      readonly by: PersonId;
      readonly kind: 'change' | 'drop';
      readonly due: LocalDate | null;
      readonly needs: readonly Need[];
      readonly words: { readonly what: string | null };
    }
  /** `askedAt` says which suggestion: the moment it was made. */
  | {
      readonly type: 'SuggestionAgreed';
      readonly by: PersonId;
      readonly askedAt: Instant;
      readonly side: Need;
      readonly words: { readonly but: string | null };
    }
  | {
      readonly type: 'SuggestionRefused';
      readonly by: PersonId;
      readonly askedAt: Instant;
      readonly words: { readonly reason: string | null };
    }
  | { readonly type: 'PromiseChanged'; readonly into: number; readonly askedAt: Instant }
  | { readonly type: 'PromiseDropped'; readonly askedAt: Instant }
  /** A null is a thing that stays as it was. */
  | {
      readonly type: 'PromiseCorrected';
      readonly by: PersonId;
      readonly due: LocalDate | null;
      readonly owners: readonly PersonId[] | null;
      readonly forSide: Side | null;
      readonly words: { readonly what: string | null };
    }
  | {
      readonly type: 'PromiseUndone';
      readonly by: PersonId;
      readonly was: 'made' | 'offered' | 'kept' | 'could-not';
    }
  | { readonly type: 'PromiseNotKept' }
  /** `passedOn`: by the owner's own wish. Left out where time alone brought it about. */
  | { readonly type: 'PickUpWanted'; readonly passedOn?: true }
  | { readonly type: 'PickUpOffered'; readonly by: PersonId }
  | { readonly type: 'PickUpAgreed'; readonly by: PersonId; readonly to: PersonId; readonly due: LocalDate }
  | { readonly type: 'PickUpRefused'; readonly by: PersonId; readonly offeredBy: PersonId }
  /** `about` is the due date, or the moment of the digest. */
  | { readonly type: 'OwnerNoted'; readonly note: '2-days' | 'before-digest'; readonly about: string }
  | { readonly type: 'ClaimReminded' }
);

/** `idea` is the idea's own number in its huddle; `by` is null for one that was raised at a meeting. */
export type IdeaEvent = { readonly at: Instant; readonly idea: number } & (
  | {
      readonly type: 'IdeaRaised';
      readonly by: PersonId | null;
      readonly group: GroupKey | null;
      readonly side: Side | null;
      readonly fromMeeting: boolean;
      readonly words: { readonly text: string };
    }
  | { readonly type: 'IdeaTakenUp'; readonly by: PersonId; readonly promise: number }
);

/** `meeting` is its own number in its huddle. `sides` are the note-taker's. Who was there stands with the words: some counts are small. */
export type MeetingEvent = { readonly at: Instant; readonly meeting: number; readonly by: PersonId } & (
  | {
      readonly type: 'MeetingNoted' | 'MeetingMended';
      readonly heldOn: LocalDate;
      readonly sides: readonly Side[];
      readonly words: { readonly there: There; readonly said: Said };
    }
  | { readonly type: 'MeetingConfirmed'; readonly words: Pick<Said, 'yeses'> }
  | { readonly type: 'MeetingSaidWrong'; readonly words: { readonly what: string } }
  | { readonly type: 'MeetingDropped' }
);

export type RoleEvent = { readonly at: Instant; readonly role: RoleKey } & (
  | { readonly type: 'RoleNamed'; readonly by: PersonId; readonly words: { readonly name: string } }
  | { readonly type: 'RoleTaken'; readonly person: PersonId }
  | {
      readonly type: 'RoleOffered';
      readonly by: PersonId;
      readonly to: PersonId;
      readonly kind: 'hand' | 'share' | 'stand-in' | 'ask-stand-in';
    }
  | { readonly type: 'RoleHandedOver'; readonly from: PersonId; readonly to: PersonId }
  /** `by` made the offer. */
  | { readonly type: 'RoleOfferDeclined'; readonly person: PersonId; readonly by: PersonId }
  | { readonly type: 'RolePutDown'; readonly person: PersonId }
  /** `by` said the yes that it took, or that it is over. */
  | { readonly type: 'StandInAgreed' | 'StandInEnded'; readonly person: PersonId; readonly by: PersonId }
  /** These came by a yes of each side. */
  | { readonly type: 'RoleGiven'; readonly to: PersonId }
  | { readonly type: 'RoleRenamed'; readonly words: { readonly name: string } }
  | { readonly type: 'RoleEnded' }
);
