import { createHash } from 'node:crypto';
import type { GuestDoor } from '../../src/ports-guests.ts';
import type { Clock, Delivery, Receipt } from '../../src/ports.ts';
import type { RoomStore } from '../../src/ports-room.ts';
import { messageGone, PlatformRefused, PlatformUnreachable } from '../../src/ports.ts';
import { guestChannel, guestRef } from './guest-room.ts';
import { messageId } from './room.ts';

interface Shelf {
  readonly store: RoomStore;
  readonly clock: Clock;
  readonly door: GuestDoor | null;
}

export function isForGuest({ to }: Pick<Delivery, 'to'>): boolean {
  return to.platform === 'web' && to.workspace === guestChannel;
}

/** Keeps a note for a guest until they look. Tried again, it is there once: its id comes from the delivery's own. */
export async function deliverToGuest(shelf: Shelf, delivery: Delivery): Promise<Receipt> {
  try {
    return await keep(shelf, delivery);
  } catch (error) {
    if (error instanceof PlatformRefused) throw error;
    throw new PlatformUnreachable('room-store', { cause: error });
  }
}

async function keep({ store, clock, door }: Shelf, { id, to, document, replaces }: Delivery): Promise<Receipt> {
  const user = 'user' in to ? to.user : '';
  if (door === null || !(await door.isKnown(user))) throw new PlatformRefused('no-such-person', { forGood: true });
  const own = replaces?.message ?? messageId('p', createHash('sha256').update(id).digest('hex').slice(0, 24));
  const before = await store.get(own);
  if (replaces !== null && before?.only !== user) throw new PlatformRefused(messageGone, { forGood: true });
  const fresh = { id: own, channel: guestChannel, thread: null, from: 'bot', only: user, text: null } as const;
  // What they have answered comes back where there is something new about it.
  await store.put({ ...fresh, at: before?.at ?? clock.now(), document, gone: false });
  return { message: guestRef({ id: own, only: user }) };
}
