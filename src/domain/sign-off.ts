import type { Stood } from './checkers.ts';
import { areFromTwoSides } from './draft.ts';
import type { Huddle, Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import type { Week } from './time.ts';

/** Who checked a digest, and what is not as it was in their draft. Left out of digests that nobody was asked to check. */
export interface SignOff {
  /** Empty: nobody has. */
  readonly by: readonly PersonId[];
  /** Two people, from two sides. */
  readonly isWhole: boolean;
  /** Promises that moved after the draft. */
  readonly moved: readonly number[];
  readonly hidden: readonly number[];
  /** Promises that were added to what to talk about. */
  readonly added: readonly number[];
}

interface Sources {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly week: Pick<Week, 'monday'>;
}

export function signOffOf(lines: readonly Stood[], { huddle, members, week }: Sources): SignOff | null {
  const { checkers } = huddle;
  if (checkers?.isOn !== true) return null;
  const draft = checkers.draft?.monday === week.monday ? checkers.draft : null;
  if (draft === null) return { by: [], isWhole: false, moved: [], hidden: [], added: [] };
  const stood = new Map(draft.stood.map((line) => [line.number, line]));
  const moved = lines.filter(({ number, status, due }) => {
    const was = stood.get(number);
    return was?.status !== status || was.due !== due;
  });
  return {
    by: draft.right,
    isWhole: areFromTwoSides(draft.right, { huddle, members }),
    moved: moved.map(({ number }) => number),
    hidden: draft.hidden,
    added: draft.talk,
  };
}
