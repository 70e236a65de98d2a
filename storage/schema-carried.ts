import type { DomainEvent } from '../src/domain/events.ts';
import type { HuddleId, Identity, MessageRef } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/time.ts';
import type { Code, StoredOutcome, WakeKind } from '../src/ports-kept.ts';
import type { Note, NoteKind, Outgoing } from '../src/ports-outbox.ts';
import type { RoomMessage } from '../src/ports-room.ts';
import type { Flag, Json } from './json.ts';
import type { Generated } from 'kysely';

/* Tables of what is carried to people and of what keeps the program going, beside the huddles' own. */

export interface TimerRow {
  kind: WakeKind;
  subject: string;
  huddle: HuddleId;
  due_at: Instant;
}

/**
 * `ready_at` is when the row may next be claimed, null once it is out of the queue. `held` says that this moment is the
 * end of a lease or of a wait before another try: such a row holds up its whole place.
 */
export interface OutboxRow {
  id: string;
  kind: NoteKind;
  subject: string;
  addressee: string;
  recipient: Json<Note['to']>;
  huddle: HuddleId;
  not_before: Instant;
  expires_at: Instant | null;
  under: Json<NonNullable<Note['under']>> | null;
  wanted: number;
  sent: number;
  attempts: number;
  state: Outgoing['state'];
  held: Flag;
  ready_at: Instant | null;
  may_have_arrived: Flag;
  sequence: number;
  message: Json<MessageRef> | null;
  message_id: string | null;
  /** It named someone who was forgotten. */
  names_gone: Flag;
}

export interface JournalRow {
  entry: Generated<number>;
  huddle: HuddleId;
  at: Instant;
  type: DomainEvent['type'];
  facts: Json<Readonly<Record<string, unknown>>>;
}

export interface InteractionRow {
  id: string;
  at: Instant;
  outcome: Json<readonly StoredOutcome[]>;
}

export interface FactRow {
  name: string;
  value: string;
}

/** `author` is null for the bot, `only_for` for what everyone may see. */
export interface RoomMessageRow {
  id: string;
  position: number;
  channel: string;
  thread: string | null;
  author: string | null;
  only_for: string | null;
  at: Instant;
  document: Json<NonNullable<RoomMessage['document']>> | null;
  body: string | null;
  gone: Flag;
}

/** `id` is the place or the identity as one text; `address` is its adapter's own JSON. */
export interface AddressRow {
  id: string;
  address: string;
}

/** `hash` is all that is left of the code. `account` and `used_by` are whole identities. */
export interface CodeRow {
  hash: string;
  kind: Code['kind'];
  account: Json<Identity>;
  huddle: HuddleId | null;
  ends_at: Instant;
  used_by: Json<Identity> | null;
}

/** One wrong try. `id` is the act, `account` the identity as one text. */
export interface CodeTryRow {
  id: string;
  account: string;
  at: Instant;
}
