import type { RoundEvent } from './events-rounds.ts';
import type { Standing } from './huddle.ts';
import type { HuddleId, MessageRef, PersonId, RoundId } from './ids.ts';
import type { QuietHours } from './person.ts';
import type { Refusal } from './refusal.ts';
import type { Prompt, Response, Round, SeenBy } from './round.ts';
import type { Instant, Zone } from './time.ts';

/** A round with one member's part in it. */
export interface RoundState {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly quiet: QuietHours;
  readonly round: Round | null;
  /** For the caps: when the huddle's other questions of that week opened or will open, the schedule's own among them. */
  readonly others: readonly Instant[];
  readonly response: Response | null;
  /** Whether a role swap may go out now; false where none is to. */
  readonly canSwap: boolean;
  /** Set by a decision to ask once more. */
  readonly remindAt: Instant | null;
  /** How the person stands who acts; null where nobody does. */
  readonly standing: Standing | null;
  /** The reader's own zone and quiet hours, for a reminder. */
  readonly reader: { readonly zone: Zone; readonly quiet: QuietHours };
}

/** What one member says. `seenBy` is null while they have not picked; `message` is the thread reply it came by. */
export interface Said {
  readonly text: string | null;
  readonly option: number | null;
  readonly seenBy: SeenBy | null;
  readonly message: MessageRef | null;
  /** A supporter typed it. */
  readonly helped?: true;
}

export type RoundCommand = { readonly huddle: HuddleId; readonly now: Instant; readonly round: RoundId } & (
  | { readonly type: 'PlanRound'; readonly by: PersonId; readonly prompt: Prompt }
  | { readonly type: 'CloseUntold' }
  | { readonly type: 'OpenRound'; readonly prompt: Prompt | null }
  | {
      readonly type: 'CloseRound';
      readonly heard: { readonly people: number; readonly of: number };
      readonly order: readonly PersonId[];
    }
  | { readonly type: 'SubmitAnswer'; readonly person: PersonId; readonly said: Said }
  | { readonly type: 'WithdrawAnswer' | 'Skip' | 'AskLater' | 'RemindLater'; readonly person: PersonId }
);

export type RoundRefusal =
  | 'question-empty'
  | 'question-too-long'
  | 'only-private'
  | 'no-such-prompt'
  | 'prompt-not-sent'
  | 'prompt-ruled-out'
  | 'swaps-off'
  | 'one-a-day'
  | 'three-a-week'
  | 'round-not-open'
  | 'round-closed'
  | 'paused'
  | 'not-joined'
  | 'answer-empty'
  | 'answer-too-long'
  | 'option-needed'
  | 'seen-by-needed'
  | 'answered-already'
  | 'later-used'
  | 'too-late-for-later'
  | 'own-answer-stays';

export type Decision = readonly RoundEvent[] | Refusal<RoundRefusal>;
