import type { HuddleId, PersonId } from './ids.ts';
import type { Instant, Zone } from './time.ts';

/** What someone with more power said to an ask. */
export const askSays = ['yes', 'part', 'no'] as const;
export type AskSays = (typeof askSays)[number];

/** An answer as a coordinator noted it. A yes may stand without words; a part or a no never does (V2). */
export interface AskAnswer {
  readonly says: AskSays;
  readonly words: string | null;
  readonly notedBy: PersonId;
  readonly at: Instant;
}

export type AskState =
  | { readonly status: 'waiting' }
  | { readonly status: 'answered'; readonly answer: AskAnswer }
  | { readonly status: 'taken-back'; readonly at: Instant };

/** How it read before it was put right. `answer` is null for other words of the ask itself. */
export interface AskBefore {
  readonly text: string;
  readonly answer: AskAnswer | null;
  /** Whose words the text was. */
  readonly by: PersonId;
  readonly until: Instant;
}

/** Something that the huddle asks of someone with more power (B5, N1). Its number is its own and never used twice. */
export interface Ask {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly text: string;
  /** Never shown: an ask is the huddle's. They alone may take it back. */
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  /** Whoever put it into the words that stand now. */
  readonly wordsBy: PersonId;
  readonly state: AskState;
  /** Oldest first. */
  readonly history: readonly AskBefore[];
  readonly version: number;
}

/** All that the rules look at. */
export interface AskBook {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly coordinators: ReadonlySet<PersonId>;
  readonly nextNumber: number;
  /** The one that is meant, or that was just asked. */
  readonly ask: Ask | null;
}

export type AskCommand = { readonly huddle: HuddleId; readonly now: Instant; readonly by: PersonId } & (
  | { readonly type: 'AskUpstairs'; readonly text: string }
  | {
      readonly type: 'AnswerAsk';
      readonly number: number;
      readonly says: AskSays;
      readonly words: string | null;
    }
  | { readonly type: 'MendAsk'; readonly number: number; readonly text: string }
  | { readonly type: 'TakeBackAsk'; readonly number: number }
);

export type AskRefusalCode =
  | 'ask-needed'
  | 'ask-too-long'
  | 'no-such-ask'
  | 'ask-coordinators-only'
  | 'ask-reason-needed'
  | 'ask-part-needed'
  | 'ask-answer-too-long'
  | 'ask-not-yours'
  | 'ask-not-yours-to-take-back'
  | 'ask-answered'
  | 'ask-taken-back'
  | 'ask-as-it-is';
