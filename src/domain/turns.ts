import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import type { Instant } from './time.ts';

/** The bare fact that someone spoke; never the words. Edits change nothing, a deletion marks it gone. */
export interface Utterance {
  /** Unique: the message it was, or round and person for an answer box. */
  readonly id: string;
  readonly huddle: HuddleId;
  readonly person: PersonId;
  /** The group the speaker had then. */
  readonly group: GroupKey | null;
  /** Where turns are folded: a thread, or one person's answer box. */
  readonly thread: string;
  readonly at: Instant;
  readonly gone: boolean;
}
