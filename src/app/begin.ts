import { standingNow, takesPart, type Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { readinessOf, type Readiness } from '../domain/readiness.ts';
import type { Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { notReached, readinessMessage } from '../messages/readiness.ts';
import type { NoteKind, Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import type { MemberContext } from './context.ts';
import { runsIt } from './coordinators.ts';
import { enqueue } from './execute.ts';

interface When {
  readonly records: Records;
  readonly now: Instant;
  readonly mustBeReady: boolean;
}

/**
 * The huddle as it is stored now, or null while it must ask and post nothing. Its coordinators hear of it once, in
 * private. Once it has begun it goes on.
 */
export async function mayBegin(huddle: Huddle, when: When): Promise<Huddle | null> {
  if (!when.mustBeReady) return huddle;
  const { records, now } = when;
  const readiness = readinessOf(huddle, await records.members.of(huddle.id), now);
  switch (readiness.status) {
    case 'live':
      return huddle;
    case 'ready':
      return begin(huddle, when);
    case 'until':
      return giveTime(huddle, readiness.by, when);
    case 'held':
      await tellOnce(huddle, `${huddle.id}/held`, when);
      return null;
  }
}

/** All is there: from now on it goes on, whatever is missing later. */
export async function begin(huddle: Huddle, { records, now }: Pick<When, 'records' | 'now'>): Promise<Huddle> {
  const live: Huddle = { ...huddle, live: { since: now }, version: huddle.version + 1 };
  await records.huddles.save(live);
  const event = { type: 'SettingChanged', at: now, setting: 'going live', words: { value: now } } as const;
  await records.journal.append(huddle.id, [event]);
  return live;
}

async function giveTime(huddle: Huddle, by: Instant, when: When): Promise<Huddle> {
  await tellOnce(huddle, `${huddle.id}/${by}`, when);
  if (huddle.live !== undefined) return huddle;
  const given: Huddle = { ...huddle, live: { by }, version: huddle.version + 1 };
  await when.records.huddles.save(given);
  return given;
}

async function tellOnce({ id }: Huddle, subject: string, { records, now }: When): Promise<void> {
  const kind: NoteKind = 'not-ready';
  for (const { person } of (await records.members.of(id)).filter(runsIt)) {
    const to = { person };
    if ((await records.outbox.get(kind, subject, to)) !== null) continue;
    await enqueue(records, { huddle: id, now, reactions: [{ kind, subject, to }] });
  }
}

export async function readinessNow(huddle: Huddle, { records, now }: Pick<When, 'records' | 'now'>) {
  return readinessOf(huddle, await records.members.of(huddle.id), now);
}

/** Why nothing can be asked or posted now, and which lines to type; null when it may. */
export async function heldBack(context: MemberContext): Promise<Document | null> {
  const { huddle, mustBeReady } = context;
  if (!mustBeReady) return null;
  const readiness = await readinessNow(huddle, context);
  if (readiness.status === 'ready') await begin(huddle, context);
  return readiness.status === 'held' ? readinessMessage(huddle, readiness, { waits: true }) : null;
}

/** Built at the moment of sending, from what is true then; null when there is nothing to say any more. */
export async function buildReadinessNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null) return null;
  if (note.kind === 'not-reached') return whoWasNotReached(note, huddle, records);
  const readiness = await readinessNow(huddle, { records, now });
  return isWaiting(readiness) ? readinessMessage(huddle, readiness, { waits: true }) : null;
}

export function isWaiting({ status }: Readiness): boolean {
  return status === 'held' || status === 'until';
}

/** Only while they are still asked. Subject: the huddle, and whom no private note could reach. */
async function whoWasNotReached({ subject }: Outgoing, huddle: Huddle, records: Records): Promise<Document | null> {
  const who = subject.slice(huddle.id.length + 1) as PersonId;
  const [member, person] = [await records.members.get(huddle.id, who), await records.people.get(who)];
  if (member === null || person === null || takesPart(member)) return null;
  return standingNow(member).status === 'invited' ? notReached(huddle, person.name) : null;
}
