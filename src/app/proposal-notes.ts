import type { Document } from '../messages/document.ts';
import { proposalMessage, proposalNews, proposalNote } from '../messages/proposals.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { proposalFacts } from './proposal-book.ts';

/** Subject: huddle id, the number, and of news and private notes what they tell and when. */
export async function buildProposalNote(note: Outgoing, records: Records): Promise<Document | null> {
  const [, number, which = ''] = note.subject.split('/');
  const facts = await proposalFacts(records, note.huddle);
  const proposal = facts.book.proposals.get(Number(number));
  if (proposal === undefined) return null;
  if (note.kind === 'proposal') return proposalMessage(proposal, facts);
  return note.kind === 'proposal-news' ? proposalNews(proposal, facts, which) : proposalNote(proposal, facts, which);
}
