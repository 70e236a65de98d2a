import type { ProposalEvent } from '../domain/events-together.ts';
import type { PersonId } from '../domain/ids.ts';
import { linesOf } from '../domain/agreement-words.ts';
import { waitsForYes } from '../domain/proposal-rules.ts';
import type { Proposal } from '../domain/proposal.ts';
import { commonWords } from '../words/en/common.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import { reportWords } from '../words/en/reports.ts';
import { actions, paragraph, type Action, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { button, shortAnswers, suggestAction, toRead } from './proposal-actions.ts';
import { missingPart, type ProposalFacts } from './proposals.ts';

/** What whoever acted is told. The events of a repeated act come without their words, so none are read here. */
export function proposalReply(events: readonly ProposalEvent[], facts: ProposalFacts): Document {
  const { huddle, book } = facts;
  const made = events.find((event) => event.type === 'ProposalMade');
  const event = made ?? events.at(-1);
  if (event === undefined) return note(commonWords.nothingChanged);
  const proposal = book.proposals.get(event.number);
  const few = proposal?.change.about === 'values' && made !== undefined && !isEasyToKeep(proposal.text);
  const isLeaving = event.type === 'ProposalAgreed' && proposal?.change.about === 'report';
  const line = isLeaving ? reportWords.done(event.number) : replyLine(event);
  const blocks = [paragraph(line), ...(few ? [paragraph(words.fewValues)] : [])];
  if (made === undefined || proposal?.state.status !== 'open') return document(blocks);
  const own = made.inPlace ? [] : [button('withdraw', huddle.id, event.number)];
  return document([
    ...blocks,
    ...(book.proposals.size === 0 ? [] : missingPart(proposal, facts)),
    actions(...own, button('show', huddle.id, event.number), helpAction(huddle.id)),
  ]);
}

/** S4: 3 to 7 values. */
function isEasyToKeep(values: string): boolean {
  const many = linesOf(values).length;
  return many >= 3 && many <= 7;
}

function replyLine(event: ProposalEvent): string {
  const { number } = event;
  switch (event.type) {
    case 'ProposalMade':
      if (event.inPlace) return words.savedInPlace(number);
      return event.from === null ? words.saved(number) : words.newWords(event.from, number);
    case 'ProposalYes':
      return event.fills.length > 0 ? words.yesCounted(number) : words.yesToo(number);
    case 'ProposalNo':
      return words.noCounted(number);
    case 'ProposalAgreed':
      return event.inPlace ? words.doneInPlace(number) : words.done(number);
    case 'ProposalStuck':
      return words.stuck[event.why];
    case 'ProposalWithdrawn':
      return words.takenBack(number);
    case 'ProposalAmended':
    case 'ProposalTimedOut':
    case 'ProposalReminded':
      return commonWords.nothingChanged;
  }
}

/** All that are open. */
export function proposalsList(facts: ProposalFacts, viewer: PersonId): Document {
  const { huddle, book } = facts;
  const open = [...book.proposals.values()].filter(({ state }) => state.status === 'open');
  const blocks = open.flatMap((proposal) => [
    paragraph(words.list.line(proposal.number, words.about[proposal.change.about])),
    actions(
      ...(waitsForYes(proposal, viewer, book) ? shortAnswers(proposal) : toRead(proposal)),
      button('show', huddle.id, proposal.number),
    ),
  ]);
  return document([
    { kind: 'heading', text: words.list.title(huddle.name) },
    ...(open.length === 0 ? [paragraph(words.list.none)] : blocks),
    paragraph(words.list.how),
    actions(suggestAction(huddle.id), helpAction(huddle.id)),
  ]);
}

/** One that waits for this person, for the home view. Null when it does not. */
export function waitingProposal(
  proposal: Proposal,
  facts: ProposalFacts,
  viewer: PersonId,
): { readonly line: string; readonly actions: readonly Action[] } | null {
  if (!waitsForYes(proposal, viewer, facts.book)) return null;
  const { number, change } = proposal;
  const buttons = shortAnswers(proposal);
  return {
    line: words.waitsForYou(number, words.about[change.about]),
    actions: [...buttons, button('show', facts.huddle.id, number)],
  };
}
