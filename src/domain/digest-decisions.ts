import type { Decision, FinalSay, Rung } from './decision.ts';
import type { Instant } from './time.ts';

/** A decision as it stood when a digest was cut. Its words are looked up by number when the digest is built. */
export interface DecisionLine {
  readonly number: number;
  readonly finalSay: FinalSay;
  readonly rung: Rung;
  /** More than one side says that it was so. */
  readonly isShared: boolean;
  /** Whether anything was recorded from lived experience, and from practice (D10). */
  readonly lived: boolean;
  readonly practice: boolean;
}

/** What was logged since the digest before. A decision is told once, as it stands then. */
export function decisionsToTell(
  decisions: readonly Decision[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly DecisionLine[] {
  return decisions
    .filter(({ loggedAt }) => loggedAt >= from && loggedAt < to)
    .map(({ number, words: { finalSay, rung, lived, practice }, sharedAt }) => ({
      number,
      finalSay,
      rung,
      isShared: sharedAt !== null,
      lived: lived !== null,
      practice: practice !== null,
    }));
}
