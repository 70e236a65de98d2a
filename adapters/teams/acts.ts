import type { Interaction, Receipt } from '../../src/ports.ts';
import type { Carried } from './forms.ts';

export type Identity = Interaction['who'];
export type PlaceRef = Exclude<Interaction['where'], 'direct'>;
export type MessageRef = Receipt['message'];

/** Where a conversation is reached: all that has to be kept of a conversation reference. */
export interface Address {
  /** Microsoft's regional gateway, from the activity that made us known there. */
  readonly serviceUrl: string;
  readonly tenant: string;
  /** The conversation's id, in a channel with `;messageid=…` to write in that thread. */
  readonly conversation: string;
}

/** What an activity means, and the way along which it is answered. */
export interface Parsed {
  readonly interaction: Interaction;
  readonly way: Way;
}

interface From {
  readonly address: Address;
  readonly who: Identity;
  /** In a chat of the person with WeSaid alone. */
  readonly direct: boolean;
  /** There, the place that the pressed message or dialog was about, where it was about one. */
  readonly about?: string;
}

/** How Teams lets an act be answered: each kind has its own means. */
export type Way = From &
  (
    | /** Words, or a button on a client that knows only Action.Submit: the answer is a message of its own. */
      { readonly kind: 'message'; readonly pressedOn: string | null }
      /** Action.Execute: the answer to the request is what the presser alone sees. `automatic` when a screen asked for its own view. */
    | { readonly kind: 'execute'; readonly message: string | null; readonly automatic: boolean }
    /** `task/fetch`: the answer to the request is a dialog. */
    | { readonly kind: 'open' }
    /** `task/submit`: the answer to the request closes the dialog or goes on in it. */
    | { readonly kind: 'form'; readonly carried: Carried; readonly title: string }
    /** The message action: opened by `composeExtension/fetchTask`, sent by `composeExtension/submitAction`. */
    | { readonly kind: 'compose-open' }
    | { readonly kind: 'compose-form'; readonly carried: Carried; readonly title: string }
    /** What happened in the conversation; nothing waits for an answer. */
    | { readonly kind: 'event' }
  );

/** The answer to an invoke; null for an activity that only wants its 200. */
export interface Invoked {
  readonly status: number;
  readonly body?: object;
}

/** The name of an act for ever: the same for every retry, and never that of another organisation or conversation. */
export function idOf({ workspace, channel }: Omit<PlaceRef, 'platform'>, act: string): string {
  return `teams/${workspace}/${channel}/${act}`;
}

export function identity(tenant: string, user: string): Identity {
  return { platform: 'teams', workspace: tenant, user };
}

export function channelOf(tenant: string, channel: string): PlaceRef {
  return { platform: 'teams', workspace: tenant, channel };
}

/** A bot's id begins with 28, a person's with 29. */
export function isBot(user: string): boolean {
  return user.startsWith('28:');
}
