import type { Party } from './commitment.ts';
import type { Huddle, Member } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Change, Stuck, YesNeed } from './proposal-change.ts';
import type { Role } from './role-split.ts';
import type { Instant } from './time.ts';

/** What one person says now. A yes may have a concern in its words; an objection has its reason there. */
export interface ProposalAnswer {
  readonly person: PersonId;
  readonly at: Instant;
  readonly says: 'yes' | 'no';
  /** Which needed yeses it gives, by the groups of the person at that moment. */
  readonly fills: readonly YesNeed[];
  readonly words: string | null;
}

export type ProposalState =
  | { readonly status: 'open'; readonly stuck: Stuck | null }
  | { readonly status: 'agreed'; readonly at: Instant }
  | { readonly status: 'amended'; readonly at: Instant; readonly into: number }
  | { readonly status: 'withdrawn'; readonly at: Instant }
  | { readonly status: 'timed-out'; readonly at: Instant };

/** A suggested change. Its words never change: other words are another one, with a number of its own. */
export interface Proposal {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly change: Change;
  /** The new words or the new name; '' where there are none. */
  readonly text: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** The one whose words were changed into these. */
  readonly from: number | null;
  /** A coordinator set it at once: it holds already, and is not agreed yet. */
  readonly inPlace: boolean;
  readonly needs: readonly YesNeed[];
  /** One for each person, the newest last. */
  readonly answers: readonly ProposalAnswer[];
  readonly state: ProposalState;
  readonly reminded: boolean;
  readonly version: number;
}

/** All that the rules look at. */
export interface ProposalBook {
  readonly home: Huddle;
  readonly members: readonly Member[];
  readonly parties: ReadonlyMap<PersonId, Party>;
  readonly roles: readonly Role[];
  readonly proposals: ReadonlyMap<number, Proposal>;
  readonly nextNumber: number;
}

export type ProposalCommand = { readonly huddle: HuddleId; readonly now: Instant } & (
  ({ readonly by: PersonId } & OnProposals) | { readonly type: 'WakeProposal'; readonly number: number }
);

export type OnProposals =
  | { readonly type: 'Suggest'; readonly change: Change; readonly text: string; readonly atOnce: boolean }
  | { readonly type: 'SayYes'; readonly number: number; readonly but: string | null }
  | { readonly type: 'SayNo'; readonly number: number; readonly reason: string | null }
  | { readonly type: 'Amend'; readonly number: number; readonly change: Change; readonly text: string }
  | { readonly type: 'Withdraw'; readonly number: number };

export type ProposalRefusalCode =
  | 'not-a-member'
  | 'coordinators-only'
  | 'words-needed'
  | 'words-too-long'
  | 'as-it-is'
  | 'one-waits'
  | 'no-such-number'
  | 'is-over'
  | 'already-yes'
  | 'reason-needed'
  | 'same-words'
  | 'not-yours'
  | 'holds-already'
  | 'other-kind'
  | 'report-stays'
  | Stuck;
