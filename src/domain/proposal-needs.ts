import { isHere, needFilledBy } from './commitment-sides.ts';
import type { Need, Party } from './commitment.ts';
import type { Side } from './huddle.ts';
import type { PersonId } from './ids.ts';
import type { About, Change, YesNeed } from './proposal-change.ts';
import type { Proposal, ProposalBook } from './proposal.ts';

interface Rule {
  /** Every side that has someone here, the using side always; the using side and one more; or these two by name. */
  readonly sides: 'every' | 'using-and-another' | 'using-and-running';
  /** Nobody is given a role by others: they say yes themselves. */
  readonly receiver: boolean;
}

const every: Rule = { sides: 'every', receiver: false };
const two: Rule = { sides: 'using-and-another', receiver: false };

/** Whose yes each kind of change needs (B3, S4, S5, H4). One yes of a side is enough. */
export const neededYeses: Readonly<Record<About, Rule>> = {
  purpose: every,
  values: every,
  goals: every,
  rules: every,
  dates: every,
  money: every,
  review: every,
  schedule: every,
  'new-role': two,
  'rename-role': two,
  'end-role': two,
  'hand-role': { sides: 'using-and-another', receiver: true },
  report: { sides: 'using-and-running', receiver: false },
};

type Parties = Pick<ProposalBook, 'parties'>;

/** The yeses that a change needs, as people are in the huddle now. */
export function needsNow({ about }: Change, { parties }: Parties): readonly YesNeed[] {
  const { sides, receiver } = neededYeses[about];
  const of = sides === 'every' ? atLeastTwo(sidesHere(parties)) : pairs[sides];
  return receiver ? [...of, 'receiver'] : of;
}

const pairs: Readonly<Record<Exclude<Rule['sides'], 'every'>, readonly Need[]>> = {
  'using-and-another': ['using', 'another-side'],
  'using-and-running': ['using', 'running'],
};

/**
 * All the yeses of one that was asked for. A side that came since is asked too; one that has left stays needed, so that
 * nothing is agreed because people went.
 */
export function allNeeds(proposal: Pick<Proposal, 'change' | 'needs'>, book: Parties): readonly YesNeed[] {
  const all = [...new Set([...proposal.needs, ...needsNow(proposal.change, book)])];
  if (neededYeses[proposal.change.about].sides !== 'every') return all;
  return all.filter(isSide).length > 1 ? all.filter((need) => need !== 'another-side') : all;
}

/** Those that nobody has given yet. */
export function missingYeses(
  proposal: Pick<Proposal, 'change' | 'needs' | 'answers'>,
  book: Parties,
): readonly YesNeed[] {
  const given = new Set(proposal.answers.flatMap(({ says, fills }) => (says === 'yes' ? fills : [])));
  return allNeeds(proposal, book).filter((need) => !given.has(need));
}

/** What this person's yes would give: one side's, and their own where they would take the role. */
export function filledBy(person: PersonId, proposal: Proposal, book: Parties): readonly YesNeed[] {
  const others = proposal.answers.filter((answer) => answer.person !== person);
  const open = missingYeses({ ...proposal, answers: others }, book);
  const all = allNeeds(proposal, book).filter((need) => need !== 'receiver');
  const side = needFilledBy(
    open.filter((need) => need !== 'receiver'),
    all,
    book.parties.get(person),
  );
  const { change } = proposal;
  const receives = change.about === 'hand-role' && change.to === person && open.includes('receiver');
  return [...(side === null ? [] : [side]), ...(receives ? (['receiver'] as const) : [])];
}

/** Those who object still. */
export function objections({ answers }: Pick<Proposal, 'answers'>): Proposal['answers'] {
  return answers.filter(({ says }) => says === 'no');
}

function sidesHere(parties: ReadonlyMap<PersonId, Party>): readonly Side[] {
  const here = new Set([...parties.values()].filter(isHere).flatMap(({ sides }) => sides));
  return (['using', 'running', 'creative'] as const).filter((side) => side === 'using' || here.has(side));
}

function atLeastTwo(sides: readonly Side[]): readonly Need[] {
  return sides.length > 1 ? sides : [...sides, 'another-side'];
}

export function isSide(need: YesNeed): need is Side {
  return need !== 'another-side' && need !== 'receiver';
}
