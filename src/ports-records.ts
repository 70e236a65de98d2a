import type { Agreement } from './domain/agreement.ts';
import type { Commitment } from './domain/commitment.ts';
import type { Decision } from './domain/decision.ts';
import type { DomainEvent } from './domain/events.ts';
import type { GuestPass } from './domain/guest.ts';
import type { Idea } from './domain/idea.ts';
import type { Huddle, Member } from './domain/huddle.ts';
import type { HuddleId, Identity, MessageRef, PersonId, PlaceRef, RoundId } from './domain/ids.ts';
import type { Meeting } from './domain/meeting.ts';
import type { Person } from './domain/person.ts';
import type { PulseAnswer } from './domain/pulse.ts';
import type { Proposal } from './domain/proposal.ts';
import type { Role } from './domain/role-split.ts';
import type { Response, Round } from './domain/round.ts';
import type { Instant, LocalDate } from './domain/time.ts';
import type { ToldPage } from './domain/told-page.ts';
import type { Ask } from './domain/upstairs.ts';
import type { Utterance } from './domain/turns.ts';
import type { Found, JournalEntry, KeptPulse, StoredOutcome, Timer, WakeKind } from './ports-kept.ts';

/* How each kind of row is reached inside one unit of work. Missing things are null, lists are in a fixed order. */

export interface PeopleRecords {
  find(who: Identity, where: PlaceRef | 'direct'): Promise<Found>;
  get(id: PersonId): Promise<Person | null>;
  byIdentity(identity: Identity): Promise<Person | null>;
  identities(id: PersonId): Promise<readonly Identity[]>;
  /** The names of everyone in a huddle, by person; whoever has left has no name there any more. */
  names(huddle: HuddleId): Promise<ReadonlyMap<PersonId, string>>;
  save(person: Person): Promise<void>;
  link(identity: Identity, person: PersonId): Promise<void>;
  /** All of `from` is `into`'s as of `at`, and no row names `from`. Gives the rounds that both had answered. */
  become(from: PersonId, into: PersonId, at: Instant): Promise<readonly RoundId[]>;
}

export interface HuddleRecords {
  get(id: HuddleId): Promise<Huddle | null>;
  /** Huddles in which the person is invited, active or paused, oldest first. */
  ofPerson(person: PersonId): Promise<readonly Huddle[]>;
  /** Where it meets and the bot may speak now, in the order in which they were added. */
  places(id: HuddleId): Promise<readonly PlaceRef[]>;
  addPlace(id: HuddleId, place: PlaceRef): Promise<void>;
  /** What still waits to be shown there is dropped. */
  removePlace(id: HuddleId, place: PlaceRef): Promise<void>;
  /** Since when the bot may not speak there; null where it may, and for what is no huddle's place. */
  closedSince(place: PlaceRef): Promise<Instant | null>;
  closePlace(place: PlaceRef, at: Instant): Promise<void>;
  openPlace(place: PlaceRef): Promise<void>;
  /** Throws Conflict when the stored version is not `huddle.version - 1`; a new huddle has version 1. */
  save(huddle: Huddle): Promise<void>;
}

export interface MemberRecords {
  /** In the order in which they were first known. */
  of(huddle: HuddleId): Promise<readonly Member[]>;
  get(huddle: HuddleId, person: PersonId): Promise<Member | null>;
  save(member: Member): Promise<void>;
}

export interface RoundRecords {
  get(id: RoundId): Promise<Round | null>;
  /** Newest first; at most `limit`. */
  recent(huddle: HuddleId, limit: number): Promise<readonly Round[]>;
  /** Rounds opened or to be opened in [from, to), oldest first. */
  between(huddle: HuddleId, from: Instant, to: Instant): Promise<readonly Round[]>;
  /** Same rule for versions as huddles. */
  save(round: Round): Promise<void>;
  response(round: RoundId, person: PersonId): Promise<Response | null>;
  responses(round: RoundId): Promise<readonly Response[]>;
  /** The response whose answer was given by this message. */
  byMessage(message: MessageRef): Promise<Response | null>;
  saveResponse(response: Response): Promise<void>;
}

/**
 * Answers to private questions. Nothing stored names a person: an answer is found by a token that only the round's own key
 * makes of them, and the key ends with the round.
 */
export interface PulseRecords {
  /** What this person said so far to a round that is still open. */
  answer(round: RoundId, person: PersonId): Promise<PulseAnswer | null>;
  /** `key` becomes the round's where it has none yet. */
  save(
    answer: PulseAnswer,
    of: { readonly round: RoundId; readonly huddle: HuddleId; readonly person: PersonId; readonly key: string },
  ): Promise<void>;
  /** This person's answers to rounds of the huddle that are still open go. */
  takeBack(huddle: HuddleId, person: PersonId): Promise<void>;
  /** What each of these people picked, or null, in their order. Then every answer of the round and its key are gone. */
  close(round: RoundId, people: readonly PersonId[]): Promise<readonly (number | null)[]>;
  keep(pulse: KeptPulse): Promise<void>;
  /** Of the huddle, by round. */
  list(huddle: HuddleId): Promise<readonly KeptPulse[]>;
  /** The digest of that week told of them. */
  told(rounds: readonly RoundId[], monday: LocalDate): Promise<void>;
}

export interface PromiseRecords {
  get(huddle: HuddleId, number: number): Promise<Commitment | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Commitment[]>;
  /** Of the one series that suggested changes count in too. */
  nextNumber(huddle: HuddleId): Promise<number>;
  save(commitment: Commitment): Promise<void>;
}

export interface ProposalRecords {
  get(huddle: HuddleId, number: number): Promise<Proposal | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Proposal[]>;
  /** Same rule for versions as huddles. */
  save(proposal: Proposal): Promise<void>;
}

export interface AgreementRecords {
  /** Every edition, oldest first. */
  list(huddle: HuddleId): Promise<readonly Agreement[]>;
  save(agreement: Agreement): Promise<void>;
}

export interface IdeaRecords {
  get(huddle: HuddleId, number: number): Promise<Idea | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Idea[]>;
  nextNumber(huddle: HuddleId): Promise<number>;
  /** Same rule for versions as huddles. */
  save(idea: Idea): Promise<void>;
}

export interface MeetingRecords {
  get(huddle: HuddleId, number: number): Promise<Meeting | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Meeting[]>;
  nextNumber(huddle: HuddleId): Promise<number>;
  /** Same rule for versions as huddles. */
  save(meeting: Meeting): Promise<void>;
}

export interface DecisionRecords {
  get(huddle: HuddleId, number: number): Promise<Decision | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Decision[]>;
  nextNumber(huddle: HuddleId): Promise<number>;
  /** Same rule for versions as huddles. */
  save(decision: Decision): Promise<void>;
}

/** What is asked of those with more power. */
export interface AskRecords {
  get(huddle: HuddleId, number: number): Promise<Ask | null>;
  /** By number. */
  list(huddle: HuddleId): Promise<readonly Ask[]>;
  nextNumber(huddle: HuddleId): Promise<number>;
  /** Same rule for versions as huddles. */
  save(ask: Ask): Promise<void>;
}

/** Notes to the sponsor. */
export interface PageRecords {
  get(huddle: HuddleId, kind: ToldPage['kind'], number: number): Promise<ToldPage | null>;
  /** By number. */
  list(huddle: HuddleId, kind: ToldPage['kind']): Promise<readonly ToldPage[]>;
  /** Same rule for versions as huddles. */
  save(page: ToldPage): Promise<void>;
}

export interface RoleRecords {
  /** By name. */
  list(huddle: HuddleId): Promise<readonly Role[]>;
  save(role: Role): Promise<void>;
}

export interface SpeechRecords {
  /** False when it was known already. */
  add(utterance: Utterance): Promise<boolean>;
  /** It was deleted or put back at that moment. False when it is not known, or something later is known of it. */
  settle(id: string, how: { readonly gone: boolean; readonly at: Instant }): Promise<boolean>;
  get(id: string): Promise<Utterance | null>;
  /** Not gone, in [from, to), by time and id. */
  between(huddle: HuddleId, from: Instant, to: Instant): Promise<readonly Utterance[]>;
}

export interface TimerRecords {
  /** Null takes it away. */
  set(kind: WakeKind, subject: string, huddle: HuddleId, dueAt: Instant | null): Promise<void>;
  /** Due at or before now, earliest first. */
  due(now: Instant, limit: number): Promise<readonly Timer[]>;
  next(): Promise<Instant | null>;
}

export interface JournalRecords {
  append(huddle: HuddleId, events: readonly DomainEvent[]): Promise<void>;
  /** Oldest first. */
  list(huddle: HuddleId): Promise<readonly JournalEntry[]>;
}

/** The links of people without an account. */
export interface GuestRecords {
  /** By the user of their identity. */
  get(user: string): Promise<GuestPass | null>;
  of(huddle: HuddleId): Promise<readonly GuestPass[]>;
  save(pass: GuestPass): Promise<void>;
}

export interface InteractionRecords {
  /** What was stored for this act, or null when it is new. */
  outcome(id: string): Promise<readonly StoredOutcome[] | null>;
  keep(id: string, at: Instant, outcome: readonly StoredOutcome[]): Promise<void>;
}

/** Small facts of the program itself, such as the rehearsal's clock. */
export interface FactRecords {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}
