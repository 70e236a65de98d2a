import { partNow } from './agreement-words.ts';
import { sidesOf, type Huddle, type Member } from './huddle.ts';
import { parts, type About, type YesNeed } from './proposal-change.ts';
import { missingYeses } from './proposal-needs.ts';
import type { Proposal } from './proposal.ts';
import type { Instant } from './time.ts';

/** One change by consent as it stood when a digest was cut. Its words are looked up by number when it is built. */
export interface ChangeLine {
  readonly number: number;
  readonly about: About;
  /** not-agreed holds already, by one side alone (B3); asked waits. */
  readonly status: 'agreed' | 'not-agreed' | 'asked';
  readonly missing: readonly YesNeed[];
}

interface Sources {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly proposals: readonly Proposal[];
  readonly last: { readonly to: Instant; readonly changes?: readonly ChangeLine[] } | null;
}

/** What was agreed since the last digest, what holds without each side's yes, and what is asked; by number. */
export function changesSince({ huddle, members, proposals, last }: Sources): readonly ChangeLine[] {
  const parties = new Map(
    members.map((member) => [member.person, { sides: sidesOf(huddle, member), standings: member.standings }] as const),
  );
  const book = { home: huddle, parties, proposals: new Map(proposals.map((each) => [each.number, each])) };
  const alone = new Set(parts.flatMap((part) => notAgreed(partNow(part, book))));
  const lines = proposals.flatMap((proposal): readonly ChangeLine[] => {
    const { number, change, state } = proposal;
    const line = { number, about: change.about, missing: missingYeses(proposal, book) };
    if (alone.has(number)) return [{ ...line, status: 'not-agreed' }];
    if (state.status === 'open') return proposal.inPlace ? [] : [{ ...line, status: 'asked' }];
    const isNew = state.status === 'agreed' && isFirstTold(number, state.at, last);
    return isNew ? [{ ...line, status: 'agreed', missing: [] }] : [];
  });
  return lines.toSorted((a, b) => a.number - b.number);
}

function notAgreed({ isAgreed, number }: ReturnType<typeof partNow>): readonly number[] {
  return isAgreed || number === null ? [] : [number];
}

/** A yes that reaches us late carries a time that the last digest had passed; it was told there as one that waits. */
function isFirstTold(number: number, at: Instant, last: Sources['last']): boolean {
  const told = last?.changes?.find((line) => line.number === number);
  if (last === null || told?.status === 'agreed') return last === null;
  return at > last.to || told !== undefined;
}
