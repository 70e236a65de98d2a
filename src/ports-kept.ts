import type { DigestFacts } from './domain/digest.ts';
import type { DomainEvent } from './domain/events.ts';
import type { Huddle, Member } from './domain/huddle.ts';
import type { Gone } from './domain/forget.ts';
import type { HuddleId, Identity, PersonId, RoundId } from './domain/ids.ts';
import type { Person } from './domain/person.ts';
import type { PulseResult } from './domain/pulse-result.ts';
import type { Sweep } from './domain/retention.ts';
import type { Instant, LocalDate } from './domain/time.ts';
import type { Document } from './messages/document.ts';

/* What is kept beside the domain's own things, as it crosses the edge to storage. */

export type WakeKind =
  | 'check-in'
  | 'round'
  | 'ask-later'
  | 'digest'
  | 'promise'
  | 'proposal'
  | 'numbers-check'
  | 'renewal'
  | 'renewal-over'
  | 'days-off'
  | 'sponsor-note'
  | 'sponsor-remind';

/** The next moment at which something has to be looked at. One row a subject, indexed by `dueAt`. */
export interface Timer {
  readonly kind: WakeKind;
  /** Huddle id for check-in, digest, the check of numbers and notes to the sponsor; round id; `round/person`; `huddle/number`; for a renewal and days off `huddle/person`. */
  readonly subject: string;
  readonly huddle: HuddleId;
  readonly dueAt: Instant;
}

/** One line of the journal. */
export interface JournalEntry {
  readonly huddle: HuddleId;
  readonly at: Instant;
  readonly type: DomainEvent['type'];
  /** The event without its words. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A published digest with the facts it was built from, so that it reads the same for ever. */
export interface PublishedDigest {
  readonly huddle: HuddleId;
  readonly monday: LocalDate;
  /** Promise news in it is from after `from` up to and with `to`. */
  readonly from: Instant;
  readonly to: Instant;
  readonly facts: DigestFacts;
}

/** What is left of a private question. `monday` is the week of the digest that told of it, or null. */
export interface KeptPulse {
  readonly round: RoundId;
  readonly huddle: HuddleId;
  readonly result: PulseResult;
  readonly monday: LocalDate | null;
}

export interface DigestRecords {
  get(huddle: HuddleId, monday: LocalDate): Promise<PublishedDigest | null>;
  /** The newest, or null. */
  last(huddle: HuddleId): Promise<PublishedDigest | null>;
  /** The newest first; at most `limit`. */
  recent(huddle: HuddleId, limit: number): Promise<readonly PublishedDigest[]>;
  /** False when that week's is published already. */
  add(digest: PublishedDigest): Promise<boolean>;
}

/** What a code stands for, typed in one chat to prove in it who one is in another. Times are the machine's own. */
export interface Code {
  readonly kind: 'link' | 'connect';
  /** The account that asked for it. */
  readonly account: Identity;
  /** The huddle that a place is to be added to; null for a code that links accounts. */
  readonly huddle: HuddleId | null;
  readonly endsAt: Instant;
  /** The account that used it, or null. */
  readonly usedBy: Identity | null;
}

/** Who acted and where, found in one query. */
export interface Found {
  readonly person: Person | null;
  /** The huddle of the place; in a direct message null. */
  readonly huddle: Huddle | null;
  readonly member: Member | null;
}

export interface CodeRecords {
  /** Keeps what it stands for and only a hash of the code itself; takes away those that are over. */
  keep(code: string, about: Code, now: Instant): Promise<void>;
  /** Null for a code that nobody was given, or that is over at this moment. */
  find(code: string, now: Instant): Promise<Code | null>;
  /** From now on it is only good for whoever used it. */
  use(code: string, by: Identity): Promise<void>;
  /** Notes a wrong try of an account; the same act counts once. */
  tried(who: Identity, act: string, at: Instant): Promise<void>;
  /** How many wrong tries there were after a moment; those before it are forgotten. */
  triesSince(who: Identity, since: Instant): Promise<number>;
}

/** The end of what has been kept for long enough. */
export interface RetentionRecords {
  /** How many there are. */
  count(sweep: Sweep): Promise<number>;
  /** Takes at most so many of them; how many it took. */
  take(sweep: Sweep, most: number): Promise<number>;
}

/** One stored row that names a person. */
export interface OwnRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** What storage has to know to forget someone. */
export interface Forgetting {
  /** By huddle: since when turns are still counted. Nothing older is needed. */
  readonly keepFrom: ReadonlyMap<HuddleId, Instant>;
  /** What our own room shows where something named them, until it is shown anew. */
  readonly inPlace: Document;
}

/** What is held of one person, and its end. */
export interface RightsRecords {
  /** Every row that names them or an account of theirs, as it is stored. */
  own(id: PersonId): Promise<readonly OwnRow[]>;
  /** No row names them any more; what stands on a platform waits to be shown anew, without them. */
  forget(gone: Gone, how: Forgetting): Promise<void>;
  /** In which huddles turns of people who were forgotten are still counted. */
  huddlesOfGone(): Promise<readonly HuddleId[]>;
  /** By huddle: what was kept of them from before a moment goes too. */
  forgetCounted(keepFrom: ReadonlyMap<HuddleId, Instant>): Promise<void>;
  /** Private messages of our own room to nobody whom we know. */
  forgetOrphans(): Promise<void>;
  /** Every answer that stands in a place of the huddle is to be shown anew. */
  answersAnew(huddle: HuddleId, now: Instant): Promise<void>;
}

/** The events of one decision, without their words, kept so that a repeated act gets the same answer. */
export type StoredOutcome = readonly Readonly<Record<string, unknown>>[];

/** Two writers met: the unit of work is run again. Only storage throws it, only `transact` catches it. */
export class Conflict extends Error {
  constructor(what: string) {
    super(`changed meanwhile: ${what}`);
    this.name = 'Conflict';
  }
}
