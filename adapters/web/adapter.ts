import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from '../../src/messages/document.ts';
import type { Adapter, Clock, Handle, Ids, Known, Log } from '../../src/ports.ts';
import type { RoomStore } from '../../src/ports-room.ts';
import { PlatformRefused } from '../../src/ports.ts';
import type { GuestDoor } from '../../src/ports-guests.ts';
import { deliverTo } from './deliver.ts';
import { deliverToGuest, isForGuest } from './guest-deliver.ts';
import { answerGuest } from './guest-listener.ts';
import { createWrongLinks, type GuestRoom } from './guest-room.ts';
import { answerRequest } from './listener.ts';
import { createNews } from './news.ts';
import { createOpenForms } from './open-forms.ts';
import { createPassing } from './passing.ts';
import type { RehearsalControls } from './rehearsal.ts';
import { identityOf, type Drawing, type Room } from './room.ts';

export interface WebOptions {
  readonly room: RoomStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** How other platforms will draw a message. Called only when someone asks to see it. */
  preview(document: Document): Promise<readonly Drawing[]>;
  /** A script that such a drawing runs, by the name that the drawing gives; null for a name that none gives. */
  previewScript?(name: string): Promise<string | null>;
  /** Null: no room is shown, and only the notice that WeSaid is running. */
  readonly rehearsal: RehearsalControls | null;
  /** The one room there is; "willow" by default. */
  readonly channel?: string;
  /** Left out where nobody can be let in without an account. */
  readonly guests?: GuestDoor | null;
}

export interface WebAdapter extends Adapter {
  /** Serves the room's pages; to be mounted at "/". */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Serves the pages for people without an account; to be mounted at "/g". */
  readonly guestListener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The chat room in the browser. Its platform is "web", its workspace "room", and what is said there lives in the RoomStore; that of guests is "guests". */
export function createWebAdapter(options: WebOptions): WebAdapter {
  const { room: store, clock, ids, log, preview, rehearsal, channel = 'willow' } = options;
  const door = options.guests ?? null;
  const wrong = createWrongLinks({ log, now: () => Date.now() });
  const previewScript = options.previewScript ?? (() => Promise.resolve(null));
  const news = createNews(ids.newId());
  const forms = createOpenForms();
  const passing = createPassing();
  const underWay = new Set<Promise<void>>();
  let handle: Handle | null = null;

  const room = (): Room | 'none' | null => {
    if (rehearsal === null) return 'none';
    return handle === null
      ? null
      : { store, clock, ids, log, channel, rehearsal, handle, news, forms, passing, preview, previewScript };
  };
  const guestRoom = (): GuestRoom | null =>
    door === null || handle === null ? null : { store, clock, ids, log, door, handle, wrong };
  /** A stop waits for what is being answered. */
  const answering = (answered: Promise<void>): void => {
    const done = answered.finally(() => underWay.delete(done));
    underWay.add(done);
  };
  return {
    platform: 'web',
    start: (given) => {
      handle = given;
      return Promise.resolve();
    },
    deliver: (delivery) =>
      isForGuest(delivery)
        ? deliverToGuest({ store, clock, door }, delivery)
        : deliverTo({ store, news, clock, channel, rehearsal }, delivery),
    whoIsIn: async (place): Promise<readonly Known[]> => {
      if (place.platform !== 'web' || place.channel !== channel)
        throw new PlatformRefused('no-such-room', { forGood: true });
      const people = (await rehearsal?.people()) ?? [];
      return people.map(({ user, name }) => ({ identity: identityOf(user), name }));
    },
    stop: async () => {
      handle = null;
      await Promise.all(underWay);
    },
    listener: (request, response) => {
      answering(answerRequest({ room, log }, request, response));
    },
    guestListener: (request, response) => {
      const guests = guestRoom();
      if (guests === null) response.writeHead(503, { 'content-type': 'text/plain' }).end();
      else answering(answerGuest(guests, request, response));
    },
  };
}
