import { isCounted, standingAt, type Huddle, type Member } from './huddle.ts';
import { ownChoice } from './own-choice.ts';
import type { Round } from './round.ts';
import type { Instant } from './time.ts';
import { wayOf } from './way.ts';

/** With fewer, an answer would be as good as signed, and that one goes out would tell who gets it. */
export const fewestForSwap = 3;

/** Off until they choose, and again once they come back after leaving. */
export function choseSwaps(member: Member, at: Instant): boolean {
  return ownChoice(member, 'role-swaps', at) === true;
}

/** Whether a role swap may go out: the huddle has turned them on, and enough of those who are counted chose them. */
export function canSwap(huddle: Huddle, members: readonly Member[], now: Instant): boolean {
  const chose = members.filter((member) => isCounted(standingAt(member, now)) && choseSwaps(member, now));
  return huddle.roleSwaps === true && chose.length >= fewestForSwap;
}

/** Whether a question may be sent to this member now, or shown to them without their asking for it. */
export function maySend(
  { prompt, opensAt }: Pick<Round, 'prompt' | 'opensAt'>,
  member: Member,
  { now, heldUntil = '' }: { readonly now: Instant; readonly heldUntil?: Instant | undefined },
): boolean {
  if (standingAt(member, now)?.status !== 'active') return false;
  // Whoever got a card with numbers to call is left in peace, and this one is not made up for later.
  return wayOf(prompt) !== 'swap' || (choseSwaps(member, now) && heldUntil <= opensAt);
}

/** Whether there is such a question for this member: to all others it does not exist. What they were sent stays theirs. */
export function isFor({ prompt, opensAt }: Pick<Round, 'prompt' | 'opensAt'>, member: Member, now: Instant): boolean {
  return wayOf(prompt) !== 'swap' || choseSwaps(member, now) || choseSwaps(member, opensAt);
}
