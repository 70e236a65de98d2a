import type { Document, Form } from '../../src/messages/document.ts';
import { agreementNow } from '../../src/domain/agreement-words.ts';
import { sidesOf } from '../../src/domain/huddle.ts';
import type { RoleKey } from '../../src/domain/ids.ts';
import { parts, type Change, type Part, type Stuck } from '../../src/domain/proposal-change.ts';
import type { Proposal, ProposalBook, ProposalState } from '../../src/domain/proposal.ts';
import { withFirst } from '../../src/domain/role-names.ts';
import {
  agreementPage,
  partMessage,
  ruleAnswer,
  rulesMessage,
  signedReply,
  type AgreementFacts,
} from '../../src/messages/agreement.ts';
import { askWhat, changeAsk, noAsk, setHow, yesButAsk } from '../../src/messages/proposal-forms.ts';
import {
  proposalMessage,
  proposalNews,
  proposalNote,
  proposalPage,
  type ProposalFacts,
} from '../../src/messages/proposals.ts';
import { proposalReply, proposalsList } from '../../src/messages/proposal-replies.ts';
import { now, person, sampleHuddle, sampleMembers, sampleNames, sampleRoles, type Written } from './sample-facts.ts';

const at = '2027-03-04T18:00:00.000Z';
const role = 'notes' as RoleKey;
const times = { days: [1, 3, 5], time: '10:30', everyWeeks: 2, anchor: '2027-03-01' } as const;

const changes: Readonly<Record<string, Change>> = {
  purpose: { about: 'purpose' },
  values: { about: 'values' },
  rules: { about: 'rules' },
  schedule: { about: 'schedule', schedule: times },
  'new-role': { about: 'new-role' },
  'rename-role': { about: 'rename-role', role },
  'end-role': { about: 'end-role', role },
  'hand-role': { about: 'hand-role', role, to: person('dev') },
};

export function sampleProposal(written: Written, changed: Partial<Proposal> = {}): Proposal {
  return {
    huddle: sampleHuddle(written).id,
    number: 30,
    change: { about: 'purpose' },
    text: written.words,
    by: person('priya'),
    at,
    from: null,
    inPlace: false,
    needs: ['using', 'running', 'creative'],
    answers: [{ person: person('priya'), at, says: 'yes', fills: ['running'], words: null }],
    state: { status: 'open', stuck: null },
    reminded: false,
    version: 1,
    ...changed,
  };
}

export function sampleProposalFacts(written: Written, proposals: readonly Proposal[]): ProposalFacts {
  const home = sampleHuddle(written);
  const parties = sampleMembers.map(
    (member) => [member.person, { sides: sidesOf(home, member), standings: member.standings }] as const,
  );
  const book: ProposalBook = {
    home,
    members: sampleMembers,
    parties: new Map(parties),
    roles: withFirst(sampleRoles(written), home.id),
    proposals: new Map(proposals.map((proposal) => [proposal.number, proposal])),
    nextNumber: 31,
  };
  return {
    huddle: home,
    book,
    names: sampleNames(written),
    roleNames: new Map(book.roles.map(({ key, name }) => [key, name])),
  };
}

function agreementFacts(written: Written, proposals: readonly Proposal[], signed: boolean): AgreementFacts {
  const facts = sampleProposalFacts(written, proposals);
  const held = agreementNow(facts.book);
  const words = Object.fromEntries(parts.map((part) => [part, held[part].text])) as Record<Part, string>;
  const signatures = [{ person: person('ruth'), side: 'running' as const, at }];
  const latest = signed ? { huddle: facts.huddle.id, edition: 30, at, words, signatures, version: 1 } : null;
  const signing = { huddle: facts.huddle.id, latest, words, parties: facts.book.parties };
  return { ...facts, parts: held, signing, isCurrent: signed, now };
}

/** Messages about suggested changes and the agreement. */
export function aboutProposals(written: Written): Readonly<Record<string, Document | null>> {
  const { words } = written;
  const open = sampleProposal(written);
  const facts = sampleProposalFacts(written, [open]);
  const both = sampleProposal(written, {
    answers: [
      ...open.answers,
      { person: person('amina'), at, says: 'yes', fills: ['using'], words },
      { person: person('dev'), at, says: 'no', fills: [], words },
    ],
  });
  const state = (changed: ProposalState, inPlace = false) =>
    proposalMessage(sampleProposal(written, { state: changed, inPlace }), facts);
  const stuck = (why: Stuck) =>
    proposalMessage(
      sampleProposal(written, {
        needs: ['using', 'another-side', 'receiver'],
        change: { about: 'hand-role', role, to: person('dev') },
        answers: [
          { person: person('dev'), at, says: 'yes', fills: ['using', 'another-side', 'receiver'], words: null },
        ],
        state: { status: 'open', stuck: why },
      }),
      facts,
    );
  const byChange = Object.entries(changes).map(
    ([name, change]) =>
      [
        `suggested change, ${name}`,
        proposalMessage(sampleProposal(written, { change, needs: ['using', 'another-side', 'receiver'] }), facts),
      ] as const,
  );
  const event = { at, number: 30, by: person('priya') } as const;
  const made = {
    type: 'ProposalMade',
    ...event,
    change: { about: 'values' },
    needs: [],
    words: { text: words },
  } as const;
  const values = sampleProposalFacts(written, [sampleProposal(written, { change: { about: 'values' } })]);
  const agreed: readonly Proposal[] = parts.map((part, place) =>
    sampleProposal(written, {
      number: place + 1,
      change: { about: part },
      text: part === 'rules' ? `${words}: ${words}\n${words}` : words,
      inPlace: part === 'money',
      state: part === 'money' ? open.state : { status: 'agreed', at },
    }),
  );
  const whole = agreementFacts(written, agreed, true);
  const empty = agreementFacts(written, [], false);
  return {
    ...Object.fromEntries(byChange),
    'suggested change with a yes and a no': proposalMessage(both, facts),
    'suggested change of its own': proposalPage(open, facts, person('priya')),
    'suggested change in other words': proposalMessage(sampleProposal(written, { from: 29 }), facts),
    'change set at once': proposalMessage(sampleProposal(written, { inPlace: true }), facts),
    'change that cannot be done': stuck('role-gone'),
    'change that cannot be done, times': stuck('times'),
    'change agreed': state({ status: 'agreed', at }),
    'change set at once, agreed': state({ status: 'agreed', at }, true),
    'change with other words': state({ status: 'amended', at, into: 31 }),
    'change taken back': state({ status: 'withdrawn', at }),
    'change timed out': state({ status: 'timed-out', at }),
    'change set at once, timed out': state({ status: 'timed-out', at }, true),
    'news of a no': proposalNews(both, facts, 'no'),
    'news of a change agreed': proposalNews(
      sampleProposal(written, { state: { status: 'agreed', at } }),
      facts,
      'agreed',
    ),
    'news of a change that cannot be done': proposalNews(open, facts, 'stuck'),
    'note that a yes is missing': proposalNote(open, facts, 'remind'),
    'note to whoever would do a role': proposalNote(
      sampleProposal(written, { change: { about: 'hand-role', role, to: person('dev') } }),
      facts,
      'receives',
    ),
    'note of a no': proposalNote(both, facts, 'no'),
    'note of a change timed out': proposalNote(open, facts, 'timed-out'),
    'reply, suggested': proposalReply([{ ...made, from: null, inPlace: false }], facts),
    'reply, few values': proposalReply([{ ...made, from: null, inPlace: false }], values),
    'reply, set at once': proposalReply([{ ...made, from: null, inPlace: true }], facts),
    'reply, other words': proposalReply([{ ...made, from: 29, inPlace: false }], facts),
    'reply, yes': proposalReply([{ type: 'ProposalYes', ...event, fills: ['using'], words: { but: null } }], facts),
    'reply, no': proposalReply([{ type: 'ProposalNo', ...event, words: { reason: null } }], facts),
    'reply, agreed': proposalReply([{ type: 'ProposalAgreed', ...event, inPlace: false }], facts),
    'suggested changes, none': proposalsList(sampleProposalFacts(written, []), person('amina')),
    'people can see all suggested changes': proposalsList(facts, person('amina')),
    'how to suggest': askWhat(facts.huddle, { about: null, words: '' }, null).document,
    'how to set': setHow(),
    'agreement, part 1': agreementPage(1, whole),
    'agreement, part 2': agreementPage(2, whole),
    'agreement, part 3': agreementPage(3, whole),
    'agreement, part 4': agreementPage(4, whole),
    'agreement, empty': agreementPage(1, empty),
    'agreement, not signed': agreementPage(4, empty),
    'agreement, signed before': agreementPage(4, { ...whole, isCurrent: false }),
    'agreement, purpose': partMessage('purpose', whole),
    'agreement, money': partMessage('money', whole),
    'agreement, no values': partMessage('values', empty),
    'agreement, signed': signedReply(whole),
    'agreement, rules': rulesMessage(whole),
    'agreement, no rules': rulesMessage(empty),
    'agreement, a rule': ruleAnswer({ topic: words, whose: words }, words, whole),
    'agreement, no such rule': ruleAnswer(null, words, whole),
  };
}

export function proposalForms(written: Written): Readonly<Record<string, Form>> {
  const open = sampleProposal(written);
  const facts = sampleProposalFacts(written, [open]);
  return {
    suggest: askWhat(facts.huddle, { about: 'values', words: written.words }, null).form,
    'suggest, yes but': yesButAsk(open, facts).form,
    'suggest, no': noAsk(open, facts).form,
    'suggest, other words': changeAsk(open, facts).form,
  };
}
