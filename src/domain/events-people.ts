import type { DaysOff, Standing } from './huddle.ts';
import type { GroupKey, PersonId, PlaceRef, Platform } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

/** One more place became the huddle's own, or is so no longer. `by` is null for someone nobody knew. */
export interface PlaceEvent {
  readonly type: 'PlaceConnected' | 'PlaceDisconnected';
  readonly at: Instant;
  readonly place: PlaceRef;
  readonly by: PersonId | null;
}

/** A coordinator gave someone without an account a link, or ended it. */
export interface GuestEvent {
  readonly type: 'GuestLinkGiven' | 'GuestLinkEnded';
  readonly at: Instant;
  readonly person: PersonId;
  readonly by: PersonId;
}

/** An account on a platform became one of this person's, or is so no longer. */
export interface AccountEvent {
  readonly type: 'AccountLinked' | 'AccountUnlinked';
  readonly at: Instant;
  readonly person: PersonId;
  readonly platform: Platform;
}

export type MemberEvent =
  | { readonly type: 'MemberInvited'; readonly at: Instant; readonly person: PersonId; readonly by: PersonId | null }
  | { readonly type: 'MemberAskedToJoin'; readonly at: Instant; readonly person: PersonId }
  | {
      readonly type: 'MemberAnswered';
      readonly at: Instant;
      readonly person: PersonId;
      readonly to: 'taking-part' | 'counted' | 'quoted' | 'photos';
      readonly yes: boolean;
      readonly notice: number;
    }
  | {
      readonly type: 'GroupPicked';
      readonly at: Instant;
      readonly person: PersonId;
      readonly group: GroupKey;
      readonly also: GroupKey | null;
    }
  | {
      readonly type: 'StandingChanged';
      readonly at: Instant;
      readonly person: PersonId;
      readonly status: Standing['status'];
    }
  /** Null takes them back: the break has no end then, or there is none. */
  | { readonly type: 'DaysOffSet'; readonly at: Instant; readonly person: PersonId; readonly days: DaysOff | null }
  | { readonly type: 'DaysOffOver'; readonly at: Instant; readonly person: PersonId }
  /** They were asked whether their yes still holds; or did not answer in time, and are not counted until they do. */
  | { readonly type: 'RenewalAsked' | 'RenewalMissed'; readonly at: Instant; readonly person: PersonId }
  | { readonly type: 'CoordinatorAppointed'; readonly at: Instant; readonly person: PersonId; readonly by: PersonId }
  | { readonly type: 'UsingSideFew'; readonly at: Instant; readonly using: number; readonly of: number };

/** Someone was forgotten, and nothing says who. Someone said that they want to complain; what about is kept nowhere. */
export type RightsEvent =
  | { readonly type: 'MemberForgotten'; readonly at: Instant }
  | { readonly type: 'ComplaintMade'; readonly at: Instant; readonly person: PersonId; readonly due: LocalDate };
