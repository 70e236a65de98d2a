import { takesPart } from '../domain/huddle.ts';
import type { MessageRef, RoundId } from '../domain/ids.ts';
import type { Response } from '../domain/round.ts';
import { ownPromptMessage, promptMessage, type OwnPart } from '../messages/prompt.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import { openPromises } from './round-notes.ts';

/**
 * What one person's screen shows in the place of a question that stands there for everyone: the same, and their own state.
 * Whoever is not in the huddle sees it as it stands, for a screen that asks has to be given something to show.
 */
export async function lookAt(message: MessageRef, context: Context): Promise<Reply> {
  const { records, huddle, now } = context;
  const note = await records.outbox.byMessage(message);
  if (huddle === null || note?.kind !== 'prompt' || note.huddle !== huddle.id) return { kind: 'none' };
  const round = await records.rounds.get(note.subject as RoundId);
  if (round === null || round.status === 'waiting') return { kind: 'none' };
  const own = await ownPart(round.id, context);
  const facts = { huddle, now, promises: await openPromises(round, records) };
  // Who has done nothing with it sees what everyone sees, also after an answer that they have taken back.
  const document = own === null ? promptMessage(round, facts) : ownPromptMessage(round, own, facts);
  return { kind: 'replace', document };
}

async function ownPart(round: RoundId, context: Context): Promise<OwnPart | null> {
  if (!inHuddle(context) || !takesPart(context.member)) return null;
  const response = await context.records.rounds.response(round, context.person.id);
  return response === null ? null : partOf(response);
}

export function partOf(response: Response): OwnPart | null {
  if (response.answer !== null) return response.answer.helped === true ? 'answered-for' : 'answered';
  if (response.skipped) return 'skipped';
  return response.later === 'waiting' ? 'later' : null;
}
