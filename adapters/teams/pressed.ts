import type { Interaction } from '../../src/ports.ts';
import { channelOf, type PlaceRef } from './acts.ts';
import { sayAgain } from './buttons.ts';
import { part, text, type Payload } from './payload.ts';
import { factsOf, type Seen } from './seen.ts';

/** What was pressed, and what the way needs to know of it. */
export interface Press {
  readonly interaction: Interaction;
  readonly from: Seen['from'];
}

/**
 * What a button of ours means; null for another's. Every button carries `{ wesaid: { action, subject, channel } }`,
 * whatever kind Teams draws.
 */
export function readPress(seen: Seen, data: Payload): Press | null {
  const ours = part(data, 'wesaid');
  const action = text(ours, 'action');
  if (action === null) return null;
  const subject = text(ours, 'subject') ?? '';
  const about = aboutPlace(seen, text(ours, 'channel'));
  const facts = { ...factsOf(seen, seen.id), where: about ?? seen.where };
  const from = fromPlace(seen, about);
  if (action === sayAgain) return { interaction: { kind: 'command', ...facts, text: subject }, from };
  const card = text(seen.activity, 'replyToId');
  const message = card === null ? null : { ...seen.channel, message: card };
  return { interaction: { kind: 'action', ...facts, action, subject, message }, from };
}

/** In a chat with one person a button still means the place that its message was about. */
export function aboutPlace(seen: Seen, channel: string | null): PlaceRef | null {
  return seen.where === 'direct' && channel !== null ? channelOf(seen.channel.workspace, channel) : null;
}

export function fromPlace({ from }: Seen, about: PlaceRef | null): Seen['from'] {
  return about === null ? from : { ...from, about: about.channel };
}
