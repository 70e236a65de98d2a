import type { RoundEvent } from '../domain/events-rounds.ts';
import { comingsBetween } from '../domain/holidays.ts';
import { isCounted, standingAt, type Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId, RoundId } from '../domain/ids.ts';
import { afterQuiet } from '../domain/quiet.ts';
import { canSwap, isFor } from '../domain/role-swap.ts';
import { evolveRound, roundWakesAt } from '../domain/round-evolve.ts';
import { decideRound } from '../domain/round-rules.ts';
import type { RoundCommand, RoundState } from '../domain/round-state.ts';
import type { Round } from '../domain/round.ts';
import { addMs, hourMs, weekOf, type Instant } from '../domain/time.ts';
import { wayOf } from '../domain/way.ts';
import type { Records } from '../ports.ts';
import type { Aggregate } from './execute.ts';
import { reactToRound } from './reactions/rounds.ts';

/** What every round command says besides what it wants. */
export interface RoundWish {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly round: RoundId;
}

export const roundAggregate: Aggregate<RoundCommand, RoundState, RoundEvent> = {
  load,
  decide: decideRound,
  evolve: evolveRound,
  save,
  react: reactToRound,
};

async function load(records: Records, command: RoundCommand): Promise<RoundState> {
  const huddle = await records.huddles.get(command.huddle);
  if (huddle === null) throw new Error('a round without its huddle');
  const who = actor(command);
  const found = await records.rounds.get(command.round);
  const member = who === null ? null : await records.members.get(huddle.id, who);
  // A button of another huddle's round, pressed here, is no round of ours; and there is none for those who were not asked.
  const isTheirs = found !== null && (member === null || isFor(found, member, command.now));
  const round = found?.huddle === huddle.id && isTheirs ? found : null;
  const person = command.type === 'AskLater' && who !== null ? await records.people.get(who) : null;
  return {
    huddle: huddle.id,
    zone: huddle.zone,
    quiet: huddle.quiet,
    round,
    others: command.type === 'PlanRound' ? await othersOfWeek(records, huddle, command.now) : [],
    response: who === null ? null : await records.rounds.response(command.round, who),
    canSwap: await mayGoOut(records, { huddle, command, round }),
    remindAt: null,
    standing: member === null ? null : standingAt(member, command.now),
    reader: { zone: person?.zone ?? huddle.zone, quiet: person?.quiet ?? huddle.quiet },
  };
}

/** Looked at only for a role swap that is to go out: everything else needs no look at all members. */
async function mayGoOut(
  records: Records,
  { huddle, command, round }: { huddle: Huddle; command: RoundCommand; round: Round | null },
): Promise<boolean> {
  const asked = 'prompt' in command ? (command.prompt ?? round?.prompt) : undefined;
  if (asked === undefined || wayOf(asked) !== 'swap') return false;
  return canSwap(huddle, await records.members.of(huddle.id), command.now);
}

function actor(command: RoundCommand): PersonId | null {
  if (command.type === 'PlanRound') return command.by;
  return 'person' in command ? command.person : null;
}

/** When the other questions open in the week in which one planned now would open. */
async function othersOfWeek(records: Records, huddle: Huddle, now: Instant): Promise<readonly Instant[]> {
  const { id, zone, quiet, checkIn } = huddle;
  const week = weekOf(afterQuiet(now, zone, quiet), zone);
  const asked = (await records.rounds.between(id, week.from, week.to)).map(({ opensAt }) => opensAt);
  const next = checkIn?.nextDueAt ?? null;
  if (checkIn === null || next === null) return asked;
  return [...asked, next, ...comingsBetween(checkIn.schedule, huddle, { after: next, before: week.to })];
}

async function save(records: Records, after: RoundState, before: RoundState, now: Instant): Promise<void> {
  const { huddle, round, response } = after;
  if (round !== null && (round !== before.round || (response !== before.response && isClosing(round, now)))) {
    await records.rounds.save({ ...round, version: (before.round?.version ?? 0) + 1 });
    await records.timers.set('round', round.id, huddle, roundWakesAt(round));
  }
  if (response === null || response === before.response) return;
  await records.rounds.saveResponse(response);
  if (after.remindAt !== null) {
    await records.timers.set('ask-later', `${response.round}/${response.person}`, huddle, after.remindAt);
  }
  await countAnswer(records, after, before);
}

/** Longer than a platform takes to bring us what was said. */
const closingMs = 2 * hourMs;

/**
 * Where several write at once, an answer and the close of its round change different rows, and neither would notice the
 * other: the answer would be in no count and among no held answers. So near the close an answer counts the round's
 * version up too, and whichever comes second runs again. Only then, as answers hold each other up by it.
 */
function isClosing({ status, closesAt }: Round, now: Instant): boolean {
  return status === 'open' && now >= addMs(closesAt, -closingMs);
}

/**
 * An answer given in an answer box is a turn, once: replacing it is an edit. One given in the thread was counted as the
 * message it is, and its deletion un-counts that message; what the person gave in the box before stays a turn.
 */
async function countAnswer(
  records: Records,
  { huddle, response, standing }: RoundState,
  before: RoundState,
): Promise<void> {
  if (response === null) return;
  const box = `answer/${response.round}/${response.person}`;
  const { answer } = response;
  if (answer?.message !== null) return;
  if (before.response?.answer != null || !isCounted(standing)) return;
  const utterance = {
    huddle,
    person: response.person,
    group: standing?.group ?? null,
    thread: box,
    at: answer.at,
    gone: false,
  };
  await records.speech.add({ id: box, ...utterance });
}
