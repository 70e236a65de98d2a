import type { Guest, GuestDoor } from '../../src/ports-guests.ts';
import type { Clock, Handle, Ids, Log } from '../../src/ports.ts';
import type { RoomMessage, RoomStore } from '../../src/ports-room.ts';
import type { MessageRef } from './shapes.ts';

/** Everything that the pages for people without an account work with. */
export interface GuestRoom {
  readonly store: RoomStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly door: GuestDoor;
  readonly handle: Handle;
  readonly wrong: WrongLinks;
}

/** A request of someone whose link is good. */
export interface GuestVisit {
  readonly guest: Guest;
  /** What their browser keeps: it marks their forms as theirs. */
  readonly visit: string;
  readonly query: URLSearchParams;
  readonly posted: URLSearchParams;
}

/** Where the notes to all guests are kept. Each is seen by one of them alone. */
export const guestChannel = 'guests';

export function guestRef({ id, only }: Pick<RoomMessage, 'id' | 'only'>): MessageRef {
  return { platform: 'web', workspace: guestChannel, channel: `direct-${only ?? ''}`, message: id };
}

/** How often links that are not good may be tried. */
export interface WrongLinks {
  /** Notes one; true where there were so many within the minute that no page is made for them any more. */
  note(): boolean;
}

const mostAMinute = 60;
const minuteMs = 60_000;

/**
 * Nobody can guess a link: its mark has 256 bits. This only keeps a flood of guesses cheap, and tells the operator of
 * it once a minute. It counts all together, for behind a proxy all come from one address; a good link is always let in.
 */
export function createWrongLinks({ log, now }: { log: Log; now: () => number }): WrongLinks {
  let minute = 0;
  let count = 0;
  return {
    note: () => {
      const current = Math.floor(now() / minuteMs);
      if (current !== minute) [minute, count] = [current, 0];
      count++;
      if (count === mostAMinute + 1) log.warn('many links for guests were tried that are not good', { count });
      return count > mostAMinute;
    },
  };
}
