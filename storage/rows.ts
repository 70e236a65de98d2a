import type { Agreement } from '../src/domain/agreement.ts';
import type { Commitment } from '../src/domain/commitment.ts';
import { standingNow, type Huddle, type Member } from '../src/domain/huddle.ts';
import { refKey } from '../src/domain/ids.ts';
import type { Person } from '../src/domain/person.ts';
import type { Proposal } from '../src/domain/proposal.ts';
import type { Role } from '../src/domain/role-split.ts';
import type { Answer, Response, Round } from '../src/domain/round.ts';
import type { Utterance } from '../src/domain/turns.ts';
import type { PublishedDigest } from '../src/ports-kept.ts';
import type { Outgoing } from '../src/ports-outbox.ts';
import { fromJson, fromJsonOrNull, toFlag, toJson, toJsonOrNull } from './json.ts';
import type {
  AgreementRow,
  DigestRow,
  HuddleRow,
  MemberRow,
  PersonRow,
  PromiseRow,
  ProposalRow,
  ResponseRow,
  RoleRow,
  RoundRow,
  UtteranceRow,
} from './schema.ts';
import type { OutboxRow } from './schema-carried.ts';

/* Row to domain and back, for the tables of the domain. What a row has beyond this is filled by its queries. */

export function toPerson(row: PersonRow): Person {
  const { id, name, zone, quiet_from: from, quiet_to: to, reach_on: reachOn, held_until: heldUntil } = row;
  const held = heldUntil === null ? {} : { heldUntil };
  return { id, name, zone, quiet: from === null || to === null ? null : { from, to }, reachOn, ...held };
}

export function fromPerson({ id, name, zone, quiet, reachOn, heldUntil }: Person): PersonRow {
  return {
    id,
    name,
    zone,
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    reach_on: reachOn,
    held_until: heldUntil ?? null,
  };
}

type HuddleSettings = Omit<Huddle, 'id' | 'name' | 'purpose' | 'setUpAt' | 'version'>;

export function toHuddle({ id, name, purpose, settings, set_up_at, version }: HuddleRow): Huddle {
  // Huddles that were saved before one could listen do not.
  const kept: Omit<HuddleSettings, 'listening'> & Partial<HuddleSettings> = fromJson(settings);
  return { ...kept, listening: kept.listening ?? false, id, name, purpose, setUpAt: set_up_at, version };
}

export function fromHuddle({ id, name, purpose, setUpAt, version, ...settings }: Huddle): HuddleRow {
  return { id, name, purpose, settings: toJson(settings), set_up_at: setUpAt, version };
}

export function toMember(row: Omit<MemberRow, 'position' | 'status'>): Member {
  return {
    huddle: row.huddle,
    person: row.person,
    coordinator: row.coordinator === 1,
    invitedBy: row.invited_by,
    standings: fromJson(row.standings),
    consents: fromJson(row.consents),
  };
}

export function fromMember(member: Member): Omit<MemberRow, 'position'> {
  return {
    huddle: member.huddle,
    person: member.person,
    status: standingNow(member).status,
    coordinator: toFlag(member.coordinator),
    invited_by: member.invitedBy,
    standings: toJson(member.standings),
    consents: toJson(member.consents),
  };
}

export function toRound(row: RoundRow): Round {
  return {
    id: row.id,
    huddle: row.huddle,
    prompt: fromJson(row.prompt),
    askedBy: row.asked_by,
    status: row.status,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    heard: fromJsonOrNull(row.heard),
    order: fromJson(row.drawn),
    version: row.version,
  };
}

export function fromRound(round: Round): RoundRow {
  return {
    id: round.id,
    huddle: round.huddle,
    prompt: toJson(round.prompt),
    asked_by: round.askedBy,
    status: round.status,
    opens_at: round.opensAt,
    closes_at: round.closesAt,
    heard: toJsonOrNull(round.heard),
    drawn: toJson(round.order),
    version: round.version,
  };
}

export function toResponse(row: ResponseRow): Response {
  return { round: row.round, person: row.person, answer: toAnswer(row), skipped: row.skipped === 1, later: row.later };
}

function toAnswer(row: ResponseRow): Answer | null {
  if (row.answered_at === null || row.seen_by === null) return null;
  return {
    text: row.answer,
    option: row.answer_option,
    seenBy: row.seen_by,
    at: row.answered_at,
    late: row.late === 1,
    message: fromJsonOrNull(row.message),
    ...(row.helped === 1 ? { helped: true as const } : {}),
  };
}

export function fromResponse({ round, person, answer, skipped, later }: Response): ResponseRow {
  const message = answer?.message ?? null;
  return {
    round,
    person,
    answer: answer?.text ?? null,
    answer_option: answer?.option ?? null,
    seen_by: answer?.seenBy ?? null,
    answered_at: answer?.at ?? null,
    late: answer === null ? null : toFlag(answer.late),
    message: toJsonOrNull(message),
    message_id: message === null ? null : refKey(message),
    helped: answer === null ? null : toFlag(answer.helped === true),
    skipped: toFlag(skipped),
    later,
  };
}

export function toCommitment(row: PromiseRow): Commitment {
  return {
    huddle: row.huddle,
    number: row.number,
    what: row.what,
    owners: fromJson(row.owners),
    forSide: row.for_side,
    due: row.due,
    madeBy: row.made_by,
    madeAt: row.made_at,
    from: row.came_from,
    state: fromJson(row.state),
    suggestion: fromJsonOrNull(row.suggestion),
    proof: row.proof,
    reason: row.reason,
    next: row.next_step,
    missing: row.missing,
    movedAt: row.moved_at,
    notes: fromJson(row.notes),
    pickUp: row.pick_up,
    version: row.version,
  };
}

export function fromCommitment(promise: Commitment): PromiseRow {
  return {
    huddle: promise.huddle,
    number: promise.number,
    what: promise.what,
    owners: toJson(promise.owners),
    for_side: promise.forSide,
    due: promise.due,
    made_by: promise.madeBy,
    made_at: promise.madeAt,
    came_from: promise.from,
    state: toJson(promise.state),
    suggestion: toJsonOrNull(promise.suggestion),
    proof: promise.proof,
    reason: promise.reason,
    next_step: promise.next,
    missing: promise.missing,
    moved_at: promise.movedAt,
    notes: toJson(promise.notes),
    pick_up: promise.pickUp,
    version: promise.version,
  };
}

export function toRole(row: RoleRow): Role {
  const { huddle, role: key, name, holdings, offered, stand_ins, ended_at, version } = row;
  const ended = ended_at === null ? {} : { endedAt: ended_at };
  const standIns = stand_ins === null ? {} : { standIns: fromJson(stand_ins) };
  return {
    huddle,
    key,
    name,
    holdings: fromJson(holdings),
    offered: fromJsonOrNull(offered),
    ...standIns,
    ...ended,
    version,
  };
}

export function fromRole({ huddle, key, name, holdings, offered, standIns, endedAt, version }: Role): RoleRow {
  return {
    huddle,
    role: key,
    name,
    holdings: toJson(holdings),
    offered: toJsonOrNull(offered),
    stand_ins: toJsonOrNull(standIns ?? null),
    ended_at: endedAt ?? null,
    version,
  };
}

export function toProposal(row: ProposalRow): Proposal {
  return {
    huddle: row.huddle,
    number: row.number,
    change: fromJson(row.change),
    text: row.body,
    by: row.made_by,
    at: row.made_at,
    from: row.came_from,
    inPlace: row.in_place === 1,
    needs: fromJson(row.needs),
    answers: fromJson(row.answers),
    state: fromJson(row.state),
    reminded: row.reminded === 1,
    version: row.version,
  };
}

export function fromProposal(proposal: Proposal): ProposalRow {
  return {
    huddle: proposal.huddle,
    number: proposal.number,
    change: toJson(proposal.change),
    body: proposal.text,
    made_by: proposal.by,
    made_at: proposal.at,
    came_from: proposal.from,
    in_place: toFlag(proposal.inPlace),
    needs: toJson(proposal.needs),
    answers: toJson(proposal.answers),
    state: toJson(proposal.state),
    reminded: toFlag(proposal.reminded),
    version: proposal.version,
  };
}

export function toAgreement({ huddle, edition, made_at: at, words, signatures, version }: AgreementRow): Agreement {
  return { huddle, edition, at, words: fromJson(words), signatures: fromJson(signatures), version };
}

export function fromAgreement({ huddle, edition, at, words, signatures, version }: Agreement): AgreementRow {
  return { huddle, edition, made_at: at, words: toJson(words), signatures: toJson(signatures), version };
}

export function toUtterance({ id, huddle, person, spoken_as: group, thread, at, gone }: UtteranceRow): Utterance {
  return { id, huddle, person, group, thread, at, gone: gone === 1 };
}

export function fromUtterance({
  id,
  huddle,
  person,
  group,
  thread,
  at,
  gone,
}: Utterance): Omit<UtteranceRow, 'settled_at'> {
  return { id, huddle, person, spoken_as: group, thread, at, gone: toFlag(gone) };
}

export function toDigest({ huddle, monday, news_from: from, news_to: to, facts }: DigestRow): PublishedDigest {
  return { huddle, monday, from, to, facts: fromJson(facts) };
}

export function fromDigest({ huddle, monday, from, to, facts }: PublishedDigest): DigestRow {
  return { huddle, monday, news_from: from, news_to: to, facts: toJson(facts) };
}

export function toOutgoing(row: OutboxRow): Outgoing {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    to: fromJson(row.recipient),
    huddle: row.huddle,
    notBefore: row.not_before,
    expiresAt: row.expires_at,
    under: fromJsonOrNull(row.under),
    wanted: row.wanted,
    sent: row.sent,
    attempts: row.attempts,
    message: fromJsonOrNull(row.message),
    mayHaveArrived: row.may_have_arrived === 1,
    state: row.state,
    ...(row.names_gone === 1 ? { namesGone: true as const } : {}),
  };
}
