import type { Need } from './commitment.ts';
import type { DecisionWords, FinalSay, Rung } from './decision.ts';
import type { Change, Stuck, YesNeed } from './proposal-change.ts';
import type { GroupKey, MessageRef, PersonId, PlaceRef, Platform, RoleKey, RoundId } from './ids.ts';
import type { Said, There } from './meeting-said.ts';
import type { Prompt, SeenBy } from './round.ts';
import type { DaysOff, NudgeChoice, Side, Standing } from './huddle.ts';
import type { Instant, LocalDate } from './time.ts';

/**
 * What happened, in the past tense. The journal keeps every field but `words`: whatever a person typed, and names,
 * stand there and nowhere else, so that the journal holds facts and ids only.
 */
export type DomainEvent =
  | HuddleEvent
  | PlaceEvent
  | MemberEvent
  | AccountEvent
  | GuestEvent
  | RoundEvent
  | CommitmentEvent
  | IdeaEvent
  | QuestionEvent
  | DecisionEvent
  | ProposalEvent
  | AgreementEvent
  | MeetingEvent
  | RoleEvent
  | DigestEvent
  | NudgeEvent
  | CheckEvent
  | RightsEvent;

export type HuddleEvent =
  | {
      readonly type: 'HuddleSetUp';
      readonly at: Instant;
      readonly words: { readonly name: string; readonly purpose: string | null };
    }
  | {
      readonly type: 'SettingChanged';
      readonly at: Instant;
      readonly setting: string;
      readonly words: { readonly value: string };
    }
  | { readonly type: 'ScheduleChanged'; readonly at: Instant; readonly nextDueAt: Instant | null }
  /** The bot may no longer speak in one of its places, or may again. `open` is how many are open now. */
  | { readonly type: 'PlaceClosed' | 'PlaceOpened'; readonly at: Instant; readonly open: number };

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

export type RoundEvent =
  | {
      readonly type: 'RoundPlanned';
      readonly at: Instant;
      readonly round: RoundId;
      readonly opensAt: Instant;
      readonly by: PersonId;
      readonly words: { readonly prompt: Prompt };
    }
  /** `prompt` is null for a question that was planned before. */
  | {
      readonly type: 'RoundOpened';
      readonly at: Instant;
      readonly round: RoundId;
      readonly closesAt: Instant;
      readonly prompt: Prompt | null;
    }
  | {
      readonly type: 'RoundClosed';
      readonly at: Instant;
      readonly round: RoundId;
      readonly heard: number;
      readonly of: number;
      readonly order: readonly PersonId[];
    }
  /** A private question is over: how many answered it is told in the digest or nowhere. */
  | { readonly type: 'PulseClosed'; readonly at: Instant; readonly round: RoundId }
  | {
      readonly type: 'AnswerSubmitted';
      readonly at: Instant;
      readonly round: RoundId;
      readonly person: PersonId;
      readonly first: boolean;
      readonly late: boolean;
      readonly seenBy: SeenBy;
      readonly words: {
        readonly text: string | null;
        readonly option: number | null;
        readonly message: MessageRef | null;
        readonly helped?: true;
      };
    }
  | RoundPersonEvent<'AnswerWithdrawn'>
  | RoundPersonEvent<'RoundSkipped'>
  | RoundPersonEvent<'RemindedLater'>
  | (RoundPersonEvent<'AskedForLater'> & { readonly remindAt: Instant });

interface RoundPersonEvent<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
  readonly round: RoundId;
  readonly person: PersonId;
}

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
  | { readonly type: 'PickUpWanted' }
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

/** What members made of the questions; `question` is its number. Who it was is kept nowhere in the journal. */
export interface QuestionEvent {
  readonly type: 'QuestionAdded' | 'QuestionReworded' | 'QuestionRuledOut' | 'QuestionAllowed';
  readonly at: Instant;
  readonly question: number;
}

/** `decision` is its own number in its huddle; `fills` the needed yes that whoever acted gives by it. */
export type DecisionEvent = {
  readonly at: Instant;
  readonly decision: number;
  readonly by: PersonId;
  readonly fills: Need | null;
} & (
  | WithWords<'DecisionLogged'>
  | WithWords<'DecisionCorrected'>
  | { readonly type: 'DecisionYes'; readonly isShared: boolean }
);

interface WithWords<Type extends string> {
  readonly type: Type;
  readonly finalSay: FinalSay;
  readonly rung: Rung;
  readonly needs: readonly Need[];
  readonly words: DecisionWords;
}

export type RoleEvent = { readonly at: Instant; readonly role: RoleKey } & (
  | { readonly type: 'RoleNamed'; readonly by: PersonId; readonly words: { readonly name: string } }
  | { readonly type: 'RoleTaken'; readonly person: PersonId }
  | { readonly type: 'RoleOffered'; readonly by: PersonId; readonly to: PersonId; readonly kind: 'hand' | 'share' }
  | { readonly type: 'RoleHandedOver'; readonly from: PersonId; readonly to: PersonId }
  /** `by` made the offer. */
  | { readonly type: 'RoleOfferDeclined'; readonly person: PersonId; readonly by: PersonId }
  | { readonly type: 'RolePutDown'; readonly person: PersonId }
  /** These came by a yes of each side. */
  | { readonly type: 'RoleGiven'; readonly to: PersonId }
  | { readonly type: 'RoleRenamed'; readonly words: { readonly name: string } }
  | { readonly type: 'RoleEnded' }
);

/** `number` is the suggested change's own, out of the one series that promises count in too. */
export type ProposalEvent = { readonly at: Instant; readonly number: number } & (
  | {
      readonly type: 'ProposalMade';
      readonly by: PersonId;
      readonly from: number | null;
      readonly inPlace: boolean;
      readonly change: Change;
      readonly needs: readonly YesNeed[];
      readonly words: { readonly text: string };
    }
  | {
      readonly type: 'ProposalYes';
      readonly by: PersonId;
      readonly fills: readonly YesNeed[];
      readonly words: { readonly but: string | null };
    }
  | { readonly type: 'ProposalNo'; readonly by: PersonId; readonly words: { readonly reason: string | null } }
  | { readonly type: 'ProposalAgreed'; readonly inPlace: boolean }
  | { readonly type: 'ProposalStuck'; readonly why: Stuck }
  | { readonly type: 'ProposalAmended'; readonly by: PersonId; readonly into: number }
  | { readonly type: 'ProposalWithdrawn'; readonly by: PersonId }
  | { readonly type: 'ProposalTimedOut' }
  | { readonly type: 'ProposalReminded' }
);

export type AgreementEvent = { readonly at: Instant; readonly edition: number } & (
  { readonly type: 'AgreementMade' } | { readonly type: 'AgreementSigned'; readonly by: PersonId; readonly side: Side }
);

export type DigestEvent = {
  readonly type: 'DigestPublished';
  readonly at: Instant;
  readonly monday: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
};

/** Checking a digest before it is posted. No words: a draft is mended by numbers. */
export type CheckEvent =
  /** Nobody: it is turned off. */
  | {
      readonly type: 'CheckersNamed';
      readonly at: Instant;
      readonly people: readonly PersonId[];
      readonly standIn: PersonId | null;
    }
  | { readonly type: 'CheckerAnswered'; readonly at: Instant; readonly person: PersonId; readonly yes: boolean }
  | { readonly type: 'DraftSent'; readonly at: Instant; readonly monday: LocalDate; readonly to: readonly PersonId[] }
  | {
      readonly type: 'DraftMarked';
      readonly at: Instant;
      readonly monday: LocalDate;
      readonly person: PersonId;
      readonly what: 'right' | 'cannot';
    }
  | {
      readonly type: 'DraftMended';
      readonly at: Instant;
      readonly monday: LocalDate;
      readonly by: PersonId;
      readonly what: 'hide' | 'show' | 'talk';
      readonly number: number;
    };

/** Someone chose what to do about the tip to everyone. Who it was is kept nowhere. */
export interface NudgeEvent {
  readonly type: 'NudgeAnswered';
  readonly at: Instant;
  /** Of the week that the tip came with. */
  readonly monday: LocalDate;
  readonly choice: NudgeChoice;
}

/** Someone was forgotten, and nothing says who. Someone said that they want to complain; what about is kept nowhere. */
export type RightsEvent =
  | { readonly type: 'MemberForgotten'; readonly at: Instant }
  | { readonly type: 'ComplaintMade'; readonly at: Instant; readonly person: PersonId; readonly due: LocalDate };
