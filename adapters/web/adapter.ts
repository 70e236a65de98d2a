import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from '../../src/messages/document.ts';
import type { Adapter, Clock, Handle, Ids, Known, Log, RoomStore } from '../../src/ports.ts';
import { PlatformRefused } from '../../src/ports.ts';
import { deliverTo } from './deliver.ts';
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
}

export interface WebAdapter extends Adapter {
  /** Serves the room's pages; to be mounted at "/". */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The chat room in the browser. Its platform is "web", its workspace "room", and what is said there lives in the RoomStore. */
export function createWebAdapter(options: WebOptions): WebAdapter {
  const { room: store, clock, ids, log, preview, rehearsal, channel = 'willow' } = options;
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
  return {
    platform: 'web',
    start: (given) => {
      handle = given;
      return Promise.resolve();
    },
    deliver: (delivery) => deliverTo({ store, news, clock, channel, rehearsal }, delivery),
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
      const answered = answerRequest({ room, log }, request, response).finally(() => underWay.delete(answered));
      underWay.add(answered);
    },
  };
}
