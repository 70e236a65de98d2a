import type { Region } from './domain/holidays.ts';
import type { HuddleId, Identity, MessageRef, PersonId, PlaceRef, Platform } from './domain/ids.ts';
import type { Instant, LocalDate } from './domain/time.ts';
import type { Document, Form } from './messages/document.ts';
import type { Note, NoteKind, Outgoing } from './ports-outbox.ts';
import type { RoomStore } from './ports-room.ts';
import type { CodeRecords, DigestRecords, RetentionRecords, RightsRecords } from './ports-kept.ts';
import type {
  AskRecords,
  PageRecords,
  DecisionRecords,
  FactRecords,
  GuestRecords,
  HuddleRecords,
  AgreementRecords,
  IdeaRecords,
  InteractionRecords,
  JournalRecords,
  MeetingRecords,
  MemberRecords,
  PeopleRecords,
  PromiseRecords,
  PulseRecords,
  ProposalRecords,
  RoleRecords,
  RoundRecords,
  SpeechRecords,
  TimerRecords,
} from './ports-records.ts';

/** The time as the huddles live it. In rehearsal it can be moved forward. */
export interface Clock {
  now(): Instant;
}

/** Randomness, kept out of the core. */
export interface Ids {
  /** A new id, never given before. */
  newId(): string;
  /** The same members in an order drawn by lot. */
  shuffled<T>(list: readonly T[]): readonly T[];
  /** Eight signs that nobody can guess, none of which looks like another: "K7QM4RTP". */
  newCode(): string;
}

/** The bank holidays of a region in a year and the next, in order, none on a weekend. The first call may take a while. */
export type BankHolidays = (region: Region, year: number) => readonly LocalDate[];

/** Lines for the operator. Fields hold ids, codes, counts and errors: never a name, a token or anything that a person wrote. */
export interface Log {
  info(what: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(what: string, fields?: Readonly<Record<string, unknown>>): void;
  error(what: string, fields?: Readonly<Record<string, unknown>>): void;
}

/* ── What comes in ── */

/** Someone as a platform knows them, with the name they show there. */
export interface Known {
  readonly identity: Identity;
  readonly name: string;
}

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * What a person just did, verified and in no platform's terms. `id` names the act itself, so a retry has the same id.
 * `at` is the platform's own time of the act, or the Clock's where it gives none.
 */
export type Interaction = {
  readonly id: string;
  readonly at: Instant;
  readonly who: Identity;
  /** The name that came with the act, where the platform sends one. */
  readonly name: string | null;
  readonly where: PlaceRef | 'direct';
  /** Someone who helps them typed it, and said so. */
  readonly bySupporter?: true;
} & (
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'action'; readonly action: string; readonly subject: string; readonly message: MessageRef | null }
  | { readonly kind: 'form'; readonly form: string; readonly subject: string; readonly values: FormValues }
  | {
      readonly kind: 'spoke';
      readonly message: MessageRef;
      readonly thread: MessageRef | null;
      readonly text: string;
      readonly mentionsBot: boolean;
      readonly files: number;
    }
  | { readonly kind: 'edited'; readonly message: MessageRef; readonly text: string }
  /** `thread` is where the message stood, null for one in no thread. */
  | { readonly kind: 'deleted'; readonly message: MessageRef; readonly thread: MessageRef | null }
  /** Someone took their deletion back: the message stands again as it stood. */
  | {
      readonly kind: 'restored';
      readonly message: MessageRef;
      readonly thread: MessageRef | null;
      readonly text: string;
      readonly files: number;
      /** Whether the bot is mentioned in it, where the adapter can tell: a command that was put back is no turn. */
      readonly mentionsBot?: boolean;
    }
  /** A screen shows a message that has an own view for each person. No act of theirs: nothing is changed or counted. */
  | { readonly kind: 'looked'; readonly message: MessageRef }
  /** `arrived` and `left` are about a person; `added` and `removed` about the bot: whether it may speak in a place or to a person. */
  | { readonly kind: 'arrived' | 'left' | 'added' | 'removed' | 'opened-home' }
);
/* In `text`, a mention of someone is written `<@USER>`, USER being the identity's `user`. */

/** The answer given at once. `private` is private on every platform. */
export type Reply =
  | { readonly kind: 'none' }
  /** For everyone in the place: only what tells nothing about a person. */
  | { readonly kind: 'open'; readonly document: Document }
  /** `passing`: of the act and of this answer nothing is kept, not by a room of ours either. */
  | { readonly kind: 'private'; readonly document: Document; readonly passing?: true }
  /** Opens a form; where the act came without the means to open one, `document` is shown in private instead. */
  | { readonly kind: 'form'; readonly form: Form; readonly document: Document }
  /** The form stays open with what was typed, and a sentence beside each wrong field. */
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, string>> }
  /** Takes the place of the private message whose button was pressed. */
  | { readonly kind: 'replace'; readonly document: Document };

export type Handle = (interaction: Interaction) => Promise<Reply>;

/* ── What goes out ── */

/** Something to be shown reliably, built by the outbox at the moment of sending. */
export interface Delivery {
  /**
   * The same for every try and for every newer version, so a platform that can look for it may avoid a second post. It
   * may name a person: where others could read it, it is to be shown only in a form that tells them nothing.
   */
  readonly id: string;
  readonly to: PlaceRef | Identity;
  readonly document: Document;
  readonly inReplyTo: MessageRef | null;
  /** The message that this one takes the place of. */
  readonly replaces: MessageRef | null;
  /** True after a try whose end is unknown: look for it before posting again. */
  readonly mayHaveArrived: boolean;
  /** Each person may see their own state in it, where a platform can show that: it asks with `looked`. */
  readonly ownView: boolean;
}

/**
 * How to reach a place or a person on platforms that do not tell it by the id: kept when they first meet us, as JSON that
 * only their adapter reads. Durable when the promise resolves.
 */
export interface AddressBook {
  get(of: PlaceRef | Identity): Promise<string | null>;
  keep(of: PlaceRef | Identity, address: string): Promise<void>;
}

export interface Receipt {
  readonly message: MessageRef;
}

/** One chat platform. The names are the same in every adapter folder. */
export interface Adapter {
  readonly platform: Platform;
  start(handle: Handle): Promise<void>;
  /** Throws PlatformRefused when the platform said no, PlatformUnreachable when nobody knows. */
  deliver(delivery: Delivery): Promise<Receipt>;
  /** Everyone who is in a place, with names, so that pasted names find their people. Same errors as deliver. */
  whoIsIn(place: PlaceRef): Promise<readonly Known[]>;
  stop(): Promise<void>;
}

/** The platform answered no. `forGood` false means: later may work, not before `retryAfterMs` where given. */
export class PlatformRefused extends Error {
  readonly code: string;
  readonly forGood: boolean;
  readonly retryAfterMs: number | null;
  constructor(code: string, facts: { forGood: boolean; retryAfterMs?: number }) {
    super(`the platform refused: ${code}`);
    this.name = 'PlatformRefused';
    this.code = code;
    this.forGood = facts.forGood;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

/** The code of a refusal where the message that was to be changed is not there any more. */
export const messageGone = 'message-gone';

/** No answer, or none that can be trusted: the message may or may not have arrived. */
export class PlatformUnreachable extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`the platform could not be reached: ${code}`, options);
    this.name = 'PlatformUnreachable';
    this.code = code;
  }
}

/* ── What is kept ── */

/** Everything that is kept, as one unit of work sees it. Missing things are null, lists are in a fixed order. */
export interface Records {
  readonly people: PeopleRecords;
  readonly huddles: HuddleRecords;
  readonly members: MemberRecords;
  readonly rounds: RoundRecords;
  readonly pulses: PulseRecords;
  readonly promises: PromiseRecords;
  readonly ideas: IdeaRecords;
  readonly decisions: DecisionRecords;
  readonly asks: AskRecords;
  readonly pages: PageRecords;
  readonly proposals: ProposalRecords;
  readonly agreements: AgreementRecords;
  readonly meetings: MeetingRecords;
  readonly roles: RoleRecords;
  readonly speech: SpeechRecords;
  readonly digests: DigestRecords;
  readonly timers: TimerRecords;
  readonly outbox: {
    /** Adds it, or makes a sent one wanted again in a newer version; unsent ones only take the newer facts. */
    enqueue(note: Note): Promise<void>;
    /** Takes up to `limit` heads, one a place or person, leased until `leaseUntil`. */
    claim(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Outgoing[]>;
    sent(id: string, version: number, message: MessageRef): Promise<void>;
    /** Nothing to show any more, or too late: done without a message. */
    dropped(id: string, version: number): Promise<void>;
    retry(id: string, at: Instant, mayHaveArrived: boolean): Promise<void>;
    giveUp(id: string, version: number): Promise<void>;
    /** What waits for a person and was for later is for now. */
    bringForward(notes: {
      readonly person: PersonId;
      readonly huddle: HuddleId;
      readonly kinds: readonly NoteKind[];
      readonly now: Instant;
    }): Promise<void>;
    get(kind: NoteKind, subject: string, to: Note['to']): Promise<Outgoing | null>;
    byMessage(message: MessageRef): Promise<Outgoing | null>;
    /** The earliest moment at which something waits to be sent. */
    next(): Promise<Instant | null>;
  };
  readonly journal: JournalRecords;
  readonly codes: CodeRecords;
  readonly rights: RightsRecords;
  readonly retention: RetentionRecords;
  readonly guests: GuestRecords;
  readonly interactions: InteractionRecords;
  readonly facts: FactRecords;
}

export interface Store {
  /** Runs the work in one transaction; durable when the promise resolves. May run it again on a conflict. No other I/O inside. */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Reads outside any transaction; never sees rows of an open one. */
  readonly read: Records;
  /** What the web room shows: the messages of the browser's own platform. */
  readonly room: RoomStore;
  readonly addresses: AddressBook;
  /** Overwrites on the disk what was deleted, as far as the database can. */
  overwrite(): Promise<void>;
  /** Takes every row away, for the rehearsal's "start again". */
  clear(): Promise<void>;
  close(): Promise<void>;
}
