import type { NudgeChoice } from './huddle.ts';
import type { MessageRef, PersonId, RoundId } from './ids.ts';
import type { Prompt, SeenBy } from './round.ts';
import type { Instant, LocalDate } from './time.ts';

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
      /** Not for everyone to know of: only some got it. */
      readonly apart?: true;
    }
  | {
      readonly type: 'RoundClosed';
      readonly at: Instant;
      readonly round: RoundId;
      readonly heard: number;
      readonly of: number;
      readonly order: readonly PersonId[];
    }
  /** It is over, and how many answered it is told in the digest or nowhere. `apart`: only some got it. */
  | { readonly type: 'PulseClosed'; readonly at: Instant; readonly round: RoundId; readonly apart?: true }
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

/** What members made of the questions; `question` is its number. Who it was is kept nowhere in the journal. */
export interface QuestionEvent {
  readonly type: 'QuestionAdded' | 'QuestionReworded' | 'QuestionRuledOut' | 'QuestionAllowed';
  readonly at: Instant;
  readonly question: number;
}

/** Someone chose what to do about the tip to everyone. Who it was is kept nowhere. */
export interface NudgeEvent {
  readonly type: 'NudgeAnswered';
  readonly at: Instant;
  /** Of the week that the tip came with. */
  readonly monday: LocalDate;
  readonly choice: NudgeChoice;
}
