import type { Proposal, ProposalState } from '../../src/domain/proposal.ts';
import type { ToldPage } from '../../src/domain/told-page.ts';
import type { Document } from '../../src/messages/document.ts';
import { proposalMessage, proposalNews, proposalNote, proposalPage } from '../../src/messages/proposals.ts';
import { proposalReply } from '../../src/messages/proposal-replies.ts';
import {
  reportAgreed,
  reportDraft,
  reportOnPaper,
  reportOver,
  reportPrint,
  reportWaiting,
} from '../../src/messages/reports.ts';
import { now, person, sampleHuddle, type Written } from './sample-facts.ts';
import { sampleProposal, sampleProposalFacts } from './sample-proposals.ts';
import { samplePage } from './sample-sponsor.ts';

/** Messages about a report for a board, and about the suggested change by which it may leave. */
export function aboutReports(written: Written): Readonly<Record<string, Document | null>> {
  const huddle = sampleHuddle(written);
  const page = sampleReport(written);
  const agreed = { ...page, postedAt: now };
  const open = asked(written, { status: 'open', stuck: null });
  const done = asked(written, { status: 'agreed', at: now });
  const no = { person: person('dev'), at: now, says: 'no', fills: [], words: written.words } as const;
  const held: Proposal = { ...open, answers: [...open.answers, no] };
  const facts = sampleProposalFacts(written, [open]);
  const event = { at: now, number: 30, by: person('priya') } as const;
  return {
    'report, draft': reportDraft(huddle, page.facts, null),
    'report, draft with little in it': reportDraft(
      huddle,
      { ...page.facts, couldNot: [], fourWeeks: [], decided: [] },
      '2026-10-01',
    ),
    'report, waits': reportWaiting(huddle, page, 30),
    'report, not agreed': reportOver(huddle, page),
    'report, agreed': reportAgreed(huddle, agreed, { runs: true }),
    'report, agreed, to members': reportAgreed(huddle, agreed, { runs: false }),
    'report, on paper': reportOnPaper(huddle, agreed),
    'report, print': reportPrint(huddle, 'https://wesaid.example/g/print/x'),
    'report, no page to print': reportPrint(huddle, null),
    'suggested change, report': proposalMessage(open, facts),
    'suggested change, report with a no': proposalMessage(held, facts),
    'suggested change, report agreed': proposalMessage(done, facts),
    'suggested change, report of its own': proposalPage(open, facts, person('priya')),
    'suggested change, report agreed, on its own page': proposalPage(done, facts, person('amina')),
    'news of a no to a report': proposalNews(held, facts, 'no'),
    'news of a report agreed': proposalNews(done, facts, 'agreed'),
    'note that a yes to a report is missing': proposalNote(open, facts, 'remind'),
    'note of a no to a report': proposalNote(held, facts, 'no'),
    'reply, report agreed': proposalReply(
      [{ type: 'ProposalAgreed', ...event, inPlace: false }],
      sampleProposalFacts(written, [done]),
    ),
  };
}

function asked(written: Written, state: ProposalState): Proposal {
  return sampleProposal(written, {
    change: { about: 'report', page: 1 },
    text: '',
    needs: ['using', 'running'],
    state,
  });
}

function sampleReport(written: Written): ToldPage {
  const page = samplePage(written);
  return {
    ...page,
    kind: 'report',
    sponsor: null,
    added: [],
    facts: {
      ...page.facts,
      fourWeeks: [
        {
          from: '2027-02-01',
          to: '2027-02-28',
          turns: 40,
          lines: [
            { who: 'People who use the service', turns: 18, percent: 45 },
            { who: 'Everyone else', turns: 22, percent: 55 },
          ],
        },
      ],
      decided: [
        { finalSay: 'together', many: 2 },
        { finalSay: 'staff', many: 1 },
        { finalSay: 'using', many: 0 },
        { finalSay: 'outside', many: 1 },
      ],
    },
  };
}
