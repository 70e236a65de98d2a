import { isCounted, standingAt, type Huddle, type Member } from './huddle.ts';
import type { GroupKey, PersonId } from './ids.ts';
import { talliedLines, type Line } from './splits.ts';
import type { Instant } from './time.ts';

/** M11, of the questions that closed in a week: how many answers there were of how many there could have been. */
export interface AnswerRate {
  readonly answers: number;
  readonly of: number;
  /** Null where privacy lets no split through. */
  readonly lines: readonly { readonly who: Line; readonly answers: number; readonly of: number }[] | null;
}

/** A question that closed in the week, and who answered it. */
export interface ClosedQuestion {
  readonly closedAt: Instant;
  readonly answeredBy: readonly PersonId[];
}

/** Everyone who was counted when a question closed could have answered it, in the group that they had then. */
export function answerRate(given: {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly closed: readonly ClosedQuestion[];
}): AnswerRate {
  const asked = given.closed.flatMap((question) => askedIn(question, given.members));
  const lines = talliedLines(given.huddle, {
    people: [...new Map(asked.map(({ person, group }) => [person, group])).values()],
    tallied: asked.map(({ group, answers }) => ({ group, amount: answers ? 1 : 0, of: 1 })),
  });
  return {
    answers: asked.filter(({ answers }) => answers).length,
    of: asked.length,
    lines: lines?.map(({ who, amount, of }) => ({ who, answers: amount, of })) ?? null,
  };
}

interface Asked {
  readonly person: PersonId;
  readonly group: GroupKey | null;
  readonly answers: boolean;
}

function askedIn({ closedAt, answeredBy }: ClosedQuestion, members: readonly Member[]): readonly Asked[] {
  return members.flatMap((member) => {
    const standing = standingAt(member, closedAt);
    if (standing === null || !isCounted(standing)) return [];
    return [{ person: member.person, group: standing.group, answers: answeredBy.includes(member.person) }];
  });
}
