import type { Document } from '../messages/document.ts';
import { sharedLook } from '../messages/steps.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';

/** Subject: huddle id and which time of a step it is about, from 1. */
export async function buildStepNote({ huddle: id, subject }: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(id);
  const of = Number(subject.slice(subject.lastIndexOf('/') + 1));
  const time = huddle?.steps?.[of - 1];
  return huddle === null || time === undefined ? null : sharedLook(huddle, time, of);
}
