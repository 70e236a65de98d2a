import type { Interaction, Receipt } from '../../src/ports.ts';
import type { Carried } from './forms.ts';

export type Identity = Interaction['who'];
export type PlaceRef = Exclude<Interaction['where'], 'direct'>;
export type MessageRef = Receipt['message'];

/** What a payload means, and the way along which it is answered. */
export interface Parsed {
  readonly interaction: Interaction;
  readonly way: Way;
}

/** How Slack lets an act be answered: each kind has its own means and its own time limit. */
export type Way =
  | { readonly kind: 'command'; readonly trigger: string; readonly respondAt: string; readonly channel: string | null }
  /** A shortcut on anyone's message, also in places that the bot is not in: only its own two means reach the person. */
  | { readonly kind: 'shortcut'; readonly trigger: string; readonly respondAt: string; readonly channel: string | null }
  | {
      readonly kind: 'button';
      readonly trigger: string;
      readonly respondAt: string | null;
      readonly user: string;
      readonly channel: string;
      readonly direct: boolean;
      readonly message: string;
      readonly thread: string | null;
      /** Only the person sees the message that holds the button. */
      readonly onlyTheirs: boolean;
    }
  | { readonly kind: 'modal-button'; readonly view: string; readonly title: string; readonly carried: Carried }
  | {
      readonly kind: 'form';
      readonly user: string;
      readonly title: string;
      readonly carried: Carried;
      /** The block_ids of its fields, in order. */
      readonly fields: readonly string[];
    }
  | {
      readonly kind: 'event';
      readonly user: string;
      readonly channel: string;
      readonly direct: boolean;
      readonly thread: string | null;
    };

export interface Context {
  readonly now: () => string;
  /** The bot's own user id where the payload does not tell it. */
  readonly bot: string | null;
  /** The name that people see, if it is known by now. */
  readonly nameOf: (user: string) => string | null;
}

/** The name of an act for ever: the same for every retry, and never that of another workspace. */
export function idOf(team: string, act: string): string {
  return `slack/${team}/${act}`;
}

export function identity(team: string, user: string): Identity {
  return { platform: 'slack', workspace: team, user };
}

export function channelOf(team: string, channel: string): PlaceRef {
  return { platform: 'slack', workspace: team, channel };
}

/** Direct messages are the channels whose id begins with D. */
export function placeOf(team: string, channel: string): PlaceRef | 'direct' {
  return channel.startsWith('D') ? 'direct' : channelOf(team, channel);
}

/** A Slack `ts`, seconds with six decimals, as an instant; null when there is none. */
export function instantOf(ts: string | null): string | null {
  const ms = ts === null || ts === '' ? NaN : Math.round(Number(ts) * 1000);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}

/** The place that a modal carried with it. */
export function whereOf(team: string, channel: string | null): PlaceRef | 'direct' {
  return channel === null ? 'direct' : channelOf(team, channel);
}
