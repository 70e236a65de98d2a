import type { PersonId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

/** Who looks at "we said, we did" before everyone does. Nobody is one without a yes of their own. */
export interface Checkers {
  readonly people: readonly Checker[];
  /** From the moment at which two had said yes. Until then digests go out as they always did. */
  readonly isOn: boolean;
  /** Names one asking, so that an old question cannot be answered. */
  readonly askedAt: Instant;
  /** Of the newest week that was sent out to be checked. */
  readonly draft?: Draft;
}

export interface Checker {
  readonly person: PersonId;
  readonly standIn: boolean;
  readonly willing: boolean;
}

/** What was shown to those who check, and what they made of it: ids and numbers, no words. */
export interface Draft {
  readonly monday: LocalDate;
  readonly at: Instant;
  /** Each promise as it stood then. */
  readonly stood: readonly Stood[];
  readonly sentTo: readonly PersonId[];
  readonly right: readonly PersonId[];
  readonly cannot: readonly PersonId[];
  /** Promises whose proof, and what is missing of them, is not shown in the words of whoever wrote it. */
  readonly hidden: readonly number[];
  /** Promises that shall be talked about. */
  readonly talk: readonly number[];
}

export interface Stood {
  readonly number: number;
  /** As the digest calls it. */
  readonly status: string;
  readonly due: LocalDate;
}

/** Without someone who is forgotten. What the others checked stays checked. The same object where nothing goes. */
export function checkersWithout(checkers: Checkers, person: PersonId): Checkers {
  const { people, draft } = checkers;
  if (!JSON.stringify(checkers).includes(`"${person}"`)) return checkers;
  const others = (list: readonly PersonId[]) => list.filter((one) => one !== person);
  const left = people.filter((one) => one.person !== person);
  if (draft === undefined) return { ...checkers, people: left };
  const { sentTo, right, cannot } = draft;
  const cut = { ...draft, sentTo: others(sentTo), right: others(right), cannot: others(cannot) };
  return { ...checkers, people: left, draft: cut };
}
