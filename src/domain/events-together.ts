import type { Need } from './commitment.ts';
import type { DecisionWords, FinalSay, Rung } from './decision.ts';
import type { Side } from './huddle.ts';
import type { PersonId } from './ids.ts';
import type { Change, Stuck, YesNeed } from './proposal-change.ts';
import type { Instant } from './time.ts';
import type { AskSays } from './upstairs.ts';

/** `decision` is its own number in its huddle; `fills` the needed yes that whoever acted gives by it. */
export type DecisionEvent = {
  readonly at: Instant;
  readonly decision: number;
  readonly by: PersonId;
  readonly fills: Need | null;
} & (
  | WithWords<'DecisionLogged'>
  | WithWords<'DecisionCorrected'>
  | { readonly type: 'DecisionYes'; readonly isShared: boolean }
);

interface WithWords<Type extends string> {
  readonly type: Type;
  readonly finalSay: FinalSay;
  readonly rung: Rung;
  readonly needs: readonly Need[];
  readonly words: DecisionWords;
}

/** `number` is the suggested change's own, out of the one series that promises count in too. */
export type ProposalEvent = { readonly at: Instant; readonly number: number } & (
  | {
      readonly type: 'ProposalMade';
      readonly by: PersonId;
      readonly from: number | null;
      readonly inPlace: boolean;
      readonly change: Change;
      readonly needs: readonly YesNeed[];
      readonly words: { readonly text: string };
    }
  | {
      readonly type: 'ProposalYes';
      readonly by: PersonId;
      readonly fills: readonly YesNeed[];
      readonly words: { readonly but: string | null };
    }
  | { readonly type: 'ProposalNo'; readonly by: PersonId; readonly words: { readonly reason: string | null } }
  | { readonly type: 'ProposalAgreed'; readonly inPlace: boolean }
  | { readonly type: 'ProposalStuck'; readonly why: Stuck }
  | { readonly type: 'ProposalAmended'; readonly by: PersonId; readonly into: number }
  | { readonly type: 'ProposalWithdrawn'; readonly by: PersonId }
  | { readonly type: 'ProposalTimedOut' }
  | { readonly type: 'ProposalReminded' }
);

export type AgreementEvent = { readonly at: Instant; readonly edition: number } & (
  { readonly type: 'AgreementMade' } | { readonly type: 'AgreementSigned'; readonly by: PersonId; readonly side: Side }
);

/** `ask` is the ask's own number in its huddle: a series of its own, beside that of promises. */
export type UpstairsEvent = { readonly at: Instant; readonly ask: number; readonly by: PersonId } & (
  | { readonly type: 'AskedUpstairs'; readonly words: { readonly text: string } }
  | { readonly type: 'AskMended'; readonly words: { readonly text: string } }
  | { readonly type: 'AskAnswered'; readonly says: AskSays; readonly words: { readonly words: string | null } }
  | { readonly type: 'AskTakenBack' }
);
