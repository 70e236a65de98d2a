import type { ProposalEvent } from './events-together.ts';
import type { Proposal, ProposalAnswer, ProposalBook, ProposalState } from './proposal.ts';

/** The book after one event. `version` stays as it was read: whoever saves counts it up. */
export function evolveProposal<Book extends ProposalBook>(book: Book, event: ProposalEvent): Book {
  return {
    ...book,
    proposals: new Map(book.proposals).set(event.number, after(book, event)),
    nextNumber: Math.max(book.nextNumber, event.number + 1),
  };
}

function after(book: ProposalBook, event: ProposalEvent): Proposal {
  if (event.type === 'ProposalMade') {
    const { number, change, by, at, from, inPlace, needs, words } = event;
    const state = { status: 'open', stuck: null } as const;
    const facts = { huddle: book.home.id, number, change, by, at, from, inPlace, needs, text: words.text };
    return { ...facts, answers: [], state, reminded: false, version: 0 };
  }
  const proposal = book.proposals.get(event.number);
  if (proposal === undefined) throw new Error(`${event.type} for an unknown suggested change`);
  const to = (state: ProposalState): Proposal => ({ ...proposal, state });
  const { at } = event;
  switch (event.type) {
    case 'ProposalYes':
      return answered(proposal, { person: event.by, at, says: 'yes', fills: event.fills, words: event.words.but });
    case 'ProposalNo':
      return answered(proposal, { person: event.by, at, says: 'no', fills: [], words: event.words.reason });
    case 'ProposalAgreed':
      return to({ status: 'agreed', at });
    case 'ProposalStuck':
      return to({ status: 'open', stuck: event.why });
    case 'ProposalAmended':
      return to({ status: 'amended', at, into: event.into });
    case 'ProposalWithdrawn':
      return to({ status: 'withdrawn', at });
    case 'ProposalTimedOut':
      return to({ status: 'timed-out', at });
    case 'ProposalReminded':
      return { ...proposal, reminded: true };
  }
}

/** What one person says takes the place of what they said before. */
function answered(proposal: Proposal, answer: ProposalAnswer): Proposal {
  const others = proposal.answers.filter(({ person }) => person !== answer.person);
  return { ...proposal, answers: [...others, answer] };
}
