import type { ClosedQuestion } from '../domain/answer-rate.ts';
import type { DigestSources } from '../domain/digest.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { PulseLine } from '../domain/pulse-line.ts';
import type { Round } from '../domain/round.ts';
import { addMs, dayMs, type Instant, type Week } from '../domain/time.ts';
import { foldTurns, readFrom, turnsIn } from '../domain/turns.ts';
import type { KeptPulse } from '../ports-kept.ts';
import type { Records } from '../ports.ts';

/** All there are, six years of them: what one tells by name, beside numbers, must not be undone by another. */
const weeksBack = 330;

/**
 * There is nothing to tell of a week that ended before the first member's yes; nor of the one in which it came, as long
 * as nobody has spoken or promised anything in it, and no private question has closed.
 */
export function isWorthTelling({ members, week, turns, promises, pulses = [] }: DigestSources): boolean {
  const yeses = members.flatMap(({ standings }) => standings.filter(({ status }) => status === 'active'));
  const first = yeses.map(({ from }) => from).sort()[0];
  if (first === undefined || first >= week.to) return false;
  return (
    first < week.from ||
    pulses.length > 0 ||
    promises.some(({ madeAt }) => madeAt < week.to) ||
    turnsIn(turns, week).length > 0
  );
}

/** All that a digest of that week looks at, as it is at this moment. */
export async function sourcesOf(
  records: Records,
  huddle: Huddle,
  { week, now }: { week: Week; now: Instant },
): Promise<DigestSources> {
  const earlier = (await records.digests.recent(huddle.id, weeksBack)).map(({ facts }) => facts);
  return {
    huddle,
    week,
    now,
    members: await records.members.of(huddle.id),
    promises: await records.promises.list(huddle.id),
    roles: await records.roles.list(huddle.id),
    ideas: await records.ideas.list(huddle.id),
    decisions: await records.decisions.list(huddle.id),
    proposals: await records.proposals.list(huddle.id),
    meetings: await records.meetings.list(huddle.id),
    turns: foldTurns(await records.speech.between(huddle.id, readFrom(week), week.to)),
    pulses: (await records.pulses.list(huddle.id)).filter(({ monday }) => monday === null).map(lineOf),
    last: earlier[0] ?? null,
    earlier,
    closed: await closedIn(week, huddle, records),
    fromMembers: (await records.rounds.between(huddle.id, week.from, week.to)).filter(isFromMember).length,
  };
}

function isFromMember({ status, prompt }: Round): boolean {
  return prompt.fromMember === true && status !== 'waiting';
}

/** A question is open for some days, so one that closes in a week may have begun in the one before. */
async function closedIn(week: Week, { id }: Huddle, records: Records): Promise<readonly ClosedQuestion[]> {
  const begun = await records.rounds.between(id, addMs(week.from, -7 * dayMs), week.to);
  const closed = begun.filter(({ heard, closesAt }) => heard !== null && closesAt >= week.from && closesAt < week.to);
  const questions: ClosedQuestion[] = [];
  for (const { id: round, closesAt } of closed) {
    const responses = await records.rounds.responses(round);
    const answeredBy = responses.filter(({ answer }) => answer !== null).map(({ person }) => person);
    questions.push({ closedAt: closesAt, answeredBy });
  }
  return questions;
}

function lineOf({ round, result }: KeptPulse): PulseLine {
  return { round, result };
}
