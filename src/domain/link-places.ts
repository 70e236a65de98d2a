import type { PlaceEvent } from './events-people.ts';
import type { HuddleId, PersonId, PlaceRef, RoundId } from './ids.ts';
import { refKey } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** `by` is null for someone nobody knows yet: the code was the proof. */
export interface PlaceCommand {
  readonly type: 'ConnectPlace' | 'DisconnectPlace';
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly place: PlaceRef;
  readonly by: PersonId | null;
}

export interface Places {
  readonly huddle: HuddleId;
  readonly places: readonly PlaceRef[];
  /** The huddle that the place belongs to already. */
  readonly owner: { readonly id: HuddleId; readonly name: string } | null;
  /** Questions that are open now: a new place gets them too. */
  readonly open: readonly RoundId[];
}

export type PlaceRefusalCode = 'place-taken' | 'place-here' | 'place-elsewhere' | 'last-place';

/** A place belongs to one huddle, and a huddle has one place at least. */
export function decidePlace(
  { type, place, by, now: at }: PlaceCommand,
  { huddle, places, owner }: Places,
): readonly PlaceEvent[] | Refusal<PlaceRefusalCode> {
  if (type === 'ConnectPlace') {
    if (owner === null) return [{ type: 'PlaceConnected', at, place, by }];
    return owner.id === huddle ? refuse('place-here') : refuse('place-taken', { huddle: owner.name });
  }
  if (owner?.id !== huddle) return refuse('place-elsewhere');
  if (places.every((one) => refKey(one) === refKey(place))) return refuse('last-place');
  return [{ type: 'PlaceDisconnected', at, place, by }];
}

export function evolvePlaces(state: Places, { type, place }: PlaceEvent): Places {
  const others = state.places.filter((one) => refKey(one) !== refKey(place));
  return { ...state, places: type === 'PlaceConnected' ? [...others, place] : others };
}
