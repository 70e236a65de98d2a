import type { Commitment } from './commitment.ts';
import { isTakenUp, type Idea } from './idea.ts';
import type { Instant } from './time.ts';

/** Ideas since the digest before, by their numbers. Their texts are looked up when it is built, and no name with them. */
export interface IdeaNews {
  readonly raised: readonly number[];
  readonly takenUp: readonly number[];
}

export function ideaNews(
  ideas: readonly Idea[],
  { from, to, promises }: { readonly from: Instant; readonly to: Instant; readonly promises: readonly Commitment[] },
): IdeaNews | null {
  const standing = new Map(promises.map(({ number, state }) => [number, state.status]));
  const isUp = (idea: Idea) => isTakenUp(idea, standing.get(idea.takenUp?.promise ?? 0) ?? null);
  const isNew = (at: Instant) => at >= from && at < to;
  const raised = ideas.filter(({ raisedAt }) => isNew(raisedAt));
  const takenUp = ideas.filter((idea) => isUp(idea) && isNew(idea.takenUp?.at ?? ''));
  if (raised.length + takenUp.length === 0) return null;
  return { raised: raised.map(({ number }) => number), takenUp: takenUp.map(({ number }) => number) };
}
