import { createWebAdapter } from '../../adapters/web/adapter.ts';
import type { Outbox } from '../app/outbox.ts';
import type { Scheduler } from '../app/scheduler.ts';
import { machineClock } from '../clock.ts';
import type { GuestDoor } from '../ports-guests.ts';
import type { Adapter, Handle, Ids, Log, Store } from '../ports.ts';
import type { Listener } from '../server.ts';
import type { MovableClock } from './clock.ts';
import { begun, rehearsalControls } from './controls.ts';
import { people, playWillow } from './willow.ts';
import { preview, previewScript } from './preview.ts';

export interface RoomParts {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly ids: Ids;
  readonly log: Log;
  readonly scheduler: Scheduler;
  readonly outbox: Outbox;
  readonly handle: Handle;
  readonly guests: GuestDoor | null;
}

const channel = 'willow';

/** The web room with its rehearsal: nine pretend people and a clock that can be moved. */
export function rehearsalRoom(parts: RoomParts): {
  readonly adapter: Adapter;
  readonly listener: Listener;
  readonly guestListener: Listener;
  open(): Promise<void>;
} {
  const controls = rehearsalControls({
    ...parts,
    people,
    today: () => machineClock.now(),
    playWillow: ({ moveTo }, at) => playWillow({ handle: parts.handle, clock: parts.clock, moveTo, channel }, at),
  });
  const { store } = parts;
  const adapter = createWebAdapter({
    ...parts,
    room: store.room,
    channel,
    preview,
    previewScript,
    rehearsal: controls,
  });
  return {
    adapter,
    listener: adapter.listener,
    guestListener: adapter.guestListener,
    /** The first start ever finds the huddle at work; later ones go on where they were. */
    open: async () => {
      if ((await store.read.facts.get(begun)) === null) await controls.reset({ with: 'willow' });
    },
  };
}
