import type { Huddle } from '../domain/huddle.ts';
import type { PersonId, RoleKey } from '../domain/ids.ts';
import { linesOf, partNow } from '../domain/agreement-words.ts';
import { isGone } from '../domain/forget.ts';
import { allNeeds, isSide, missingYeses, objections } from '../domain/proposal-needs.ts';
import { isPart } from '../domain/proposal-rules.ts';
import type { YesNeed } from '../domain/proposal-change.ts';
import type { Proposal, ProposalBook } from '../domain/proposal.ts';
import { commonWords } from '../words/en/common.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import { reportWords } from '../words/en/reports.ts';
import { scheduleInWords } from '../words/en/settings.ts';
import { whoIsOn } from '../words/en/sides.ts';
import { actions, paragraph, text, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { answersTo, button, shortAnswers, toRead } from './proposal-actions.ts';

/** What a message about suggested changes is built from. */
export interface ProposalFacts {
  readonly huddle: Huddle;
  readonly book: ProposalBook;
  readonly names: ReadonlyMap<PersonId, string>;
  /** Those of roles that ended too. */
  readonly roleNames: ReadonlyMap<RoleKey, string>;
}

type Names = Pick<ProposalFacts, 'names'>;

const nameOf = (person: PersonId, { names }: Names): string => names.get(person) ?? commonWords.someoneWhoLeft;

/**
 * In the place: what is suggested and which sides' yes is missing; then how it ended. The sides are told, so nobody who
 * suggests, agrees or objects is named: with a name beside it, the list would tell which group that person belongs to.
 */
export function proposalMessage(proposal: Proposal, facts: ProposalFacts): Document {
  if (proposal.state.status !== 'open') return document(ended(proposal, facts));
  return document([
    ...asked(proposal, facts),
    ...standing(proposal, facts),
    actions(...answersTo(proposal, facts.huddle.id), helpAction(facts.huddle.id)),
  ]);
}

/** The same for one person, with what they alone may do. */
export function proposalPage(proposal: Proposal, facts: ProposalFacts, viewer: PersonId): Document {
  const { huddle } = facts;
  const isOpen = proposal.state.status === 'open';
  const mine = isOpen && proposal.by === viewer && !proposal.inPlace;
  return document([
    ...asked(proposal, facts),
    ...(isOpen ? standing(proposal, facts) : ended(proposal, facts)),
    actions(
      ...(isOpen ? answersTo(proposal, huddle.id) : toRead(proposal)),
      ...(mine ? [button('withdraw', huddle.id, proposal.number)] : []),
      helpAction(huddle.id),
    ),
  ]);
}

function asked(proposal: Proposal, facts: ProposalFacts): readonly Block[] {
  const { number, change, from, inPlace } = proposal;
  const first = inPlace ? words.setAtOnce : words.suggests;
  return [
    paragraph(first(number, words.about[change.about])),
    ...(from === null ? [] : [paragraph(words.otherWords(from))]),
    ...before(proposal, facts),
    ...after(proposal, facts),
  ];
}

/** The words as they are now; of something set at once they are the new ones, which stand below. */
function before({ change, inPlace }: Proposal, { book, huddle }: ProposalFacts): readonly Block[] {
  const { about } = change;
  if (about === 'schedule')
    return huddle.checkIn === null ? [] : [paragraph(words.timesNow(scheduleInWords(huddle.checkIn.schedule)))];
  if (!isPart(about) || inPlace || about === 'rules') return [];
  const now = partNow(about, book).text;
  return now === '' ? [paragraph(words.nothingYet)] : [paragraph(words.now), ...partBlocks(about, now)];
}

function after({ change, text: said }: Proposal, { names, roleNames }: ProposalFacts): readonly Block[] {
  const role = (key: RoleKey) => roleNames.get(key) ?? key;
  switch (change.about) {
    case 'schedule':
      return [paragraph(words.times(scheduleInWords(change.schedule)))];
    case 'new-role':
      return [paragraph(words.newRole(said))];
    case 'rename-role':
      return [paragraph(words.renameRole(role(change.role), said))];
    case 'end-role':
      return [paragraph(words.endRole(role(change.role)))];
    case 'hand-role':
      return [paragraph(words.handRole(role(change.role), nameOf(change.to, { names })))];
    case 'report':
      return [paragraph(reportWords.asked)];
    default:
      return said === '' ? [] : [paragraph(words.then), ...partBlocks(change.about, said)];
  }
}

/** Values are a line each; everything else is read as it was written. */
export function partBlocks(about: Proposal['change']['about'], said: string): readonly Block[] {
  const lines = linesOf(said);
  if (about !== 'values' || lines.length < 2) return [{ kind: 'quote', text: said, from: null }];
  return [{ kind: 'list', items: lines.map((line) => [text(line)]) }];
}

function standing(proposal: Proposal, facts: ProposalFacts): readonly Block[] {
  const { state, inPlace, answers } = proposal;
  const missing = missingYeses(proposal, facts.book);
  const no = objections(proposal);
  const isReport = proposal.change.about === 'report';
  const [held, stays] = isReport ? [reportWords.held, reportWords.until] : [words.held, words.stays];
  const stuck = state.status === 'open' ? state.stuck : null;
  return [
    ...answers.flatMap(saidBlocks),
    ...(no.length > 0
      ? [paragraph(held)]
      : stuck !== null && missing.length === 0
        ? [paragraph(words.stuck[stuck]), paragraph(words.stuckNext)]
        : [paragraph(inPlace ? words.holds : stays)]),
    ...neededList(proposal, facts),
  ];
}

/**
 * Where a role would go to someone by name, a list that grows shorter with their own yes would tell their side: all that
 * are needed stand there until the end.
 */
function neededList(proposal: Proposal, facts: ProposalFacts): readonly Block[] {
  const { book } = facts;
  if (proposal.change.about === 'hand-role')
    return [paragraph(words.needs), sidesList(allNeeds(proposal, book), facts)];
  return missingPart(proposal, facts);
}

function saidBlocks({ says, person, words: said }: Proposal['answers'][number]): readonly Block[] {
  const hasWords = said !== null && said.trim() !== '';
  if (says === 'no' && isGone(person)) return [paragraph(words.noOfGone)];
  if (!hasWords) return [];
  const line = says === 'yes' ? words.yesBut : words.noBecause;
  return [paragraph(line), { kind: 'quote', text: said, from: null }];
}

/** Who is meant by the yeses that are missing, in a list: never a person. */
export function sidesList(missing: readonly YesNeed[], facts: Pick<ProposalFacts, 'huddle'>): Block {
  return { kind: 'list', items: sidesInWords(missing, facts).map((who) => [text(who)]) };
}

export function sidesInWords(
  missing: readonly YesNeed[],
  { huddle }: Pick<ProposalFacts, 'huddle'>,
): readonly string[] {
  return missing.map((need) => {
    if (isSide(need)) return whoIsOn(need, huddle.groups);
    return need === 'receiver' ? words.receiver : words.anotherSide;
  });
}

function ended(proposal: Proposal, facts: ProposalFacts): readonly Block[] {
  const { number, state, inPlace, change } = proposal;
  const what = words.about[change.about];
  switch (state.status) {
    case 'open':
      return [];
    case 'agreed':
      if (change.about === 'report')
        return [paragraph(reportWords.agreed(number)), ...proposal.answers.flatMap(saidBlocks)];
      return [
        paragraph((inPlace ? words.agreedInPlace : words.agreed)(number, what)),
        ...after(proposal, facts),
        ...proposal.answers.flatMap(saidBlocks),
      ];
    case 'amended':
      return [paragraph(words.amended(number, state.into))];
    case 'withdrawn':
      return [paragraph(words.withdrawn(number))];
    case 'timed-out':
      return [paragraph((inPlace ? words.timedOutInPlace : words.timedOut)(number))];
  }
}

/** In the place: a no, or that it is agreed, so that nobody misses it. */
export function proposalNews(proposal: Proposal, facts: ProposalFacts, which: string): Document | null {
  const { number, change, inPlace, state } = proposal;
  const { huddle } = facts;
  const see = actions(button('show', huddle.id, number), helpAction(huddle.id));
  const isReport = change.about === 'report';
  const better = isReport
    ? see
    : actions(button('change', huddle.id, number), button('show', huddle.id, number), helpAction(huddle.id));
  const what = words.about[change.about];
  if (which === 'agreed' && isReport) return note(reportWords.agreed(number));
  if (which === 'agreed') return note((inPlace ? words.agreedInPlace : words.agreed)(number, what));
  if (state.status !== 'open') return document(ended(proposal, facts).slice(0, 1));
  if (which === 'no')
    return objections(proposal).length === 0
      ? note(words.settled(number))
      : document([paragraph(words.newsNo(number)), paragraph(isReport ? reportWords.held : words.newsNoNext), better]);
  return which === 'stuck' ? document([paragraph(words.newsStuck(number)), see]) : null;
}

/** To one person. What others wrote stays out of what a lock screen shows. */
export function proposalNote(proposal: Proposal, facts: ProposalFacts, which: string): Document | null {
  const { number, change, state } = proposal;
  const { huddle } = facts;
  if (which === 'timed-out') return note(words.yoursTimedOut(number));
  if (state.status !== 'open') return note(words.settled(number));
  const buttons = actions(...shortAnswers(proposal), helpAction(huddle.id));
  const what = words.about[change.about];
  if (which === 'remind') return document([paragraph(words.remind(number, what)), paragraph(words.remindAsk), buttons]);
  if (which === 'receives' && change.about === 'hand-role') {
    const role = facts.roleNames.get(change.role) ?? change.role;
    return document([paragraph(words.receives(number, role)), paragraph(words.receivesFree), buttons]);
  }
  if (which !== 'no') return null;
  const reasons = objections(proposal).flatMap(({ words: said }) => said ?? []);
  const next = change.about === 'report' ? 'withdraw' : 'change';
  const better = actions(button(next, huddle.id, number), helpAction(huddle.id));
  const quotes = reasons.map((said) => ({ kind: 'quote' as const, text: said, from: null }));
  return document([paragraph(words.someoneSaidNo(number)), ...quotes, better], words.someoneSaidNo(number));
}

export function missingPart(proposal: Proposal, facts: ProposalFacts): readonly Block[] {
  const missing = missingYeses(proposal, facts.book);
  return missing.length === 0 ? [] : [paragraph(words.missing), sidesList(missing, facts)];
}
