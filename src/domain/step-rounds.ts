import type { Response, Round } from './round.ts';
import type { GivenAnswer } from './sides-heard.ts';
import type { Stage } from './stage.ts';
import type { Steps, StepTime } from './steps.ts';
import type { Instant } from './time.ts';
import { wayOf } from './way.ts';

/** The stage of a question of the library by its id; null for any other. */
export type StageOf = (id: string | null) => Stage | null;

/** Since when a question may count for this time of a step. */
export function countsFrom(steps: Steps, time: StepTime, setUpAt: Instant): Instant {
  return steps.findLast(({ stage, closedAt }) => stage === time.stage && closedAt !== null)?.closedAt ?? setUpAt;
}

/**
 * Whether a round counts for a time of a step that is still open. One from the library that a coordinator asked counts
 * for its own stage, from the time that this stage was last closed on; any other for the step that was current when it
 * opened. So nothing is stored with the round, and an answer that comes late counts where its round does. A private
 * question counts for none: what is kept of it names nobody. Nor does a role swap: for all others it does not exist, and
 * a word about a step must not tell of it.
 */
export function countsFor(
  { prompt, askedBy, status, opensAt }: Round,
  { time, from, stageOf }: { readonly time: StepTime; readonly from: Instant; readonly stageOf: StageOf },
): boolean {
  const way = wayOf(prompt);
  if (way === 'pulse' || way === 'swap' || status === 'waiting') return false;
  const own = askedBy === null ? null : stageOf(prompt.id);
  if (own === null) return opensAt >= time.openedAt;
  return own === time.stage && opensAt >= from;
}

/** The answers to a round. A held one that is not shown yet stands without its name. */
export function answersTo({ prompt, status }: Round, responses: readonly Response[]): readonly GivenAnswer[] {
  const isShown = prompt.reach !== 'held' || status === 'closed';
  return responses.flatMap(({ person, answer }) =>
    answer === null ? [] : [{ person, at: answer.at, named: isShown && answer.seenBy === 'named' }],
  );
}
