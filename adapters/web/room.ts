import type { Identity, MessageRef, PlaceRef } from './shapes.ts';
import type { Document } from '../../src/messages/document.ts';
import type { Clock, Handle, Ids, Log } from '../../src/ports.ts';
import type { RoomMessage, RoomStore } from '../../src/ports-room.ts';
import type { News } from './news.ts';
import type { OpenForms } from './open-forms.ts';
import type { Passing } from './passing.ts';
import type { PretendPerson, RehearsalControls } from './rehearsal.ts';

/** One message as another platform's own renderer draws it, as markup. */
export interface Drawing {
  readonly platform: string;
  readonly html: string;
  /** Names of the scripts that its frame runs, in this order; none, where the markup is all there is. */
  readonly scripts?: readonly string[];
}

/** Everything that the pages and acts of the web room work with. */
export interface Room {
  readonly store: RoomStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly channel: string;
  readonly rehearsal: RehearsalControls;
  readonly handle: Handle;
  readonly news: News;
  readonly forms: OpenForms;
  readonly passing: Passing;
  preview(document: Document): Promise<readonly Drawing[]>;
  previewScript(name: string): Promise<string | null>;
}

const workspace = 'room';

export function identityOf(user: string): Identity {
  return { platform: 'web', workspace, user };
}

export function placeOf(channel: string): PlaceRef {
  return { platform: 'web', workspace, channel };
}

/**
 * What a message is, said by the first letter of its id: `b` from WeSaid to the room, `p` from WeSaid to one person,
 * `r` a private reply where a person acted in the room, `t` typed in a thread, `d` typed in private.
 */
export type MessageKind = 'b' | 'p' | 'r' | 't' | 'd';

export function messageId(kind: MessageKind, key: string): string {
  return `${kind}-${key}`;
}

/** Whether a message belongs to the private talk between one person and WeSaid, and not to the room. */
export function isDirect(id: string): boolean {
  return id.startsWith('p-') || id.startsWith('d-');
}

/** A private reply in the room is no message that WeSaid can find again, as in Slack. */
export function isPassing(id: string): boolean {
  return id.startsWith('r-');
}

export function refOf(message: Pick<RoomMessage, 'id' | 'channel' | 'only'>): MessageRef {
  const channel = isDirect(message.id) ? `direct-${message.only ?? ''}` : message.channel;
  return { ...placeOf(channel), message: message.id };
}

export function maySee(message: RoomMessage, person: PretendPerson): boolean {
  return !message.gone && (message.only === null || message.only === person.user);
}

/** Keeps a message and lets open pages know. */
export async function putMessage(room: Pick<Room, 'store' | 'news'>, message: RoomMessage): Promise<void> {
  await room.store.put(message);
  room.news.tell(message.only);
}
