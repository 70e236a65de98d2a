import { isPlaceRef, type Identity, type MessageRef, type PlaceRef, type Platform } from '../../src/domain/ids.ts';
import type { Action, Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import {
  PlatformRefused,
  PlatformUnreachable,
  type Adapter,
  type Delivery,
  type Known,
  type Reply,
} from '../../src/ports.ts';

/** What happens to a delivery: it arrives; the platform says no; nobody knows, and it did or did not arrive; it takes its time. */
export type Weather =
  | 'fine'
  | { readonly refused: string; readonly forGood?: true; readonly retryAfterMs?: number }
  | { readonly unreachable: 'before' | 'after' }
  | { readonly slowly: Promise<unknown> }
  | { readonly throws: unknown };

/** A message as it stands on the platform now. */
export interface Standing {
  readonly id: string;
  readonly to: string;
  /** The message in whose thread it stands. */
  readonly thread: string | null;
  readonly document: Document;
  readonly text: string;
  /** How often it was put there or changed: 1 for a message that was only posted. */
  readonly versions: number;
}

export interface FakePlatform extends Adapter {
  /** Every try, in order, whatever became of it. */
  readonly tries: readonly Delivery[];
  /** What stands there, oldest first. */
  messages(): readonly Standing[];
  /** From now on; the default is always fine. */
  weather(of: (delivery: Delivery, attempt: number) => Weather): void;
}

/** A chat platform that works: it keeps messages, changes them in place, and finds one again that may have arrived. */
export function fakePlatform(people: readonly Known[], platform: Platform = 'slack'): FakePlatform {
  const tries: Delivery[] = [];
  const standing = new Map<string, Standing>();
  const arrived = new Map<string, MessageRef>();
  let sky: (delivery: Delivery, attempt: number) => Weather = () => 'fine';

  const arrive = (delivery: Delivery): MessageRef => {
    const before = delivery.mayHaveArrived ? arrived.get(delivery.id) : undefined;
    const message = before ?? delivery.replaces ?? refOf(delivery.to, `m${String(standing.size + 1)}`);
    const versions = (standing.get(message.message)?.versions ?? 0) + (before === undefined ? 1 : 0);
    standing.set(message.message, {
      id: message.message,
      to: nameOf(delivery.to),
      thread: delivery.inReplyTo?.message ?? null,
      document: delivery.document,
      text: plainText(delivery.document.blocks),
      versions,
    });
    arrived.set(delivery.id, message);
    return message;
  };
  return {
    platform,
    tries,
    messages: () => [...standing.values()],
    weather: (of) => {
      sky = of;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    whoIsIn: () => Promise.resolve(people),
    deliver: async (delivery) => {
      const attempt = tries.filter(({ id }) => id === delivery.id).length + 1;
      tries.push(delivery);
      const now = sky(delivery, attempt);
      if (now === 'fine') return { message: arrive(delivery) };
      if ('refused' in now)
        throw new PlatformRefused(now.refused, {
          forGood: now.forGood === true,
          ...(now.retryAfterMs === undefined ? {} : { retryAfterMs: now.retryAfterMs }),
        });
      if ('throws' in now) throw now.throws;
      if ('slowly' in now) await now.slowly;
      const message = 'unreachable' in now && now.unreachable === 'before' ? null : arrive(delivery);
      if ('unreachable' in now || message === null) throw new PlatformUnreachable('cut');
      return { message };
    },
  };
}

function nameOf(to: PlaceRef | Identity): string {
  return isPlaceRef(to) ? to.channel : to.user;
}

function refOf(to: PlaceRef | Identity, message: string): MessageRef {
  const { platform, workspace } = to;
  return { platform, workspace, channel: isPlaceRef(to) ? to.channel : `D-${to.user}`, message };
}

/** Some platforms have to know it when a button is drawn: one that opens a form says so, and any other opens none. */
export function asAnnounced({ action, opens }: Action, reply: Reply): Reply {
  const carriesALine = action === 'in-huddle';
  if (reply.kind === 'form' && opens !== 'form' && !carriesALine)
    throw new Error(`the button ${action} opens a form and did not say so`);
  // What says so may still be refused, in private.
  if (opens === 'form' && reply.kind !== 'form' && reply.kind !== 'private')
    throw new Error(`the button ${action} said that it opens a form`);
  return reply;
}
