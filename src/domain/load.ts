import type { Commitment } from './commitment.ts';
import type { Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { ownChoice } from './own-choice.ts';
import { addMs, dayMs, type Instant } from './time.ts';

/** R3c: with more than so many open promises somebody is asked, once and for them alone, if that is all right. */
export const mostHeld = 3;
/** At most once in so many days. */
const restDays = 14;

/** What someone still has to do. What they said is done waits for others. */
export function heldBy(promises: Iterable<Commitment>, person: PersonId): readonly Commitment[] {
  return [...promises].filter(({ state, owners }) => state.status === 'open' && owners.includes(person));
}

/** Those who hold one now that they did not hold before: nobody is asked again for what they were asked about. */
export function tookOn(after: Commitment, before: Commitment | undefined): readonly PersonId[] {
  if (after.state.status !== 'open') return [];
  const held = before?.state.status === 'open' ? before.owners : [];
  return after.owners.filter((owner) => !held.includes(owner));
}

/** On until they say that they never want it. */
export function wantsLoadChecks(member: Member, at: Instant): boolean {
  return ownChoice(member, 'load-checks', at) !== false;
}

/** Whether the last check was long enough ago. */
export function hasRested(last: Instant | null, now: Instant): boolean {
  return last === null || addMs(last, restDays * dayMs) <= now;
}
