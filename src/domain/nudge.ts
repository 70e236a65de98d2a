import type { NudgeEvent } from './events-rounds.ts';
import type { Huddle, NudgeChoice } from './huddle.ts';
import type { HuddleId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { daysOfNotNow } from './streak.ts';
import type { Instant, LocalDate, Zone } from './time.ts';
import { addDays, localDate, startOfDay } from './time.ts';

/** Someone pressed a button under the tip to everyone. Who it was is kept nowhere. */
export interface ChooseNudge {
  readonly huddle: HuddleId;
  readonly now: Instant;
  /** The Monday of the week that the tip came with; null means the newest. */
  readonly monday: LocalDate | null;
  readonly choice: NudgeChoice;
}

export interface Nudged {
  readonly huddle: Huddle;
  /** The week of the newest digest, where a tip came with it. */
  readonly newest: LocalDate | null;
}

export type NudgeRefusal = 'no-nudge' | 'nudge-is-old' | 'nudge-chosen-already' | 'together-already';

export function decideNudge(
  { monday, choice, now }: ChooseNudge,
  { huddle, newest }: Nudged,
): readonly NudgeEvent[] | Refusal<NudgeRefusal> {
  if (newest === null) return refuse(monday === null ? 'no-nudge' : 'nudge-is-old');
  if (monday !== null && monday !== newest) return refuse('nudge-is-old');
  const chosen = chosenUnder(huddle, newest);
  if (chosen.includes(choice) || chosen.includes('not-now')) return refuse('nudge-chosen-already');
  if (choice === 'show-together' && huddle.together === 'always') return refuse('together-already');
  return [{ type: 'NudgeAnswered', at: now, monday: newest, choice }];
}

/** What was chosen under the tip of that week so far. */
export function chosenUnder({ nudge }: Huddle, monday: LocalDate): readonly NudgeChoice[] {
  return nudge?.chosen?.monday === monday ? nudge.chosen.what : [];
}

export function evolveNudge(state: Nudged, { at, monday, choice }: NudgeEvent): Nudged {
  const { huddle } = state;
  const what = [...chosenUnder(huddle, monday), choice];
  const nudge = { ...huddle.nudge, on: huddle.nudge?.on ?? true, chosen: { monday, what } };
  switch (choice) {
    case 'show-together':
      return { ...state, huddle: { ...huddle, nudge, together: huddle.together ?? 'next' } };
    case 'swap-lead':
      return { ...state, huddle: { ...huddle, nudge } };
    case 'not-now':
      return { ...state, huddle: { ...huddle, nudge: { ...nudge, notBefore: laterDay(at, huddle.zone) } } };
  }
}

/** From the first moment of that day on, so that the digest of the same weekday four weeks later may bring one. */
function laterDay(at: Instant, zone: Zone): Instant {
  return startOfDay(addDays(localDate(at, zone), daysOfNotNow), zone);
}
