import type { RoundEvent } from './events-rounds.ts';
import type { RoundId } from './ids.ts';
import { afterQuiet } from './quiet.ts';
import { refuse, type Refusal } from './refusal.ts';
import { later, remind, skip, submit, withdraw } from './round-answers.ts';
import type { Decision, RoundCommand, RoundRefusal, RoundState } from './round-state.ts';
import { longestQuestion, mostADay, mostAWeek, openDays } from './round.ts';
import { addLocalDays, addMs, dayMs, localDate, weekOf, type Instant, type Zone } from './time.ts';

export function decideRound(command: RoundCommand, state: RoundState): Decision {
  switch (command.type) {
    case 'PlanRound':
      return plan(command, state);
    case 'OpenRound':
      return open(command, state);
    case 'CloseRound':
      return close(command, state);
    case 'ClosePulse':
      return closePulse(command, state);
    case 'SubmitAnswer':
      return submit(command, state);
    case 'WithdrawAnswer':
      return withdraw(command, state);
    case 'Skip':
      return skip(command, state);
    case 'AskLater':
      return later(command, state);
    case 'RemindLater':
      return remind(command, state);
  }
}

/** A coordinator's own question goes out now, or at the end of quiet hours, within the caps of a day and a week. */
function plan(command: Extract<RoundCommand, { type: 'PlanRound' }>, state: RoundState): Decision {
  const { now: at, round, by, prompt } = command;
  const text = prompt.text.trim();
  if (text === '') return refuse('question-empty');
  if (text.length > longestQuestion) return refuse('question-too-long', { most: longestQuestion });
  const opensAt = afterQuiet(at, state.zone, state.quiet);
  const full = overCaps(opensAt, state.others, state.zone);
  if (full !== null) return full;
  const planned: RoundEvent = { type: 'RoundPlanned', at, round, opensAt, by, words: { prompt } };
  return opensAt > at ? [planned] : [planned, opened(round, at, state.zone)];
}

/** Whether one more question at this moment is too many for its local day or week. `others` is when they open (D15). */
export function overCaps(opensAt: Instant, others: readonly Instant[], zone: Zone): Refusal<RoundRefusal> | null {
  const day = localDate(opensAt, zone);
  const week = weekOf(opensAt, zone);
  if (others.filter((at) => localDate(at, zone) === day).length >= mostADay) return refuse('one-a-day', { day });
  const sameWeek = others.filter((at) => at >= week.from && at < week.to);
  return sameWeek.length >= mostAWeek ? refuse('three-a-week') : null;
}

/** A prompt is given for a scheduled round, and null for one that waited. Opened already: nothing happens. */
function open({ now, round, prompt }: Extract<RoundCommand, { type: 'OpenRound' }>, state: RoundState): Decision {
  if (state.round !== null && state.round.status !== 'waiting') return [];
  if (state.round === null && prompt === null) return refuse('round-not-open');
  return [{ ...opened(round, now, state.zone), prompt }];
}

function opened(round: RoundId, at: Instant, zone: Zone): Extract<RoundEvent, { type: 'RoundOpened' }> {
  return { type: 'RoundOpened', at, round, closesAt: closesAfter(at, zone), prompt: null };
}

/** The same time of day three days on. Where the clocks go forward meanwhile that is an hour short: then an hour later. */
export function closesAfter(opensAt: Instant, zone: Zone): Instant {
  const byTheClock = addLocalDays(opensAt, openDays, zone);
  const inFull = addMs(opensAt, openDays * dayMs);
  return byTheClock > inFull ? byTheClock : inFull;
}

function close(
  { now, round, heard, order }: Extract<RoundCommand, { type: 'CloseRound' }>,
  state: RoundState,
): Decision {
  if (state.round?.status !== 'open') return [];
  return [{ type: 'RoundClosed', at: now, round, heard: heard.people, of: heard.of, order }];
}

/** Without a count: that stands in the digest, where it may be told. */
function closePulse({ now, round }: Extract<RoundCommand, { type: 'ClosePulse' }>, state: RoundState): Decision {
  return state.round?.status === 'open' ? [{ type: 'PulseClosed', at: now, round }] : [];
}
