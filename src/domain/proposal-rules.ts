import { isHere } from './commitment-sides.ts';
import type { ProposalEvent } from './events-together.ts';
import { inForce, partNow, sameWords } from './agreement-words.ts';
import { whyNot } from './proposal-effect.ts';
import { filledBy, missingYeses, needsNow, objections } from './proposal-needs.ts';
import { parts, type Change, type Part } from './proposal-change.ts';
import type { Proposal, ProposalAnswer, ProposalBook, ProposalCommand, ProposalRefusalCode } from './proposal.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addMs, dayMs, type Instant } from './time.ts';
import type { PersonId } from './ids.ts';

type Decision = readonly ProposalEvent[] | Refusal<ProposalRefusalCode>;
type Of<Type extends ProposalCommand['type']> = Extract<ProposalCommand, { type: Type }>;

/** A suggested change waits so long for its yeses. */
export const waitsDays = 21;
/** After so many days those on a side whose yes is missing are asked once more, each in private. */
export const remindDays = 5;

const longest: Readonly<Record<Part, number>> = {
  purpose: 300,
  values: 700,
  goals: 600,
  rules: 600,
  dates: 600,
  money: 600,
  review: 600,
};

/** The rules of suggested changes. Silence never agrees, and one open objection holds everything. */
export function decideProposal(command: ProposalCommand, book: ProposalBook): Decision {
  if (command.type === 'WakeProposal') return wake(command, book);
  if (!isHere(book.parties.get(command.by))) return refuse('not-a-member');
  switch (command.type) {
    case 'Suggest':
      return suggest(command, book);
    case 'SayYes':
      return onOpen(command.number, book, (proposal) => sayYes(proposal, command, book));
    case 'SayNo':
      return onOpen(command.number, book, (proposal) => sayNo(proposal, command));
    case 'Amend':
      return onOpen(command.number, book, (proposal) => amend(proposal, command, book));
    case 'Withdraw':
      return onOpen(command.number, book, (proposal) => withdraw(proposal, command));
  }
}

/** The open one of this number; or what the number is instead. */
function onOpen(number: number, { proposals }: ProposalBook, then: (proposal: Proposal) => Decision): Decision {
  const proposal = proposals.get(number);
  if (proposal === undefined) return refuse('no-such-number', { number });
  const { state } = proposal;
  if (state.status === 'open') return then(proposal);
  return refuse('is-over', { number, status: state.status, into: state.status === 'amended' ? state.into : 0 });
}

function suggest({ by, now: at, change, text, atOnce }: Of<'Suggest'>, book: ProposalBook): Decision {
  const isReport = change.about === 'report';
  if ((atOnce || isReport) && !isCoordinator(by, book)) return refuse('coordinators-only');
  const wrong = wrongWords(change, text) ?? whyNot(change, text, book, at) ?? asItIs(change, text, { book, atOnce });
  if (wrong !== null) return wrong;
  const waiting = openAbout(change, book);
  if (waiting !== undefined && !atOnce) return refuse('one-waits', { number: waiting.number });
  const number = book.nextNumber;
  const made = born({ number, by, at, change, text, from: null, inPlace: atOnce }, book);
  const replaced = waiting?.inPlace === true ? [amended(waiting, { at, by, into: number })] : [];
  return [...replaced, ...made];
}

/** It begins with the yes of whoever asks, for their own side. */
function born(facts: Omit<Parameters<typeof draft>[0], 'needs'>, book: ProposalBook): readonly ProposalEvent[] {
  const { number, by, at, from, inPlace, change, text } = facts;
  const needs = needsNow(change, book);
  const fills = filledBy(by, draft({ ...facts, needs }), book);
  return [
    { type: 'ProposalMade', at, number, by, from, inPlace, change, needs, words: { text } },
    { type: 'ProposalYes', at, number, by, fills, words: { but: null } },
  ];
}

function draft(
  facts: Pick<Proposal, 'number' | 'by' | 'at' | 'change' | 'text' | 'from' | 'inPlace' | 'needs'>,
): Proposal {
  return {
    ...facts,
    huddle: '' as Proposal['huddle'],
    answers: [],
    state: { status: 'open', stuck: null },
    reminded: false,
    version: 0,
  };
}

function sayYes(proposal: Proposal, { by, now: at, but }: Of<'SayYes'>, book: ProposalBook): Decision {
  const { number, answers, change, text, inPlace } = proposal;
  const before = answers.find(({ person }) => person === by);
  const fills = filledBy(by, proposal, book);
  const answer: ProposalAnswer = { person: by, at, says: 'yes', fills, words: but };
  const after = { ...proposal, answers: [...answers.filter(({ person }) => person !== by), answer] };
  const isDone = missingYeses(after, book).length === 0 && objections(after).length === 0;
  const isNews =
    before?.says !== 'yes' || (but ?? '').trim() !== '' || fills.some((need) => !before.fills.includes(need));
  if (!isNews && !isDone) return refuse('already-yes', { number });
  const yes: ProposalEvent = { type: 'ProposalYes', at, number, by, fills, words: { but } };
  if (!isDone) return [yes];
  const wrong = inPlace ? null : whyNot(change, text, book, at);
  if (wrong === null) return [yes, { type: 'ProposalAgreed', at, number, inPlace }];
  return [yes, { type: 'ProposalStuck', at, number, why: stuckBy(wrong.refused) }];
}

function stuckBy(code: ProposalRefusalCode) {
  return code === 'role-gone' || code === 'role-there' || code === 'person-gone' || code === 'holds-it'
    ? code
    : 'times';
}

/** Whoever asked takes it back with a no. Anyone else gives a reason, which invites better words. */
function sayNo(proposal: Proposal, { by, now: at, reason }: Of<'SayNo'>): Decision {
  const { number } = proposal;
  if (proposal.by === by && !proposal.inPlace) return [{ type: 'ProposalWithdrawn', at, number, by }];
  if ((reason ?? '').trim() === '') return refuse('reason-needed', { number });
  return [{ type: 'ProposalNo', at, number, by, words: { reason } }];
}

/** Anyone may find better words. They are another suggested change, and every side is asked again. */
function amend(proposal: Proposal, { by, now: at, change, text }: Of<'Amend'>, book: ProposalBook): Decision {
  const { number } = proposal;
  if (proposal.change.about === 'report') return refuse('report-stays', { number });
  if (change.about !== proposal.change.about) return refuse('other-kind', { number });
  const wrong = wrongWords(change, text) ?? whyNot(change, text, book, at);
  if (wrong !== null) return wrong;
  if (isSame(proposal, change, text) && !onlyOfGone(proposal, book)) return refuse('same-words', { number });
  const into = book.nextNumber;
  return [
    amended(proposal, { at, by, into }),
    ...born({ number: into, by, at, change, text, from: number, inPlace: false }, book),
  ];
}

function isSame(proposal: Proposal, change: Change, text: string): boolean {
  return sameWords(proposal.text, text) && JSON.stringify(proposal.change) === JSON.stringify(change);
}

/** Nobody is left who could take their no back. */
function onlyOfGone(proposal: Proposal, { parties }: ProposalBook): boolean {
  const no = objections(proposal);
  return no.length > 0 && no.every(({ person }) => !isHere(parties.get(person)));
}

function amended({ number }: Proposal, facts: { at: Instant; by: PersonId; into: number }): ProposalEvent {
  return { type: 'ProposalAmended', number, ...facts };
}

function withdraw(proposal: Proposal, { by, now: at }: Of<'Withdraw'>): Decision {
  const { number, inPlace } = proposal;
  if (inPlace) return refuse('holds-already', { number });
  return proposal.by === by ? [{ type: 'ProposalWithdrawn', at, number, by }] : refuse('not-yours', { number });
}

/** Time brings a reminder and an end, and never a yes. */
function wake({ number, now: at }: Of<'WakeProposal'>, { proposals }: ProposalBook): Decision {
  const proposal = proposals.get(number);
  if (proposal?.state.status !== 'open') return [];
  if (at >= addMs(proposal.at, waitsDays * dayMs)) return [{ type: 'ProposalTimedOut', at, number }];
  const isDue = !proposal.reminded && at >= addMs(proposal.at, remindDays * dayMs);
  return isDue ? [{ type: 'ProposalReminded', at, number }] : [];
}

/** When time will next have something to do with it. */
export function proposalWakesAt({ state, at, reminded }: Proposal): Instant | null {
  if (state.status !== 'open') return null;
  return addMs(at, (reminded ? waitsDays : remindDays) * dayMs);
}

export function isPart(about: Change['about']): about is Part {
  return parts.some((part) => part === about);
}

function wrongWords({ about }: Change, text: string): Refusal<ProposalRefusalCode> | null {
  if (!isPart(about)) return null;
  if (text.trim() === '') return refuse('words-needed');
  return text.length > longest[about] ? refuse('words-too-long', { most: longest[about] }) : null;
}

/** The words that hold already need no change, unless a yes to them is missing still. */
function asItIs(
  { about }: Change,
  text: string,
  { book, atOnce }: { book: ProposalBook; atOnce: boolean },
): Refusal<ProposalRefusalCode> | null {
  if (!isPart(about)) return null;
  const now = partNow(about, book);
  const newest = inForce(about, book).at(-1)?.text ?? '';
  const isSo = atOnce ? sameWords(newest, text) : now.isAgreed;
  return isSo && sameWords(now.text, text) ? refuse('as-it-is') : null;
}

/** Two open ones about the same thing would leave nobody knowing which of them a yes is for. */
function openAbout(change: Change, { proposals }: ProposalBook): Proposal | undefined {
  const isOf = (other: Change) =>
    other.about === change.about &&
    other.about !== 'new-role' &&
    other.about !== 'rules' &&
    (!('role' in other) || !('role' in change) || other.role === change.role);
  return [...proposals.values()].find(({ state, change: other }) => state.status === 'open' && isOf(other));
}

function isCoordinator(person: PersonId, { members }: ProposalBook): boolean {
  return members.some((member) => member.person === person && member.coordinator);
}

/** What waits for this person's yes. */
export function waitsForYes(proposal: Proposal, person: PersonId, book: ProposalBook): boolean {
  if (proposal.state.status !== 'open' || !isHere(book.parties.get(person))) return false;
  if (proposal.answers.some((answer) => answer.person === person)) return false;
  return filledBy(person, proposal, book).length > 0;
}
