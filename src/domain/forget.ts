import type { Agreement } from './agreement.ts';
import type { Commitment, CommitmentStatus } from './commitment.ts';
import type { DomainEvent } from './events.ts';
import { isCounted, type Member } from './huddle.ts';
import type { Decision, DecisionWords } from './decision.ts';
import type { Idea } from './idea.ts';
import type { PersonId } from './ids.ts';
import type { Change } from './proposal-change.ts';
import type { Proposal } from './proposal.ts';
import { wordsGone } from './retention.ts';
import type { Role, StandIn } from './role-split.ts';
import type { Round } from './round.ts';
import type { Instant } from './time.ts';
import { readFrom } from './turns.ts';

/**
 * Someone is forgotten. What others need stays with an id that stands for nobody: a new one for each thing, so that two
 * things of one person cannot be joined. Only the turns of weeks that no digest has told yet share one, because they are
 * counted together; these go once their week is told.
 */
export interface Gone {
  readonly person: PersonId;
  /** As they were called. It is taken out of words that stay. */
  readonly name: string;
  /** Stands where their name stood. */
  readonly instead: string;
  readonly now: Instant;
  /** A new id for nobody, another one each time. */
  newGone(): PersonId;
}

const mark = 'gone-';

export function goneId(id: string): PersonId {
  return `${mark}${id}` as PersonId;
}

/** Whether an id stands for someone who was forgotten. */
export function isGone(person: PersonId): boolean {
  return person.startsWith(mark);
}

/** Nobody owns it who could still do it. */
export function isOrphan({ owners }: Pick<Commitment, 'owners'>): boolean {
  return owners.every(isGone);
}

/**
 * Since when turns are still needed: the first week that no digest has told, or earlier where a question that began in
 * it is still open; with what was said just before, into which a turn may go on.
 */
export function neededFrom(weekStart: Instant, rounds: readonly Pick<Round, 'status' | 'opensAt'>[]): Instant {
  const open = rounds.filter(({ status }) => status === 'open').map(({ opensAt }) => opensAt);
  return [readFrom({ from: weekStart }), ...open].sort()[0] ?? weekStart;
}

/** How they stood in those weeks, by a new id; then they have left. No number changes by their going. */
export function memberGone(member: Member, { as, from, now }: { as: PersonId; from: Instant; now: Instant }): Member {
  const { standings } = member;
  const since = standings.filter((standing, at) => (standings[at + 1]?.from ?? now) > from);
  const clipped = since
    .filter((standing) => standing.from < now)
    .map(({ from: began, status, counted, group }) => ({
      from: began > from ? began : from,
      status,
      counted,
      group,
      also: null,
    }));
  const left = { from: now, status: 'left', counted: false, group: null, also: null } as const;
  return {
    huddle: member.huddle,
    person: as,
    coordinator: false,
    invitedBy: null,
    consents: [],
    standings: [...clipped, left],
  };
}

/** At the close of a round someone who was forgotten meanwhile is one of those who were asked, as before. */
export function wasAsked(member: Member, { opensAt }: Pick<Round, 'opensAt'>): boolean {
  const last = member.standings.at(-1);
  return isGone(member.person) && last !== undefined && last.from >= opensAt && member.standings.some(isCounted);
}

/** A promise without them. An open one of theirs alone waits for someone to pick it up. */
export function commitmentWithout(promise: Commitment, gone: Gone): Commitment {
  const { person } = gone;
  const as = gone.newGone();
  const other = (one: PersonId) => (one === person ? as : one);
  const left = promise.owners.filter((owner) => owner !== person);
  const words = wordsWithout(promise, gone);
  const { suggestion } = promise;
  return {
    ...promise,
    ...words,
    owners: left.length > 0 ? left : promise.owners.map(other),
    madeBy: other(promise.madeBy),
    state: stateWithout(promise, { person, as, now: gone.now }),
    suggestion:
      suggestion === null || suggestion.by === person
        ? null
        : {
            ...suggestion,
            what: suggestion.what === null ? null : unnamed(suggestion.what, gone),
            yes: suggestion.yes.map((yes) => ({ ...yes, person: other(yes.person) })),
          },
    pickUp: promise.pickUp === person ? null : promise.pickUp,
  };
}

function stateWithout(
  { state, owners }: Commitment,
  { person, as, now }: { person: PersonId; as: PersonId; now: Instant },
): CommitmentStatus {
  const other = (one: PersonId) => (one === person ? as : one);
  switch (state.status) {
    case 'offered': {
      if (!owners.includes(person)) return state;
      const to = state.to.filter((one) => one !== person);
      if (owners.every((owner) => owner === person)) return { status: 'declined', by: as, at: now };
      return to.length === 0 ? { status: 'open' } : { ...state, to };
    }
    case 'open':
      return state.disputed?.by === person ? { ...state, disputed: { by: null } } : state;
    case 'kept':
      return { ...state, by: other(state.by), claim: { ...state.claim, by: other(state.claim.by) } };
    case 'claimed':
    case 'declined':
    case 'could-not':
    case 'undone':
      return { ...state, by: other(state.by) };
    case 'changed':
    case 'dropped':
    case 'not-kept':
      return state;
  }
}

type Words = Pick<Commitment, 'what' | 'proof' | 'reason' | 'next' | 'missing'>;

/** What was promised stays, because others count on it. What they wrote about it goes; nobody's words keep their name. */
function wordsWithout(promise: Commitment, gone: Gone): Words {
  const { state, owners } = promise;
  const { person } = gone;
  const owned = owners.includes(person);
  const saidBy = 'by' in state && state.by === person;
  const saidMissing = saidBy || (state.status === 'open' && state.disputed?.by === person);
  const kept = (words: string | null, theirs: boolean) => (words === null || theirs ? null : unnamed(words, gone));
  return {
    what: unnamed(promise.what, gone),
    proof: kept(promise.proof, owned),
    reason: kept(promise.reason, owned || saidBy),
    next: kept(promise.next, owned || saidBy),
    missing: kept(promise.missing, saidMissing),
  };
}

/** Their name as a whole word gives way, written as they write it: for "May", the word "may" stays. */
export function unnamed(words: string, { name, instead }: Pick<Gone, 'name' | 'instead'>): string {
  return name.trim() === '' ? words : words.replace(nameIn(name), instead);
}

export function holdsName(words: string, name: string): boolean {
  return name.trim() !== '' && nameIn(name).test(words);
}

function nameIn(name: string): RegExp {
  const exact = name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])`, 'gu');
}

export function ideaWithout(idea: Idea, gone: Gone): Idea {
  if (idea.raisedBy === gone.person) return { ...idea, text: null, raisedBy: null };
  return idea.text === null ? idea : { ...idea, text: unnamed(idea.text, gone) };
}

/** What was decided stays, because others count on it; what they wrote that it came from goes, and so does their yes's name. */
export function decisionWithout(decision: Decision, gone: Gone): Decision {
  const as = gone.newGone();
  const other = (one: PersonId) => (one === gone.person ? as : one);
  return {
    ...decision,
    words: toldWithout(decision.words, decision.wordsBy, gone),
    loggedBy: other(decision.loggedBy),
    wordsBy: other(decision.wordsBy),
    yes: decision.yes.map((yes) => ({ ...yes, person: other(yes.person) })),
    history: decision.history.map((was) => ({
      ...was,
      words: toldWithout(was.words, was.by, gone),
      by: other(was.by),
    })),
  };
}

function toldWithout(words: DecisionWords, by: PersonId, gone: Gone): DecisionWords {
  const told = (said: string | null) => (said === null ? null : by === gone.person ? wordsGone : unnamed(said, gone));
  return { ...words, what: unnamed(words.what, gone), lived: told(words.lived), practice: told(words.practice) };
}

/** Their roles are free, and since when they were held stays. */
export function roleWithout(role: Role, { person, now, newGone }: Gone): Role {
  const { offered } = role;
  return {
    ...role,
    holdings: role.holdings.map((holding) =>
      holding.person === person ? { ...holding, person: newGone(), to: holding.to ?? now } : holding,
    ),
    ...(role.standIns === undefined
      ? {}
      : { standIns: role.standIns.map((one) => standInWithout(one, { person, now, as: newGone() })) }),
    offered: offered !== null && (offered.to === person || offered.by === person) ? null : offered,
  };
}

function standInWithout(one: StandIn, { person, now, as }: { person: PersonId; now: Instant; as: PersonId }): StandIn {
  const agreedBy = one.agreedBy === person ? as : one.agreedBy;
  return one.person === person ? { ...one, agreedBy, person: as, to: one.to ?? now } : { ...one, agreedBy };
}

/**
 * What sides said stays said, by nobody. An open suggestion of theirs is taken back with its words; what holds already
 * is the huddle's. Nobody is left to take their no back, so it waits for other words.
 */
export function proposalWithout(proposal: Proposal, gone: Gone): Proposal {
  const { person, newGone, now } = gone;
  const isTheirs = proposal.by === person;
  const isOpen = proposal.state.status === 'open';
  const holds = proposal.inPlace || proposal.state.status === 'agreed';
  return {
    ...proposal,
    change: changeWithout(proposal.change, gone),
    text: isTheirs && !holds ? '' : unnamed(proposal.text, gone),
    by: isTheirs ? newGone() : proposal.by,
    answers: proposal.answers.map((answer) =>
      answer.person === person
        ? { ...answer, person: newGone(), words: null }
        : { ...answer, words: answer.words === null ? null : unnamed(answer.words, gone) },
    ),
    state: isTheirs && isOpen && !proposal.inPlace ? { status: 'withdrawn', at: now } : proposal.state,
  };
}

function changeWithout(change: Change, { person, newGone }: Gone): Change {
  return change.about === 'hand-role' && change.to === person ? { ...change, to: newGone() } : change;
}

/** Their side has signed, and nothing says who did. */
export function agreementWithout(agreement: Agreement, gone: Gone): Agreement {
  const words = Object.entries(agreement.words).map(([part, said]) => [part, unnamed(said, gone)] as const);
  return {
    ...agreement,
    words: Object.fromEntries(words) as Agreement['words'],
    signatures: agreement.signatures.map((one) =>
      one.person === gone.person ? { ...one, person: gone.newGone() } : one,
    ),
  };
}

/** What happened to one person alone is no fact of the huddle: it goes with them. */
const theirs = [
  'MemberInvited',
  'MemberAskedToJoin',
  'MemberAnswered',
  'RenewalAsked',
  'RenewalMissed',
  'GroupPicked',
  'StandingChanged',
  'AccountLinked',
  'AccountUnlinked',
  'AnswerSubmitted',
  'AnswerWithdrawn',
  'RoundSkipped',
  'RemindedLater',
  'AskedForLater',
  'ComplaintMade',
  'CheckerAnswered',
  'DraftMarked',
] as const satisfies readonly DomainEvent['type'][];

export function isTheirsAlone(type: string, facts: Readonly<Record<string, unknown>>, person: PersonId): boolean {
  return theirs.some((each) => each === type) && facts['person'] === person;
}
