import type { CheckEvent, DigestEvent, SponsorEvent } from './events-digest.ts';
import type { AccountEvent, GuestEvent, MemberEvent, PlaceEvent, RightsEvent } from './events-people.ts';
import type { CommitmentEvent, IdeaEvent, MeetingEvent, RoleEvent } from './events-promises.ts';
import type { NudgeEvent, QuestionEvent, RoundEvent } from './events-rounds.ts';
import type { StepEvent } from './events-steps.ts';
import type { AgreementEvent, DecisionEvent, ProposalEvent, UpstairsEvent } from './events-together.ts';
import type { Instant } from './time.ts';

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
  | StepEvent
  | DecisionEvent
  | UpstairsEvent
  | SponsorEvent
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
