import { standingNow } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { hasRested, heldBy, mostHeld, wantsLoadChecks } from '../domain/load.ts';
import { withOwnChoice } from '../domain/own-choice.ts';
import { addDays, addMs, dayMs, weekOf, type Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { loadNote } from '../messages/load.ts';
import { newsMessage } from '../messages/people.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records, Reply } from '../ports.ts';
import { loadWords as words } from '../words/en/load.ts';
import type { MemberContext } from './context.ts';
import { enqueue } from './execute.ts';
import { answer } from './people-reply.ts';
import type { PromiseState } from './promise-state.ts';

/** After some days it is no longer about what they have just taken on. */
const lastsMs = 3 * dayMs;

/**
 * Someone has taken on a promise: where they hold more than three now, they are asked if that is all right. Nothing of it
 * is written in the journal, and a note that cannot be delivered is told to nobody.
 */
export async function checkLoad(
  person: PersonId,
  { home, now }: Pick<PromiseState, 'home' | 'now'>,
  records: Records,
): Promise<void> {
  if (!(await mayAsk(person, { huddle: home.id, records, now }))) return;
  const { monday } = weekOf(now, home.zone);
  const weeks = [0, 1, 2].map((ago) => `${home.id}/${addDays(monday, -7 * ago)}`);
  for (const subject of weeks) {
    const last = await records.outbox.get('load-check', subject, { person });
    if (!hasRested(last?.notBefore ?? null, now)) return;
  }
  const [subject = ''] = weeks;
  const reaction = { kind: 'load-check', subject, to: { person }, expiresAt: addMs(now, lastsMs) } as const;
  await enqueue(records, { huddle: home.id, now, reactions: [reaction] });
}

/** Not on a break, not when they never want it, and not within a day of a card with numbers to call. */
async function mayAsk(
  person: PersonId,
  { huddle, records, now }: { readonly huddle: HuddleId; readonly records: Records; readonly now: Instant },
): Promise<boolean> {
  const held = heldBy(await records.promises.list(huddle), person);
  if (held.length <= mostHeld) return false;
  const [member, who] = [await records.members.get(huddle, person), await records.people.get(person)];
  if (member === null || standingNow(member).status !== 'active' || !wantsLoadChecks(member, now)) return false;
  return (who?.heldUntil ?? '') <= now;
}

/** Null where they hold fewer meanwhile, have paused or left, or never want to be asked again. */
export async function buildLoadCheck(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null || !('person' in note.to)) return null;
  const { person } = note.to;
  if (!(await mayAsk(person, { huddle: huddle.id, records, now }))) return null;
  return loadNote(huddle, heldBy(await records.promises.list(huddle.id), person));
}

/** Saved with the person's own yeses and nowhere else. "It is fine" needs no keeping: the next one is a fortnight off. */
export async function chooseLoadChecks(choice: 'on' | 'off' | 'fine', context: MemberContext): Promise<Reply> {
  const { records, member, huddle, now } = context;
  if (choice !== 'fine')
    await records.members.save(withOwnChoice(member, { to: 'load-checks', yes: choice === 'on', at: now }));
  return answer(context, newsMessage(huddle, [words.saved[choice]]));
}
