import type { HuddleId, PersonId, RoleKey } from './ids.ts';
import type { Instant } from './time.ts';

/** Someone holds, or held, a role. `to` is null while they hold it. */
export interface Holding {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Someone does the job while every holder is away. `agreedBy` said the yes that it took: a holder, or they themself. */
export interface StandIn extends Holding {
  readonly agreedBy: PersonId;
}

/** A job in the huddle with its one or two holders and its whole history. Two holders count half each (C10). */
export interface Role {
  readonly huddle: HuddleId;
  readonly key: RoleKey;
  readonly name: string;
  readonly holdings: readonly Holding[];
  /** Those who stand in, or stood in, in their order. Left out where nobody ever did. */
  readonly standIns?: readonly StandIn[];
  /** Waits for a yes: from the receiver of a hand-over, or from a holder who is asked to share. */
  readonly offered: Offer | null;
  /** Set once it is no role of the huddle any more. Its history stays. */
  readonly endedAt?: Instant;
  /** Set by the save, one higher each time. */
  readonly version: number;
}

export interface Offer {
  /**
   * hand: `by` gives it to `to`. share: `to` asks to hold it beside the holder, and `by` is the same person. stand-in:
   * `to` asks to stand in, and `by` is the same person. ask-stand-in: `by` holds it and asks `to` to stand in.
   */
  readonly kind: 'hand' | 'share' | 'stand-in' | 'ask-stand-in';
  readonly to: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What a role decision needs: the role if it is known, and who takes part in the huddle now. */
export interface RoleState {
  readonly huddle: HuddleId;
  readonly role: Role | null;
  readonly present: ReadonlySet<PersonId>;
  readonly coordinators: ReadonlySet<PersonId>;
}

export type RoleCommand = {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly by: PersonId;
  readonly role: RoleKey;
} & (
  | { readonly type: 'TakeRole'; readonly name: string }
  | { readonly type: 'HandRole'; readonly to: PersonId }
  /** `offer` is when it was made, so that an old button says yes to nothing newer; null means the one that waits. */
  | { readonly type: 'AgreeRole' | 'DeclineRole'; readonly offer: Instant | null }
  | { readonly type: 'PutDownRole' }
  /** `to` is null for whoever offers to do it; else a holder asks them. */
  | { readonly type: 'OfferStandIn'; readonly to: PersonId | null }
  | { readonly type: 'StopStandIn' }
  /** What each side has said yes to. */
  | { readonly type: 'GiveRole'; readonly to: PersonId }
  | { readonly type: 'NameRole'; readonly name: string }
  | { readonly type: 'EndRole' }
);

export type RoleRefusal =
  | 'role-unknown'
  | 'role-yours-already'
  | 'role-full'
  | 'role-not-yours'
  | 'role-free'
  | 'role-to-yourself'
  | 'role-they-hold-it'
  | 'role-no-offer'
  | 'role-asked-already'
  | 'stand-in-there'
  | 'stand-in-for-yourself'
  | 'stand-in-not-there'
  | 'not-a-member'
  | 'role-name-too-long';

export const mostHolders = 2;

/** Who holds a role now, those who have left the huddle aside. */
export function holders(role: Role, present: ReadonlySet<PersonId>): readonly PersonId[] {
  return role.holdings.filter(({ person, to }) => to === null && present.has(person)).map(({ person }) => person);
}
