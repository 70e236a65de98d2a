import type { Interaction } from '../../src/ports.ts';
import { channelOf } from './acts.ts';
import { part, text, type Payload } from './payload.ts';
import { factsOf, type Seen } from './seen.ts';

/** The action of a button that says a line again: its subject is the line. */
const sayAgain = 'wesaid-say';

/**
 * What a button of ours means; null for another's. Every button carries `{ wesaid: { action, subject, channel } }`,
 * whatever kind Teams draws. In the chat with one person the button still means the place that its message was about.
 */
export function readPress(seen: Seen, data: Payload): Interaction | null {
  const ours = part(data, 'wesaid');
  const action = text(ours, 'action');
  if (action === null) return null;
  const subject = text(ours, 'subject') ?? '';
  const facts = { ...factsOf(seen, seen.id), where: meant(seen, text(ours, 'channel')) };
  if (action === sayAgain) return { kind: 'command', ...facts, text: subject };
  const card = text(seen.activity, 'replyToId');
  const message = card === null ? null : { ...seen.channel, message: card };
  return { kind: 'action', ...facts, action, subject, message };
}

/** The place that a message or a dialog was about, wherever it stands. */
export function meant(seen: Seen, channel: string | null): Seen['where'] {
  return seen.where === 'direct' && channel !== null ? channelOf(seen.channel.workspace, channel) : seen.where;
}
