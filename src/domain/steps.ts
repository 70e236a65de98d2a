import type { Stage } from './stage.ts';
import type { Instant } from './time.ts';

/** What may be told of a step: someone of every side answered, of some side nobody did, or nothing at all. */
export type SidesWord = 'every' | 'not-every' | 'untold';

/** One time that a huddle was in a step. A step can be opened again: that is another time. */
export interface StepTime {
  readonly stage: Stage;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Who was heard, as it was worked out once; null where nobody has looked yet. */
  readonly look: { readonly at: Instant; readonly word: SidesWord } | null;
  /** Before the close one more question went out. */
  readonly askedAgain?: true;
  /** It was closed with questions that came after that look: it says nothing of them. */
  readonly askedSince?: true;
  /** Everyone was asked if all sides were heard. */
  readonly shared?: true;
}

/** Every time, oldest first. One at most is open, and it is the last. */
export type Steps = readonly StepTime[];

export function stepNow(steps: Steps | undefined): StepTime | null {
  const last = steps?.at(-1);
  return last?.closedAt === null ? last : null;
}

/** A step was opened or closed. */
export interface StepMove {
  readonly what: 'opened' | 'closed';
  readonly stage: Stage;
}

/** In the order in which they came. */
export function movesOf(steps: Steps): readonly StepMove[] {
  return steps.flatMap(({ stage, closedAt }): readonly StepMove[] => [
    { what: 'opened', stage },
    ...(closedAt === null ? [] : [{ what: 'closed' as const, stage }]),
  ]);
}

/** What a digest tells of steps. `told` counts all moves that were ever told: each is told once, however late it came. */
export interface StepNews {
  readonly closed: readonly Stage[];
  /** The step that was opened and is open now. */
  readonly opened: Stage | null;
  readonly told: number;
}

/** Null where no step was ever opened. */
export function stepNews(steps: Steps | undefined, told: number): StepNews | null {
  if (steps === undefined || steps.length === 0) return null;
  const moves = movesOf(steps);
  const fresh = moves.slice(told);
  const now = fresh.some(({ what }) => what === 'opened') ? (stepNow(steps)?.stage ?? null) : null;
  const closed = fresh.flatMap(({ what, stage }) => (what === 'closed' && stage !== now ? [stage] : []));
  return { closed: [...new Set(closed)], opened: now, told: moves.length };
}
