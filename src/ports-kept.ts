import type { DigestFacts } from './domain/digest.ts';
import type { DomainEvent } from './domain/events.ts';
import type { Huddle, Member } from './domain/huddle.ts';
import type { HuddleId, Identity } from './domain/ids.ts';
import type { Person } from './domain/person.ts';
import type { Instant, LocalDate } from './domain/time.ts';

/* What is kept beside the domain's own things, as it crosses the edge to storage. */

export type WakeKind = 'check-in' | 'round' | 'ask-later' | 'digest' | 'promise';

/** The next moment at which something has to be looked at. One row a subject, indexed by `dueAt`. */
export interface Timer {
  readonly kind: WakeKind;
  /** Huddle id for check-in and digest; round id; `round/person`; `huddle/number`. */
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

/** The events of one decision, without their words, kept so that a repeated act gets the same answer. */
export type StoredOutcome = readonly Readonly<Record<string, unknown>>[];

/** Two writers met: the unit of work is run again. Only storage throws it, only `transact` catches it. */
export class Conflict extends Error {
  constructor(what: string) {
    super(`changed meanwhile: ${what}`);
    this.name = 'Conflict';
  }
}
