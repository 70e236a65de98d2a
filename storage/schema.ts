import type { Agreement } from '../src/domain/agreement.ts';
import type { CommitmentStatus, Suggestion } from '../src/domain/commitment.ts';
import type { DigestFacts } from '../src/domain/digest.ts';
import type { Consent, Huddle, Side, Standing } from '../src/domain/huddle.ts';
import type { GroupKey, HuddleId, MessageRef, PersonId, Platform, RoleKey, RoundId } from '../src/domain/ids.ts';
import type { PulseResult } from '../src/domain/pulse-result.ts';
import type { MeetingRow } from './schema-meetings.ts';
import type { Prompt, Response, Round, SeenBy } from '../src/domain/round.ts';
import type { Proposal } from '../src/domain/proposal.ts';
import type { Holding, Role } from '../src/domain/role-split.ts';
import type { Instant, LocalDate, LocalTime, Zone } from '../src/domain/time.ts';
import type { Flag, Json } from './json.ts';
import type {
  TimerRow,
  OutboxRow,
  JournalRow,
  InteractionRow,
  FactRow,
  RoomMessageRow,
  AddressRow,
  CodeRow,
  CodeTryRow,
} from './schema-carried.ts';
import type { DecisionRow } from './schema-decisions.ts';
import type { AskRow, ToldPageRow } from './schema-upstairs.ts';

/**
 * The tables as both databases hold them. Every value is a text or a whole number, so that both read alike: moments
 * are ISO text that compares as time, yes or no is 1 or 0, and what is never searched is JSON.
 */
export interface Tables {
  people: PersonRow;
  identities: IdentityRow;
  huddles: HuddleRow;
  places: PlaceRow;
  members: MemberRow;
  rounds: RoundRow;
  responses: ResponseRow;
  promises: PromiseRow;
  ideas: IdeaRow;
  meetings: MeetingRow;
  decisions: DecisionRow;
  asks: AskRow;
  told_pages: ToldPageRow;
  roles: RoleRow;
  numbers: NumberRow;
  proposals: ProposalRow;
  agreements: AgreementRow;
  utterances: UtteranceRow;
  digests: DigestRow;
  timers: TimerRow;
  outbox: OutboxRow;
  journal: JournalRow;
  interactions: InteractionRow;
  facts: FactRow;
  room_messages: RoomMessageRow;
  addresses: AddressRow;
  codes: CodeRow;
  code_tries: CodeTryRow;
  guests: GuestRow;
  pulse_keys: PulseKeyRow;
  pulse_answers: PulseAnswerRow;
  pulse_results: PulseResultRow;
  schema_version: { version: number };
}

/** Every table that `clear` empties: all but the schema's own version, and how the places out there are reached. */
export const emptied = [
  'people',
  'identities',
  'huddles',
  'places',
  'members',
  'rounds',
  'responses',
  'promises',
  'ideas',
  'meetings',
  'decisions',
  'asks',
  'told_pages',
  'roles',
  'numbers',
  'proposals',
  'agreements',
  'utterances',
  'digests',
  'timers',
  'outbox',
  'journal',
  'interactions',
  'facts',
  'room_messages',
  'codes',
  'code_tries',
  'guests',
  'pulse_keys',
  'pulse_answers',
  'pulse_results',
] as const satisfies readonly (keyof Tables)[];

/** `account` is the user of their identity. Moments are the machine's own. */
export interface GuestRow {
  account: string;
  huddle: HuddleId;
  person: PersonId;
  serial: number;
  ends_at: Instant;
  ended_at: Instant | null;
}

/** One a round that is open and has answers. */
export interface PulseKeyRow {
  round: RoundId;
  huddle: HuddleId;
  key: string;
}

/** `picked` is null for a skip. Gone once the round has closed. */
export interface PulseAnswerRow {
  token: string;
  round: RoundId;
  picked: number | null;
  at: Instant;
}

export interface PulseResultRow {
  round: RoundId;
  huddle: HuddleId;
  result: Json<PulseResult>;
  monday: LocalDate | null;
}

export interface PersonRow {
  id: PersonId;
  name: string;
  zone: Zone | null;
  quiet_from: LocalTime | null;
  quiet_to: LocalTime | null;
  reach_on: Platform | null;
  held_until: Instant | null;
}

/** `id` is the identity as one text. `position` keeps the order in which a person's identities were linked. */
export interface IdentityRow {
  id: string;
  platform: Platform;
  workspace: string;
  account: string;
  person: PersonId;
  position: number;
}

/** All that coordinators set and nothing searches stands in `settings`. */
export interface HuddleRow {
  id: HuddleId;
  name: string;
  purpose: string | null;
  settings: Json<Omit<Huddle, 'id' | 'name' | 'purpose' | 'setUpAt' | 'version'>>;
  set_up_at: Instant;
  version: number;
}

export interface PlaceRow {
  id: string;
  platform: Platform;
  workspace: string;
  channel: string;
  huddle: HuddleId;
  position: number;
  closed_at: Instant | null;
}

/** `status` repeats today's standing, so that a person's huddles are found by it. */
export interface MemberRow {
  huddle: HuddleId;
  person: PersonId;
  position: number;
  status: Standing['status'];
  coordinator: Flag;
  invited_by: PersonId | null;
  standings: Json<readonly Standing[]>;
  consents: Json<readonly Consent[]>;
}

export interface RoundRow {
  id: RoundId;
  huddle: HuddleId;
  prompt: Json<Prompt>;
  asked_by: PersonId | null;
  status: Round['status'];
  opens_at: Instant;
  closes_at: Instant;
  heard: Json<NonNullable<Round['heard']>> | null;
  drawn: Json<Round['order']>;
  version: number;
}

/** There is an answer where `answered_at` is set. */
export interface ResponseRow {
  round: RoundId;
  person: PersonId;
  answer: string | null;
  answer_option: number | null;
  seen_by: SeenBy | null;
  answered_at: Instant | null;
  late: Flag | null;
  message: Json<MessageRef> | null;
  message_id: string | null;
  /** Set where someone typed it for them. */
  helped: Flag | null;
  skipped: Flag;
  later: Response['later'];
}

export interface PromiseRow {
  huddle: HuddleId;
  number: number;
  what: string;
  owners: Json<readonly PersonId[]>;
  for_side: Side;
  due: LocalDate;
  made_by: PersonId;
  made_at: Instant;
  came_from: number | null;
  state: Json<CommitmentStatus>;
  suggestion: Json<Suggestion> | null;
  proof: string | null;
  reason: string | null;
  next_step: string | null;
  missing: string | null;
  moved_at: Instant;
  notes: Json<readonly string[]>;
  pick_up: PersonId | null;
  version: number;
}

/** `raised_as` is the group that they spoke for then; `promise` the one that was made from it. */
export interface IdeaRow {
  huddle: HuddleId;
  number: number;
  body: string | null;
  raised_by: PersonId | null;
  raised_as: GroupKey | null;
  side: Side | null;
  raised_at: Instant;
  from_meeting: Flag;
  promise: number | null;
  taken_up_at: Instant | null;
  version: number;
}

export interface RoleRow {
  huddle: HuddleId;
  role: RoleKey;
  name: string;
  holdings: Json<readonly Holding[]>;
  offered: Json<NonNullable<Role['offered']>> | null;
  stand_ins: Json<NonNullable<Role['standIns']>> | null;
  ended_at: Instant | null;
  version: number;
}

/** The one series of numbers in a huddle: each is a promise's or a suggested change's, and never both. */
export interface NumberRow {
  huddle: HuddleId;
  number: number;
}

export interface ProposalRow {
  huddle: HuddleId;
  number: number;
  change: Json<Proposal['change']>;
  body: string;
  made_by: PersonId;
  made_at: Instant;
  came_from: number | null;
  in_place: Flag;
  needs: Json<Proposal['needs']>;
  answers: Json<Proposal['answers']>;
  state: Json<Proposal['state']>;
  reminded: Flag;
  version: number;
}

export interface AgreementRow {
  huddle: HuddleId;
  edition: number;
  made_at: Instant;
  words: Json<Agreement['words']>;
  signatures: Json<Agreement['signatures']>;
  version: number;
}

/** `settled_at` is when it was last deleted or put back: what came before that moment and arrives after it is ignored. */
export interface UtteranceRow {
  id: string;
  huddle: HuddleId;
  person: PersonId;
  spoken_as: GroupKey | null;
  thread: string;
  at: Instant;
  gone: Flag;
  settled_at: Instant | null;
}

export interface DigestRow {
  huddle: HuddleId;
  monday: LocalDate;
  news_from: Instant;
  news_to: Instant;
  facts: Json<DigestFacts>;
}
