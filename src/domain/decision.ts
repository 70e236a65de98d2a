import type { Need, Party } from './commitment.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Instant, Zone } from './time.ts';

/** Who had the final say (M18). Null where nobody said. */
export const finalSays = ['together', 'staff', 'using', 'outside'] as const;
export type FinalSay = (typeof finalSays)[number];

/** How people took part, from the lowest rung of the ladder to the highest (D9). */
export const rungs = ['told', 'asked', 'designed-with', 'run-with'] as const;
export type Rung = (typeof rungs)[number];

/** The parts of a decision as someone put them into words. A null part was left blank, and is shown so. */
export interface DecisionWords {
  readonly what: string;
  readonly finalSay: FinalSay;
  readonly rung: Rung;
  /** What lived experience told us. */
  readonly lived: string | null;
  /** What practice told us. */
  readonly practice: string | null;
}

/** How it read before, until it was put right by this person at this moment. */
export interface DecisionBefore {
  readonly words: DecisionWords;
  readonly by: PersonId;
  readonly until: Instant;
}

/** A yes to the words, and which of the needed yeses it gives. */
export interface DecisionYes {
  readonly person: PersonId;
  readonly fills: Need | null;
}

/** Something that was decided, by whomever. Its number is the huddle's own and never used twice. */
export interface Decision {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly words: DecisionWords;
  readonly loggedBy: PersonId;
  readonly loggedAt: Instant;
  /** Whoever put it into the words that stand now. */
  readonly wordsBy: PersonId;
  readonly needs: readonly Need[];
  readonly yes: readonly DecisionYes[];
  /** Since when more than one side says that it was so; null while one side alone says it. */
  readonly sharedAt: Instant | null;
  /** Oldest first. */
  readonly history: readonly DecisionBefore[];
  readonly version: number;
}

/** All that the rules look at. */
export interface DecisionBook {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly parties: ReadonlyMap<PersonId, Party>;
  readonly coordinators: ReadonlySet<PersonId>;
  readonly nextNumber: number;
  /** The one that is meant, or that was just logged. */
  readonly decision: Decision | null;
}

export type DecisionCommand = { readonly huddle: HuddleId; readonly now: Instant; readonly by: PersonId } & (
  | { readonly type: 'LogDecision'; readonly words: DecisionWords }
  | { readonly type: 'CorrectDecision'; readonly number: number; readonly words: DecisionWords }
  | { readonly type: 'SayItWasSo'; readonly number: number }
);

export type DecisionRefusalCode =
  | 'decision-needed'
  | 'decision-too-long'
  | 'told-too-long'
  | 'not-co-produced'
  | 'no-such-decision'
  | 'decision-not-yours'
  | 'decision-day-over'
  | 'decision-as-it-is'
  | 'decision-own-words'
  | 'decision-needs-other-side'
  | 'decision-shared';
