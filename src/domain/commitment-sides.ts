import type { Commitment, Need, Party, PromiseBook, PromiseRefusalCode } from './commitment.ts';
import type { Side } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Who can say yes to a promise that is said done. */
export type Confirmers =
  | { readonly who: 'side'; readonly side: Side }
  | { readonly who: 'not-side'; readonly side: Side }
  | { readonly who: 'anyone-else' };

/** True while the member is in the huddle, active or paused. */
export function isHere(party: Party | undefined): boolean {
  const status = party?.standings.at(-1)?.status;
  return status === 'active' || status === 'paused';
}

export function isActive(party: Party | undefined): boolean {
  return party?.standings.at(-1)?.status === 'active';
}

/** Every side that the owners are on now, by both groups of each. */
export function ownerSides(promise: Pick<Commitment, 'owners'>, book: PromiseBook): readonly Side[] {
  return [...new Set(promise.owners.flatMap((owner) => book.members.get(owner)?.sides ?? []))];
}

/**
 * Nobody is the judge of their own side's promise: a yes comes from the side it was for; where the owner is on that
 * side, from any other side; where the owners, or one owner's two groups, are on both, from anyone who is no owner.
 */
export function confirmers(promise: Pick<Commitment, 'owners' | 'forSide'>, book: PromiseBook): Confirmers {
  const sides = ownerSides(promise, book);
  if (!sides.includes(promise.forSide)) return { who: 'side', side: promise.forSide };
  return sides.length > 1 ? { who: 'anyone-else' } : { who: 'not-side', side: promise.forSide };
}

/** Null when the person can say yes, or not yet, to this claim. */
export function mayConfirm(
  promise: Commitment,
  person: PersonId,
  book: PromiseBook,
): Refusal<PromiseRefusalCode> | null {
  const party = book.members.get(person);
  if (!isHere(party)) return refuse('not-a-member');
  if (promise.owners.includes(person)) return refuse('own-promise', { number: promise.number });
  const sides = party?.sides ?? [];
  const rule = confirmers(promise, book);
  switch (rule.who) {
    case 'side':
      return sides.includes(rule.side) ? null : refuse('need-side', { side: rule.side, number: promise.number });
    case 'not-side':
      return sides.length > 0 && !sides.includes(rule.side)
        ? null
        : refuse('need-other-side', { side: rule.side, number: promise.number });
    case 'anyone-else':
      return null;
  }
}

/** The yeses that a change or a letting-go needs: the owner's side and the side it is for; both the same, one other too. */
export function needsOf(promise: Commitment, book: PromiseBook): readonly Need[] {
  const sides: readonly Side[] = [...new Set([...ownerSides(promise, book), promise.forSide])];
  return sides.length > 1 ? sides : [...sides, 'another-side'];
}

/** The first unmet need that this person's yes fills, by their counted side first. One person fills one need. */
export function needFilledBy(open: readonly Need[], all: readonly Need[], party: Party | undefined): Need | null {
  const sides = party?.sides ?? [];
  const own = sides.find((side) => open.includes(side));
  if (own !== undefined) return own;
  const elsewhere = sides.length > 0 && !sides.some((side) => all.includes(side));
  return elsewhere && open.includes('another-side') ? 'another-side' : null;
}
