import { afterSending, nextQuestion } from '../domain/check-in.ts';
import { wasAsked } from '../domain/forget.ts';
import { isCounted, standingAt, takesPart, type Huddle, type Member } from '../domain/huddle.ts';
import type { HuddleId, PersonId, RoundId } from '../domain/ids.ts';
import { namedDate, nextComing } from '../domain/holidays.ts';
import { asHuddleAsks } from '../domain/prompts.ts';
import { mustNotBeSent, noQuestions } from '../domain/questions.ts';
import { afterQuiet } from '../domain/quiet.ts';
import type { Prompt, Response, Round } from '../domain/round.ts';
import { isRefusal } from '../domain/refusal.ts';
import { canSwap } from '../domain/role-swap.ts';
import { overCaps } from '../domain/round-rules.ts';
import { addMs, dayMs, hourMs, weekOf, type Instant } from '../domain/time.ts';
import { wayOf } from '../domain/way.ts';
import type { Records } from '../ports.ts';
import { promptLibrary } from '../words/library.ts';
import { execute } from './execute.ts';
import { mayPostFrom, withHolidays } from './holidays.ts';
import { closePulse } from './pulses-due.ts';
import { roundAggregate } from './round-aggregate.ts';
import { rests, whenReady, type Waking } from './waking.ts';

/**
 * A check-in is due. After downtime there is one question, not five: the newest that was missed, with its full time to
 * answer, and none when the next is less than a day away.
 */
export async function wakeCheckIn(id: HuddleId, waking: Waking): Promise<void> {
  const { records, bankHolidays, now } = waking;
  const stored = await records.huddles.get(id);
  const dueAt = stored?.checkIn?.nextDueAt ?? null;
  if (stored?.checkIn == null || dueAt === null || dueAt > now) return;
  if (await rests(id, { kind: 'check-in', subject: id, records })) return;
  const found = await whenReady(stored, { kind: 'check-in', subject: id }, waking);
  if (found?.checkIn == null) return;
  const huddle = withHolidays(found, now, bankHolidays);
  const allowed = mayPostFrom(now, huddle);
  if (allowed > now) {
    await records.timers.set('check-in', id, id, allowed);
    return;
  }
  const { schedule, sent } = found.checkIn;
  const newest = newestMissed(huddle, dueAt, now);
  const openPromises = (await records.promises.list(id)).some(({ state }) => state.status === 'open');
  const questions = found.questions ?? noQuestions;
  const perWeek = schedule.days.length;
  const swaps = found.roleSwaps === true && canSwap(found, await records.members.of(id), now);
  const due = nextQuestion({ library: promptLibrary, sent, perWeek, openPromises, questions, swaps });
  const sends = due !== null && (await mayAsk(records, huddle, { newest, now }));
  const next = nextComing(schedule, huddle, now);
  const prompt = due === null ? null : asHuddleAsks(due.prompt, huddle);
  await records.huddles.save({
    ...(sends && prompt !== null ? askedOnce(huddle, { turn: due.prompt, prompt }) : huddle),
    ...(sends && due.own !== null ? { questions: afterSending(questions, due, sent) } : {}),
    checkIn: { schedule, nextDueAt: next, sent: sends ? sent + 1 : sent },
    version: huddle.version + 1,
  });
  await records.timers.set('check-in', id, id, next);
  if (!sends || prompt === null) return;
  const round = `${id}~${namedDate(schedule, huddle, newest)}` as RoundId;
  await execute(records, roundAggregate, { type: 'OpenRound', huddle: id, now, round, prompt });
}

/** To hold the answers the next time is over once a question went out whose answers are held for it. */
function askedOnce(huddle: Huddle, { turn, prompt }: { readonly turn: Prompt; readonly prompt: Prompt }): Huddle {
  if (huddle.together !== 'next' || turn.reach === prompt.reach) return huddle;
  const { together: _, ...others } = huddle;
  return others;
}

function newestMissed(huddle: Huddle, due: Instant, now: Instant): Instant {
  let newest = due;
  if (huddle.checkIn === null) return newest;
  const { schedule } = huddle.checkIn;
  for (let next = nextComing(schedule, huddle, newest); next <= now; next = nextComing(schedule, huddle, newest))
    newest = next;
  return newest;
}

/** Not when nobody has joined yet, when the time to answer is over, or when the day or the week has had its questions. */
async function mayAsk(
  records: Records,
  huddle: Huddle,
  { newest, now }: { newest: Instant; now: Instant },
): Promise<boolean> {
  if (isLate(newest, now) && isSoon(huddle, now)) return false;
  const members = await records.members.of(huddle.id);
  if (!members.some((member) => standingAt(member, now)?.status === 'active')) return false;
  const week = weekOf(now, huddle.zone);
  const asked = await records.rounds.between(huddle.id, week.from, week.to);
  const others = asked.map(({ opensAt }) => opensAt);
  return overCaps(now, others, huddle.zone) === null;
}

/** More than the minutes that a busy machine may take. */
function isLate(due: Instant, now: Instant): boolean {
  return addMs(due, hourMs) < now;
}

/** The next one is less than a day away: two questions within a day are one too many. */
function isSoon(huddle: Huddle, now: Instant): boolean {
  return huddle.checkIn !== null && nextComing(huddle.checkIn.schedule, huddle, now) < addMs(now, dayMs);
}

/** A planned question opens, or an open one closes; after downtime not in the middle of the night. */
export async function wakeRound(huddle: HuddleId, id: RoundId, waking: Waking): Promise<void> {
  const { records, now } = waking;
  const round = await records.rounds.get(id);
  const home = await records.huddles.get(huddle);
  if (round === null || home === null) return;
  // One that is open closes in any case: people may have answered it in private.
  if (round.status === 'waiting' && (await rests(huddle, { kind: 'round', subject: id, records }))) return;
  if (round.status === 'waiting' && (await whenReady(home, { kind: 'round', subject: id }, waking)) === null) return;
  // Nobody hears of it, so it need not wait for the morning: the sooner the link to people is cut, the better.
  const way = wayOf(round.prompt);
  if (round.status === 'open' && way === 'pulse') return closePulse(round, waking);
  if (round.status === 'open' && way === 'swap') {
    await execute(records, roundAggregate, { type: 'CloseUntold', huddle, now, round: id });
    return;
  }
  const allowed = afterQuiet(now, home.zone, home.quiet);
  if (allowed > now) {
    await records.timers.set('round', id, huddle, allowed);
    return;
  }
  // Someone ruled it out while it waited for the morning.
  if (round.status === 'waiting' && mustNotBeSent(round.prompt, home.questions ?? noQuestions, promptLibrary)) {
    await records.timers.set('round', id, huddle, null);
    return;
  }
  if (round.status === 'open') return close(round, waking);
  const done = await execute(records, roundAggregate, { type: 'OpenRound', huddle, now, round: id, prompt: null });
  // A role swap for which too few are here is not looked at again.
  if (!isRefusal(done) && done.events.length === 0) await records.timers.set('round', id, huddle, null);
}

async function close(round: Round, { records, ids, now }: Waking): Promise<void> {
  const responses = await records.rounds.responses(round.id);
  const members = await records.members.of(round.huddle);
  const heard = heardFrom(members, responses, { round, now });
  const order = ids.shuffled(responses.filter(isRevealed).map(({ person }) => person));
  await execute(records, roundAggregate, {
    type: 'CloseRound',
    huddle: round.huddle,
    now,
    round: round.id,
    heard,
    order,
  });
}

/** Of those who are counted at the close, how many answered. */
function heardFrom(
  members: readonly Member[],
  responses: readonly Response[],
  { round, now }: { round: Round; now: Instant },
): { people: number; of: number } {
  const asked = members.filter((member) => isCounted(standingAt(member, now)) || wasAsked(member, round));
  const roster = new Set(asked.map(({ person }) => person));
  const people = responses.filter(({ person, answer }) => answer !== null && roster.has(person)).length;
  return { people, of: roster.size };
}

/** In a held round: answers that their people gave to everyone. */
function isRevealed({ answer }: Response): boolean {
  return answer !== null && (answer.seenBy === 'named' || answer.seenBy === 'unnamed');
}

/** Subject: the round's id, a slash, the person's. */
export async function wakeLater(huddle: HuddleId, subject: string, { records, now }: Waking): Promise<void> {
  const at = subject.lastIndexOf('/');
  const round = subject.slice(0, at) as RoundId;
  const person = subject.slice(at + 1) as PersonId;
  await records.timers.set('ask-later', subject, huddle, null);
  const [response, member] = [await records.rounds.response(round, person), await records.members.get(huddle, person)];
  // Who has answered or skipped since, or has paused or left, is not asked again.
  if (response?.answer !== null || response.skipped || member === null) return;
  if (!takesPart(member) || standingAt(member, now)?.status === 'paused') return;
  await execute(records, roundAggregate, { type: 'RemindLater', huddle, now, round, person });
}
