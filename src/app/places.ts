import { digestWakesAt } from '../domain/draft.ts';
import type { HuddleEvent } from '../domain/events.ts';
import type { Huddle } from '../domain/huddle.ts';
import { refKey, type HuddleId, type PlaceRef } from '../domain/ids.ts';
import { roundWakesAt } from '../domain/round-evolve.ts';
import type { Response, Round } from '../domain/round.ts';
import { addMs, dayMs, type Instant } from '../domain/time.ts';
import type { Records } from '../ports.ts';
import type { Aggregate, Reaction } from './execute.ts';
import { closedRound, shownAnswer } from './reactions/rounds.ts';

/** The bot was let into a place, or taken out of it. */
export interface PlaceChange {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly place: PlaceRef;
  readonly may: 'speak' | 'not-speak';
}

interface PlaceState {
  readonly huddle: Huddle;
  readonly open: readonly PlaceRef[];
  readonly place: PlaceRef;
  /** What is missing in the place, if it was closed. */
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly round: Round;
  readonly responses: readonly Response[];
}

/**
 * While no place is open a huddle rests: its questions and its digest wait with their moments as they were, so that the
 * rules for downtime hold when one opens again. Who lets the bot in or out is the platform's business: nothing is refused.
 */
export const placeAggregate: Aggregate<PlaceChange, PlaceState, HuddleEvent> = {
  load,
  decide: ({ may, now: at, place }, { open }) => {
    const isOpen = open.some((one) => refKey(one) === refKey(place));
    if (isOpen === (may === 'speak')) return [];
    return may === 'speak'
      ? [{ type: 'PlaceOpened', at, open: open.length + 1 }]
      : [{ type: 'PlaceClosed', at, open: open.length - 1 }];
  },
  evolve: (state, { type }) => {
    const others = state.open.filter((one) => refKey(one) !== refKey(state.place));
    return { ...state, open: type === 'PlaceOpened' ? [...others, state.place] : others };
  },
  save,
  react,
};

/** A week has three questions at most. */
const lookedThrough = 5;

async function load(records: Records, { huddle: id, place, may }: PlaceChange): Promise<PlaceState> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) throw new Error('a place without its huddle');
  const open = await records.huddles.places(id);
  const since = may === 'speak' ? await records.huddles.closedSince(place) : null;
  const rounds = since === null ? [] : await records.rounds.recent(id, lookedThrough);
  const missed = rounds
    .filter((round) => since !== null && isMissed(round, since))
    .toReversed()
    .map(async (round) => ({
      round,
      responses: await records.rounds.responses(round.id),
    }));
  return { huddle, open, place, missed: await Promise.all(missed) };
}

/** What closes in quiet hours closes at their end, which is less than a day later. */
function isMissed({ status, closesAt }: Round, since: Instant): boolean {
  return status !== 'closed' || addMs(closesAt, dayMs) > since;
}

async function save(records: Records, after: PlaceState, before: PlaceState, now: Instant): Promise<void> {
  const { huddle, place, open, missed } = after;
  if (open.length > before.open.length) await records.huddles.openPlace(place);
  else await records.huddles.closePlace(place, now);
  // Where several write at once, the huddle's version lets only one of two places close first: the last one is told of.
  await records.huddles.save({ ...huddle, version: huddle.version + 1 });
  if (before.open.length > 0 || open.length === 0) return;
  await records.timers.set('check-in', huddle.id, huddle.id, huddle.checkIn?.nextDueAt ?? null);
  await records.timers.set('digest', huddle.id, huddle.id, digestWakesAt(huddle));
  for (const { round } of missed) await records.timers.set('round', round.id, huddle.id, roundWakesAt(round));
}

function react(event: HuddleEvent, { huddle, place, missed, open }: PlaceState): readonly Reaction[] {
  if (event.type === 'PlaceClosed') {
    if (open.length > 0) return [];
    return [{ kind: 'place-closed', subject: `${huddle.id}/${event.at}`, to: 'coordinators' }];
  }
  return missed
    .flatMap(shownAgain)
    .map((reaction) => (reaction.to === 'places' ? { ...reaction, to: place } : reaction));
}

/** The question with the answers to it that are for everyone, as the place would hold them by now. */
function shownAgain({ round, responses }: Missed): readonly Reaction[] {
  if (round.status === 'waiting') return [];
  const asked: readonly Reaction[] =
    round.status === 'closed' ? closedRound(round) : [{ kind: 'prompt', subject: round.id, to: 'places' }];
  const answers = responses
    .filter(({ answer }) => answer !== null && (answer.seenBy === 'named' || answer.seenBy === 'unnamed'))
    .flatMap((response) => shownAnswer(response.person, { round, response }));
  return [...asked.slice(0, 1), ...answers, ...asked.slice(1)];
}
