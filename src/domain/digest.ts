import type { ClosedQuestion } from './answer-rate.ts';
import { balanceOf, heardFrom, type Balance } from './balance.ts';
import type { Commitment } from './commitment.ts';
import type { Times } from './commitment-clock.ts';
import { isOpen, ledgerOf, standingOf, type Ledger, type PromiseStanding } from './commitment-standing.ts';
import type { Decision } from './decision.ts';
import { decisionsToTell, type DecisionLine } from './digest-decisions.ts';
import { changesSince, type ChangeLine } from './digest-changes.ts';
import type { Huddle, Member, Side } from './huddle.ts';
import { sideOf, sidesOf } from './huddle.ts';
import { meetingsToTell, type MeetingLine } from './meeting-there.ts';
import type { Meeting } from './meeting.ts';
import type { Idea } from './idea.ts';
import { ideaShares } from './idea-shares.ts';
import type { PersonId, RoleKey } from './ids.ts';
import type { AgendaItem, PulseLine } from './pulse-line.ts';
import { toTalkAbout } from './agenda.ts';
import { ideaNews, type IdeaNews } from './digest-ideas.ts';
import { signOffOf, type SignOff } from './sign-off.ts';
import { doneBy } from './role-stand-in.ts';
import { heldNow, type Held } from './held.ts';
import type { Proposal } from './proposal.ts';
import type { Role } from './role-split.ts';
import { withFirst } from './role-names.ts';
import { rollUpOf, type RollUp } from './roll-up.ts';
import { stepNews, type StepNews } from './steps.ts';
import { wantsNudge } from './streak.ts';
import type { Instant, LocalDate, Week } from './time.ts';
import { addDays, weekFrom } from './time.ts';
import type { Turn } from './turns.ts';
import { weekMeasures, type WeekMeasures } from './week-measures.ts';

/** One promise as it stood when a digest was cut. Its words are looked up by number when the digest is built. */
export interface PromiseLine {
  readonly number: number;
  readonly status: Exclude<PromiseStanding, 'offered' | 'declined' | 'undone'>;
  readonly due: LocalDate;
  /** Who said yes to a kept one; null elsewhere. */
  readonly by: PersonId | null;
  /** The new number of a changed one; null elsewhere. */
  readonly into: number | null;
}

/** Everything a digest says, as facts and ids. Saved when it is published, so that it reads the same for ever. */
export interface DigestFacts {
  readonly week: { readonly monday: LocalDate; readonly sunday: LocalDate };
  /** When the digest before was cut, and when this one was. */
  readonly from: Instant;
  readonly to: Instant;
  /** News first told here, and every promise still open; by number. */
  readonly promises: readonly PromiseLine[];
  /** Every promise that has come to an end by now, told here or before, so that each end is told once. */
  readonly ended: readonly Pick<PromiseLine, 'number' | 'status'>[];
  /** How all promises since the start came out. */
  readonly record: Ledger;
  readonly heard: { readonly people: number; readonly of: number };
  readonly balance: Balance;
  /** Changes by consent: agreed since the last one, holding without each side's yes, and asked. */
  readonly changes?: readonly ChangeLine[];
  /** Confirmed meetings first told here, and the numbers of all that were told by now. Not in digests of long ago. */
  readonly meetings?: { readonly first: readonly MeetingLine[]; readonly told: readonly number[] };
  /** Questions of the week that came from members. Left out where there are none. */
  readonly fromMembers?: number;
  /** Who leads what; an empty list is a free role. `isStandIn` where they stand in for those who do. */
  readonly roles: readonly {
    readonly role: RoleKey;
    readonly holders: readonly PersonId[];
    readonly isStandIn?: true;
  }[];
  /** Lead roles and open promises held by each side; two holders count half each. */
  readonly split: readonly { readonly side: Side; readonly leadRoles: number; readonly openPromises: number }[];
  /** Private questions that have closed. Left out where there are none, and by digests from before there were any. */
  readonly pulses?: readonly PulseLine[];
  /** To talk about next; left out where there is nothing. */
  readonly agenda?: readonly AgendaItem[];
  /** Since the digest before; left out where there are none. */
  readonly ideas?: IdeaNews;
  /** Logged since the digest before; left out where there are none. */
  readonly decisions?: readonly DecisionLine[];
  /** Steps that were closed or opened, and how many such moves were told by now. Left out where no step was ever opened. */
  readonly steps?: StepNews;
  /** Left out where nobody was asked to check it. */
  readonly signOff?: SignOff;
  /* What digests have said since they look back over weeks. Older ones lack it. */
  /** The same by the finest split that may be shown. */
  readonly held?: { readonly leadRoles: Held; readonly openPromises: Held };
  /** For coordinators alone. */
  readonly measures?: WeekMeasures;
  /** With every fourth one. */
  readonly rollUp?: RollUp;
  /** A tip to everyone comes with it. */
  readonly nudge?: true;
}

/** All that a digest looks at. `pulses` are the private questions that no digest has told yet. `turns` may be more than the week's; `last` is the newest published one. */
export interface DigestSources {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly promises: readonly Commitment[];
  readonly roles: readonly Role[];
  readonly turns: readonly Turn[];
  readonly meetings?: readonly Meeting[];
  /** The week whose turns are told. Promises are told as they stand at `now`. */
  readonly week: Week;
  readonly pulses?: readonly PulseLine[];
  readonly proposals?: readonly Proposal[];
  /** All that were ever raised; left out, neither the digest nor a sum over four weeks has any. */
  readonly ideas?: readonly Idea[];
  /** All that were ever logged; left out, the digest has none. */
  readonly decisions?: readonly Decision[];
  readonly last: DigestFacts | null;
  readonly now: Instant;
  /** Those published before, the newest first. */
  readonly earlier?: readonly DigestFacts[];
  /** Questions that closed in the week. */
  readonly closed?: readonly ClosedQuestion[];
  /** How many questions of the week came from members. */
  readonly fromMembers?: number;
}

/** Turns by local week, promises as they stand at posting. Pure: a preview and the digest itself are the same call. */
export function digestFacts(sources: DigestSources): DigestFacts {
  const { huddle, promises, week, last, now } = sources;
  const lines = promiseLines(sources);
  const ended = lines.filter(({ status }) => hasEnded(status));
  const here = lines.filter((line) => !hasEnded(line.status) || !toldBefore(line, last));
  const told = {
    week: { monday: week.monday, sunday: addDays(week.monday, 6) },
    from: last?.to ?? huddle.setUpAt,
    to: now,
    promises: here,
    ended: ended.map(({ number, status }) => ({ number, status })),
    record: ledgerOf(promises),
    heard: heardFrom(sources),
    balance: balanceOf(sources),
    ...meetingsOf(sources),
    roles: leadsOf(sources),
    split: splitOf(sources),
    ...pulsesOf(sources),
    ...sectionsOf(here, sources),
    held: heldIn(sources),
    ...changesOf(sources),
    ...stepsOf(sources),
    ...((sources.fromMembers ?? 0) > 0 ? { fromMembers: sources.fromMembers ?? 0 } : {}),
  };
  return { ...told, ...lookBack(told, sources) };
}

function stepsOf({ huddle, last }: DigestSources): Pick<DigestFacts, 'steps'> {
  const steps = stepNews(huddle.steps, last?.steps?.told ?? 0);
  return steps === null ? {} : { steps };
}

/** Left out where there are none, as in digests from before changes could be suggested. */
function changesOf({ huddle, members, proposals = [], last }: DigestSources): Pick<DigestFacts, 'changes'> {
  const changes = changesSince({ huddle, members, proposals, last });
  return changes.length === 0 ? {} : { changes };
}

/** What follows from the weeks as they were told, this one among them. */
function lookBack(told: DigestFacts, sources: DigestSources): Pick<DigestFacts, 'measures' | 'rollUp' | 'nudge'> {
  const { huddle, now, earlier = [], closed = [] } = sources;
  const rollUp = rollUpOf([told, ...earlier]);
  return {
    measures: weekMeasures({ ...sources, closed }, told.balance),
    ...(rollUp === null ? {} : { rollUp: { ...rollUp, ...ideasOf(rollUp, sources) } }),
    ...(wantsNudge(huddle.nudge, { week: told, before: earlier, now }) ? { nudge: true } : {}),
  };
}

/** Not before the four weeks are over: looked at twice meanwhile, it would tell whose idea came in between. */
function ideasOf({ from }: RollUp, sources: DigestSources): Pick<RollUp, 'ideas'> {
  const { huddle, week, ideas, now } = sources;
  if (ideas === undefined || now < week.to) return {};
  const window = { from: weekFrom(from, huddle.zone).from, to: week.to };
  return { ideas: ideaShares({ ...sources, ideas, window }) };
}

function pulsesOf({ pulses = [] }: DigestSources): Pick<DigestFacts, 'pulses'> {
  return pulses.length > 0 ? { pulses } : {};
}

/** Each is left out where it has nothing to say. */
function sectionsOf(
  lines: readonly PromiseLine[],
  sources: DigestSources,
): Pick<DigestFacts, 'ideas' | 'decisions' | 'signOff' | 'agenda'> {
  const { huddle, promises, ideas = [], last, now } = sources;
  const since = { from: last?.to ?? huddle.setUpAt, to: now };
  const news = ideaNews(ideas, { ...since, promises });
  const decisions = decisionsToTell(sources.decisions ?? [], since);
  const signOff = signOffOf(lines, sources);
  const agenda = toTalkAbout(lines, { ...sources, added: signOff?.added ?? [] });
  return {
    ...(news === null ? {} : { ideas: news }),
    ...(decisions.length === 0 ? {} : { decisions }),
    ...(signOff === null ? {} : { signOff }),
    ...(agenda.length === 0 ? {} : { agenda }),
  };
}

function meetingsOf({ huddle, members, meetings = [], last }: DigestSources): Pick<DigestFacts, 'meetings'> {
  const before = last?.meetings?.told ?? [];
  const first = meetingsToTell(meetings, before, { huddle, members });
  const told = [...before, ...first.map(({ number }) => number)];
  return told.length === 0 ? {} : { meetings: { first, told } };
}

/** An offered promise is not made yet, and showing it would press the person asked; a declined or undone one never was. */
function promiseLines({ huddle, members, promises, now }: DigestSources): readonly PromiseLine[] {
  const times = timesOf(huddle, members);
  return [...promises]
    .sort((a, b) => a.number - b.number)
    .flatMap((promise) => {
      const status = standingOf(promise, now, times);
      if (status === 'offered' || status === 'declined' || status === 'undone') return [];
      const { number, due, state } = promise;
      const by = state.status === 'kept' ? state.by : null;
      return [{ number, status, due, by, into: state.status === 'changed' ? state.into : null }];
    });
}

export function hasEnded(status: PromiseLine['status']): boolean {
  return ['kept', 'could-not', 'changed', 'dropped', 'not-kept'].includes(status);
}

/**
 * Told by number and end, not by time: a press that reaches us late, or in the very moment of the cut, carries a time
 * that the last digest had already passed, and would be told by none.
 */
function toldBefore({ number, status }: PromiseLine, last: DigestFacts | null): boolean {
  return last?.ended.some((told) => told.number === number && told.status === status) ?? false;
}

function timesOf(huddle: Huddle, members: readonly Member[]): Times {
  const parties = members.map(
    (member) => [member.person, { sides: sidesOf(huddle, member), standings: member.standings }] as const,
  );
  return { zone: huddle.zone, digest: huddle.digest, members: new Map(parties) };
}

function leadsOf({ huddle, members, roles }: DigestSources): DigestFacts['roles'] {
  return withFirst(roles, huddle.id).map((role) => {
    const { people, isStandIn } = doneBy(role, members);
    return { role: role.key, holders: people, ...(isStandIn ? { isStandIn } : {}) };
  });
}

const sides: readonly Side[] = ['using', 'running', 'creative'];

/** M16. A person's side is the one they are counted on when the digest is cut. */
function splitOf(sources: DigestSources): DigestFacts['split'] {
  const { huddle, members, promises } = sources;
  const sideBy = new Map(members.map((member) => [member.person, sideOf(huddle, member)]));
  const held = (people: readonly PersonId[], side: Side) =>
    people.length === 0 ? 0 : people.filter((person) => sideBy.get(person) === side).length / people.length;
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const leads = leadsOf(sources);
  const open = promises.filter(isOpen);
  return sides
    .filter((side) => huddle.groups.some((group) => group.side === side))
    .map((side) => ({
      side,
      leadRoles: sum(leads.map(({ holders: people }) => held(people, side))),
      openPromises: sum(open.map(({ owners }) => held(owners, side))),
    }));
}

function heldIn(sources: DigestSources): NonNullable<DigestFacts['held']> {
  return heldNow({
    ...sources,
    leads: leadsOf(sources).map(({ holders: people }) => people),
    open: sources.promises.filter(isOpen).map(({ owners }) => owners),
    earlier: sources.earlier ?? [],
  });
}
