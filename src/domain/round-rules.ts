import type { RoundEvent } from './events-rounds.ts';
import type { RoundId } from './ids.ts';
import { afterQuiet } from './quiet.ts';
import { refuse, type Refusal } from './refusal.ts';
import { later, remind, skip, submit, withdraw } from './round-answers.ts';
import type { Decision, RoundCommand, RoundRefusal, RoundState } from './round-state.ts';
import { longestQuestion, mostADay, mostAWeek, openDays, type Prompt } from './round.ts';
import { addLocalDays, addMs, dayMs, localDate, weekOf, type Instant, type Zone } from './time.ts';
import { wayOf } from './way.ts';

export function decideRound(command: RoundCommand, state: RoundState): Decision {
  switch (command.type) {
    case 'PlanRound':
      return plan(command, state);
    case 'OpenRound':
      return open(command, state);
    case 'CloseRound':
      return close(command, state);
    case 'CloseUntold':
      return closeUntold(command, state);
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
  if (opensAt > at || !mayOpen(prompt, state)) return [planned];
  return [planned, opened(round, at, { zone: state.zone, prompt })];
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
  const asked = prompt ?? state.round?.prompt;
  if (asked === undefined || !mayOpen(asked, state)) return [];
  return [{ ...opened(round, now, { zone: state.zone, prompt: asked }), prompt }];
}

/**
 * A role swap that too few could get stays as it was planned, and takes its place in the caps all the same: whoever asked
 * for it must not learn from anything whether it went out.
 */
function mayOpen(prompt: Prompt, { canSwap }: RoundState): boolean {
  return wayOf(prompt) !== 'swap' || canSwap;
}

function opened(
  round: RoundId,
  at: Instant,
  { zone, prompt }: { readonly zone: Zone; readonly prompt: Prompt },
): Extract<RoundEvent, { type: 'RoundOpened' }> {
  const apart = wayOf(prompt) === 'swap' ? { apart: true as const } : {};
  return { type: 'RoundOpened', at, round, closesAt: closesAfter(at, zone), prompt: null, ...apart };
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

/** Without a count: of a pulse that stands in the digest, where it may be told; of a role swap nowhere. */
function closeUntold({ now, round }: Extract<RoundCommand, { type: 'CloseUntold' }>, state: RoundState): Decision {
  if (state.round?.status !== 'open') return [];
  const apart = wayOf(state.round.prompt) === 'swap' ? { apart: true as const } : {};
  return [{ type: 'PulseClosed', at: now, round, ...apart }];
}
