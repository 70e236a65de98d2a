import { createHash } from 'node:crypto';
import type { MessageRef } from './shapes.ts';
import type { Clock, Delivery, Receipt } from '../../src/ports.ts';
import type { RoomMessage, RoomStore } from '../../src/ports-room.ts';
import { messageGone, PlatformRefused, PlatformUnreachable } from '../../src/ports.ts';
import type { News } from './news.ts';
import type { RehearsalControls } from './rehearsal.ts';
import { messageId, putMessage, refOf } from './room.ts';

interface Shelf {
  readonly store: RoomStore;
  readonly news: News;
  readonly clock: Clock;
  readonly channel: string;
  readonly rehearsal: RehearsalControls | null;
}

/** Puts what WeSaid has to say into the room. Tried again, it appears once: its id comes from the delivery's own. */
export async function deliverTo(shelf: Shelf, delivery: Delivery): Promise<Receipt> {
  try {
    const message = await messageFor(shelf, delivery);
    await putMessage(shelf, message);
    return { message: refOf(message) };
  } catch (error) {
    if (error instanceof PlatformRefused) throw error;
    throw new PlatformUnreachable('room-store', { cause: error });
  }
}

async function messageFor(shelf: Shelf, delivery: Delivery): Promise<RoomMessage> {
  const only = await onlyFor(shelf, delivery);
  const { document } = delivery;
  if (delivery.replaces !== null) return { ...(await existing(shelf, delivery.replaces)), document };
  const id = messageId(only === null ? 'b' : 'p', createHash('sha256').update(delivery.id).digest('hex').slice(0, 24));
  const earlier = await shelf.store.get(id);
  if (earlier !== null) return { ...earlier, document };
  const thread = await threadOf(shelf, delivery.inReplyTo);
  const { channel, clock } = shelf;
  return { id, channel, thread, from: 'bot', only, at: clock.now(), document, text: null, gone: false };
}

/** Null for the room itself. A place or a person that is not here is refused for good. */
async function onlyFor({ channel, rehearsal }: Shelf, { to }: Delivery): Promise<string | null> {
  if (to.platform !== 'web' || to.workspace !== 'room')
    throw new PlatformRefused('not-this-platform', { forGood: true });
  if ('channel' in to) {
    if (to.channel !== channel) throw new PlatformRefused('no-such-room', { forGood: true });
    return null;
  }
  const people = (await rehearsal?.people()) ?? [];
  if (!people.some(({ user }) => user === to.user)) throw new PlatformRefused('no-such-person', { forGood: true });
  return to.user;
}

async function existing({ store }: Shelf, ref: MessageRef): Promise<RoomMessage> {
  const message = await store.get(ref.message);
  if (message?.from !== 'bot') throw new PlatformRefused(messageGone, { forGood: true });
  return message;
}

/** A reply to a reply stands in the same thread: there are no threads in threads. */
async function threadOf({ store }: Shelf, ref: MessageRef | null): Promise<string | null> {
  if (ref === null) return null;
  const parent = await store.get(ref.message);
  if (parent === null) throw new PlatformRefused('no-such-thread', { forGood: true });
  return parent.thread ?? parent.id;
}
