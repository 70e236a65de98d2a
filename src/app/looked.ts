import { takesPart } from '../domain/huddle.ts';
import type { MessageRef, RoundId } from '../domain/ids.ts';
import type { Response } from '../domain/round.ts';
import { ownPromptMessage, promptMessage, type OwnPart } from '../messages/prompt.ts';
import type { Reply } from '../ports.ts';
import type { MemberContext } from './context.ts';
import { openPromises } from './round-notes.ts';

/** What one person's screen shows in the place of a question that stands there for everyone: the same, and their own state. */
export async function lookAt(message: MessageRef, context: MemberContext): Promise<Reply> {
  const { records, huddle, member, person, now } = context;
  const note = await records.outbox.byMessage(message);
  if (note?.kind !== 'prompt' || note.huddle !== huddle.id || !takesPart(member)) return { kind: 'none' };
  const round = await records.rounds.get(note.subject as RoundId);
  if (round === null || round.status === 'waiting') return { kind: 'none' };
  const own = ownPart(await records.rounds.response(round.id, person.id));
  const facts = { huddle, now, promises: await openPromises(round, records) };
  // Who has done nothing with it sees what everyone sees, also after an answer that they have taken back.
  const document = own === null ? promptMessage(round, facts) : ownPromptMessage(round, own, facts);
  return { kind: 'replace', document };
}

function ownPart(response: Response | null): OwnPart | null {
  if (response === null) return null;
  if (response.answer !== null) return 'answered';
  if (response.skipped) return 'skipped';
  return response.later === 'waiting' ? 'later' : null;
}
