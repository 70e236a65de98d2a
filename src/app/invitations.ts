import type { Huddle } from '../domain/huddle.ts';
import { standingNow } from '../domain/huddle.ts';
import { invitationOf, quietVoices, withInvitation, type InvitationChoice } from '../domain/invitation.ts';
import { addDays, addMs, dayMs, weekFrom, weekOf, type Instant } from '../domain/time.ts';
import { foldTurns, readFrom } from '../domain/turns.ts';
import { wayOf } from '../domain/way.ts';
import type { Document } from '../messages/document.ts';
import { invitationNote } from '../messages/invitation.ts';
import { newsMessage } from '../messages/people.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records, Reply } from '../ports.ts';
import { invitationWords as words } from '../words/en/invitation.ts';
import type { MemberContext } from './context.ts';
import { enqueue } from './execute.ts';
import { answer } from './people-reply.ts';

/** Beside the digest, once a week: it lasts some days and then is not worth sending. */
const lastsMs = 6 * dayMs;

/**
 * Private invitations to whoever asked for them and had no turn in the last two whole weeks. Nothing of it is written in
 * the journal, and a note that cannot be delivered is told to nobody.
 */
export async function inviteQuietVoices(huddle: Huddle, records: Records, now: Instant): Promise<void> {
  if (huddle.invitations !== true) return;
  const { monday } = weekOf(now, huddle.zone);
  const [week, before] = [weekFrom(addDays(monday, -7), huddle.zone), weekFrom(addDays(monday, -14), huddle.zone)];
  const spoken = await records.speech.between(huddle.id, readFrom(before), now);
  const members = await records.members.of(huddle.id);
  for (const person of quietVoices({ members, turns: foldTurns(spoken), from: before.from, now })) {
    const lastWeeks = await records.outbox.get('just-for-you', subjectOf(huddle, before.monday), { person });
    // At most one a fortnight.
    if (lastWeeks !== null) continue;
    const reaction = { kind: 'just-for-you', subject: subjectOf(huddle, week.monday), to: { person } } as const;
    await enqueue(records, {
      huddle: huddle.id,
      now,
      reactions: [{ ...reaction, expiresAt: addMs(now, lastsMs) }],
    });
  }
}

function subjectOf({ id }: Huddle, monday: string): string {
  return `${id}/${monday}`;
}

/** Null where they have paused, left or chosen otherwise since, or the huddle turned it off. */
export async function buildInvitation(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle?.invitations !== true || !('person' in note.to)) return null;
  const member = await records.members.get(note.huddle, note.to.person);
  if (member === null || standingNow(member).status !== 'active' || invitationOf(member, now) !== 'on') return null;
  const recent = await records.rounds.recent(note.huddle, 3);
  const open = recent.find(({ status, prompt }) => status === 'open' && wayOf(prompt) === 'posted');
  return invitationNote(huddle, open ?? null);
}

/** Saved with the person's own yeses and nowhere else: no event, no note, nobody is told. */
export async function chooseInvitation(choice: InvitationChoice, context: MemberContext): Promise<Reply> {
  const { records, member, huddle, now } = context;
  await records.members.save(withInvitation(member, choice, now));
  const notYet = choice === 'on' && huddle.invitations !== true ? [words.notInHuddle(huddle.name)] : [];
  return answer(context, newsMessage(huddle, [words.saved[choice], ...notYet]));
}
