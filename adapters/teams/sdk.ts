import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address, Invoked } from './acts.ts';

/** Someone in a conversation's roster. Bots are left out. */
export interface RosterMember {
  /** `29:…` */
  readonly id: string;
  /** The person's id in their organisation's directory; what people pickers give. */
  readonly directoryId: string | null;
  readonly name: string;
}

/** All that is asked of botbuilder. Everything that goes wrong is thrown as PlatformRefused or PlatformUnreachable. */
export interface Sdk {
  /** Checks who sent it, then hands the activity on and answers the request: 200 only once `hear` is done. */
  listener(
    hear: (activity: unknown) => Promise<Invoked | null>,
  ): (request: IncomingMessage, response: ServerResponse) => void;
  /** Posts; the new activity's id. */
  send(to: Address, activity: object): Promise<string>;
  update(to: Address, id: string, activity: object): Promise<void>;
  /** All pages of it. */
  members(of: Address): Promise<readonly RosterMember[]>;
  /** Opens the chat with one person, or finds it; its conversation id. */
  openChat(person: { readonly serviceUrl: string; readonly tenant: string; readonly user: string }): Promise<string>;
}
