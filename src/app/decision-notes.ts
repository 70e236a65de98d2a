import type { Document } from '../messages/document.ts';
import { decisionMessage } from '../messages/decisions.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';

/** Subject: huddle id and the number. */
export async function buildDecisionNote(note: Outgoing, records: Records): Promise<Document | null> {
  const number = Number(note.subject.split('/')[1]);
  const huddle = await records.huddles.get(note.huddle);
  const decision = await records.decisions.get(note.huddle, number);
  return huddle === null || decision === null ? null : decisionMessage(huddle, decision);
}
