import type { DigestFacts } from '../domain/digest.ts';
import type { RoundId } from '../domain/ids.ts';
import type { Prompt } from '../domain/round.ts';
import type { Document } from '../messages/document.ts';
import { digestMessage } from '../messages/digest.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';

/** Subject: huddle id and the Monday of the week. Built from the facts that were saved when it was published. */
export async function buildDigestNote(note: Outgoing, records: Records): Promise<Document | null> {
  const monday = note.subject.slice(note.subject.indexOf('/') + 1);
  const published = await records.digests.get(note.huddle, monday);
  const huddle = await records.huddles.get(note.huddle);
  if (published === null || huddle === null) return null;
  const { channel, threads } = digestMessage(published.facts, {
    huddle,
    names: await records.people.names(note.huddle),
    promises: await records.promises.list(note.huddle),
    roles: await records.roles.list(note.huddle),
    ideas: await records.ideas.list(note.huddle),
    decisions: await records.decisions.list(note.huddle),
    proposals: await records.proposals.list(note.huddle),
    asked: await askedIn(published.facts, records),
  });
  switch (note.kind) {
    case 'digest-proof':
      return threads.proof;
    case 'digest-heard':
      return threads.heard;
    case 'digest-roles':
      return threads.roles;
    default:
      return channel;
  }
}

/** The private questions that a digest tells of. */
export async function askedIn({ pulses = [] }: DigestFacts, records: Records): Promise<ReadonlyMap<RoundId, Prompt>> {
  const asked = new Map<RoundId, Prompt>();
  for (const { round } of pulses) {
    const found = await records.rounds.get(round);
    if (found !== null) asked.set(round, found.prompt);
  }
  return asked;
}
