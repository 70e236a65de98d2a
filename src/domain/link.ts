import type { Agreement } from './agreement.ts';
import type { Commitment, CommitmentStatus, Suggestion } from './commitment.ts';
import type { Decision } from './decision.ts';
import type { PersonId } from './ids.ts';
import type { Proposal } from './proposal.ts';
import type { Holding, Offer, Role, StandIn } from './role-split.ts';
import type { Response } from './round.ts';

/** Two people turn out to be one: all that `from` had becomes that of `into`, and `from` is no one any more. */
export interface OnePerson {
  readonly from: PersonId;
  readonly into: PersonId;
}

export function oneId(person: PersonId, { from, into }: OnePerson): PersonId {
  return person === from ? into : person;
}

/** Each once, in the order in which they came first. */
export function oneEach(people: readonly PersonId[], one: OnePerson): readonly PersonId[] {
  return [...new Set(people.map((person) => oneId(person, one)))];
}

const laterFirst = ['sent', 'waiting', 'no'] as const;

/** Both answered one question: the newest answer stays, as when one person answers twice. Nobody is reminded twice. */
export function oneResponse(stays: Response, goes: Response): Response {
  const isNewer = goes.answer !== null && (stays.answer === null || goes.answer.at > stays.answer.at);
  const newest = isNewer ? goes.answer : stays.answer;
  return {
    ...stays,
    answer: newest,
    skipped: newest === null && (stays.skipped || goes.skipped),
    later: laterFirst.find((later) => stays.later === later || goes.later === later) ?? 'no',
  };
}

/** Nobody owns a promise twice, or picks up their own. */
export function oneCommitment(promise: Commitment, one: OnePerson): Commitment {
  const owners = oneEach(promise.owners, one);
  const pickUp = promise.pickUp === null ? null : oneId(promise.pickUp, one);
  return {
    ...promise,
    owners,
    madeBy: oneId(promise.madeBy, one),
    state: oneStatus(promise.state, one),
    suggestion: promise.suggestion === null ? null : oneSuggestion(promise.suggestion, one),
    pickUp: pickUp !== null && owners.includes(pickUp) ? null : pickUp,
  };
}

function oneStatus(state: CommitmentStatus, one: OnePerson): CommitmentStatus {
  switch (state.status) {
    case 'offered':
      return { ...state, to: oneEach(state.to, one) };
    case 'open': {
      const by = state.disputed?.by ?? null;
      return by === null ? state : { ...state, disputed: { by: oneId(by, one) } };
    }
    case 'kept':
      return { ...state, by: oneId(state.by, one), claim: { ...state.claim, by: oneId(state.claim.by, one) } };
    case 'declined':
    case 'claimed':
    case 'could-not':
    case 'undone':
      return { ...state, by: oneId(state.by, one) };
    case 'changed':
    case 'dropped':
    case 'not-kept':
      return state;
  }
}

/** One person has one yes: the first that they gave. */
function oneSuggestion(suggestion: Suggestion, one: OnePerson): Suggestion {
  const yes = suggestion.yes.map((given) => ({ ...given, person: oneId(given.person, one) }));
  const first = yes.filter(({ person }, at) => yes.findIndex((other) => other.person === person) === at);
  return { ...suggestion, by: oneId(suggestion.by, one), yes: first };
}

/** One person says one thing: what they said last. */
export function oneProposal(proposal: Proposal, one: OnePerson): Proposal {
  const { change } = proposal;
  const answers = proposal.answers.map((answer) => ({ ...answer, person: oneId(answer.person, one) }));
  return {
    ...proposal,
    by: oneId(proposal.by, one),
    change: change.about === 'hand-role' ? { ...change, to: oneId(change.to, one) } : change,
    answers: answers.filter(({ person }, at) => answers.findLastIndex((other) => other.person === person) === at),
  };
}

/** One person speaks for one side: what they said first. What then lacks a yes is as one side logged it, once more. */
export function oneDecision(decision: Decision, one: OnePerson): Decision {
  const all = decision.yes.map((yes) => ({ ...yes, person: oneId(yes.person, one) }));
  const yes = all.filter(({ person }, at) => all.findIndex((other) => other.person === person) === at);
  const missing = decision.needs.some((need) => !yes.some(({ fills }) => fills === need));
  return {
    ...decision,
    loggedBy: oneId(decision.loggedBy, one),
    wordsBy: oneId(decision.wordsBy, one),
    yes,
    sharedAt: missing && yes.length < all.length ? null : decision.sharedAt,
    history: decision.history.map((was) => ({ ...was, by: oneId(was.by, one) })),
  };
}

/** One person signs an edition once, for the side they signed first. */
export function oneAgreement(agreement: Agreement, one: OnePerson): Agreement {
  const all = agreement.signatures.map((signature) => ({ ...signature, person: oneId(signature.person, one) }));
  const signatures = all.filter(({ person }, at) => all.findIndex((other) => other.person === person) === at);
  return { ...agreement, signatures };
}

/** Two holders who are one hold the role once, since the earlier of the two. */
export function oneRole(role: Role, one: OnePerson): Role {
  const holdings = role.holdings
    .map((holding) => ({ ...holding, person: oneId(holding.person, one) }))
    .reduce<readonly Holding[]>(withHolding, []);
  const offered = role.offered === null ? null : oneOffer(role.offered, one);
  const has = (person: PersonId) => holdings.some((holding) => holding.person === person && holding.to === null);
  return {
    ...role,
    holdings,
    ...(role.standIns === undefined ? {} : { standIns: role.standIns.map((each) => oneStandIn(each, { has, one })) }),
    offered: offered === null || has(offered.to) ? null : offered,
  };
}

/** Nobody stands in for themself: then it was over when it began. */
function oneStandIn(each: StandIn, { has, one }: { has: (person: PersonId) => boolean; one: OnePerson }): StandIn {
  const person = oneId(each.person, one);
  const to = has(person) ? (each.to ?? each.from) : each.to;
  return { ...each, person, to, agreedBy: oneId(each.agreedBy, one) };
}

function withHolding(known: readonly Holding[], next: Holding): readonly Holding[] {
  const before = known.find(({ person, to }) => person === next.person && (to === null || to >= next.from));
  if (before === undefined) return [...known, next];
  const to = before.to === null || next.to === null ? null : later(before.to, next.to);
  const from = before.from < next.from ? before.from : next.from;
  return known.map((holding) => (holding === before ? { ...holding, from, to } : holding));
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Handed to oneself, it is no offer. */
function oneOffer(offer: Offer, one: OnePerson): Offer | null {
  const { to, by } = { to: oneId(offer.to, one), by: oneId(offer.by, one) };
  return (offer.kind === 'hand' || offer.kind === 'ask-stand-in') && to === by ? null : { ...offer, to, by };
}
