import type { Instant } from './domain/time.ts';
import type { Document } from './messages/document.ts';

/** One message in the web room. `only` is set for what one person alone sees. */
export interface RoomMessage {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly from: 'bot' | { readonly user: string };
  readonly only: string | null;
  readonly at: Instant;
  readonly document: Document | null;
  /** What a person typed; null for the bot's. */
  readonly text: string | null;
  readonly gone: boolean;
}

export interface RoomStore {
  /** The same id again changes the message in place and keeps its position. */
  put(message: RoomMessage): Promise<void>;
  get(id: string): Promise<RoomMessage | null>;
  /** Oldest first; for the channel all that everyone or this person may see; the newest `limit`. */
  list(channel: string, viewer: string, limit: number): Promise<readonly RoomMessage[]>;
  /** As if it had never been there. */
  remove(id: string): Promise<void>;
}
