import { isActive } from '../../domain/commitment-sides.ts';
import type { ProposalEvent } from '../../domain/events-together.ts';
import type { PersonId } from '../../domain/ids.ts';
import { objections } from '../../domain/proposal-needs.ts';
import { waitsForYes } from '../../domain/proposal-rules.ts';
import type { Proposal, ProposalBook } from '../../domain/proposal.ts';
import type { Reaction } from '../execute.ts';

/**
 * Who hears of what. One message in each place tells of a suggested change and is changed with it; a no, and how it ends,
 * is news of its own. In private go only what asks one person, and what is said to whoever suggested it.
 */
export function reactToProposal(event: ProposalEvent, book: ProposalBook): readonly Reaction[] {
  const proposal = book.proposals.get(event.number);
  if (proposal === undefined) return [];
  const { huddle, number, change, by } = proposal;
  const subject = `${huddle}/${String(number)}`;
  const place: Reaction = { kind: 'proposal', subject, to: 'places' };
  const news = (which: string): Reaction => ({
    kind: 'proposal-news',
    subject: `${subject}/${which}/${event.at}`,
    to: 'places',
  });
  const one = (which: string, person: PersonId): Reaction => ({
    kind: 'proposal-note',
    subject: `${subject}/${which}/${event.at}`,
    to: { person },
  });
  // The news of a no that has had its answer says so.
  const noes = objections(proposal).map(({ at }): Reaction => ({ ...news('no'), subject: `${subject}/no/${at}` }));
  switch (event.type) {
    case 'ProposalMade':
      return [place, ...(change.about === 'hand-role' && change.to !== by ? [one('receives', change.to)] : [])];
    case 'ProposalYes':
      return [place];
    case 'ProposalAmended':
    case 'ProposalWithdrawn':
      return [place, ...noes];
    case 'ProposalNo':
      return [place, news('no'), ...(by === event.by ? [] : [one('no', by)])];
    case 'ProposalAgreed':
      return [place, news('agreed')];
    case 'ProposalStuck':
      return [place, news('stuck')];
    case 'ProposalTimedOut':
      return [place, ...noes, ...(book.parties.has(by) ? [one('timed-out', by)] : [])];
    case 'ProposalReminded':
      return asked(proposal, book).map((person) => one('remind', person));
  }
}

/** Everyone whose yes could be one of those that are missing. While there is a no, it is words that are missing. */
function asked(proposal: Proposal, book: ProposalBook): readonly PersonId[] {
  if (objections(proposal).length > 0) return [];
  return [...book.parties]
    .filter(([person, party]) => isActive(party) && waitsForYes(proposal, person, book))
    .map(([person]) => person);
}
