import type { Document } from '../messages/document.ts';
import { askAnsweredMessage, askMessage } from '../messages/upstairs.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';

/** Subject: huddle id and the ask's own number. */
export async function buildUpstairsNote(
  { kind, subject, huddle: id }: Outgoing,
  records: Records,
): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  const ask = await records.asks.get(id, Number(subject.split('/')[1]));
  if (huddle === null || ask === null) return null;
  return kind === 'upstairs' ? askMessage(huddle, ask) : askAnsweredMessage(huddle, ask);
}
