import { standingNow } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { welcomeBack } from '../messages/days-off.ts';
import type { Document } from '../messages/document.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { execute } from './execute.ts';
import { membershipAggregate } from './people-aggregates.ts';
import type { Waking } from './waking.ts';

/** Someone's days off begin or are over. Looked at late, after the program was down, each is still written at its own moment. */
export async function wakeDaysOff(id: HuddleId, subject: string, { records, now }: Waking): Promise<void> {
  const person = subject.slice(id.length + 1) as PersonId;
  await records.timers.set('days-off', subject, id, null);
  if ((await records.members.get(id, person)) === null) return;
  await execute(records, membershipAggregate(), { type: 'KeepDaysOff', huddle: id, now, person });
}

/** Only while they are back. Whoever has no account reads how they stand on their page. */
export async function buildWelcomeBack({ to, huddle: id }: Outgoing, records: Records): Promise<Document | null> {
  if (!('person' in to)) return null;
  const [huddle, member] = [await records.huddles.get(id), await records.members.get(id, to.person)];
  if (huddle === null || member === null || standingNow(member).status !== 'active') return null;
  const accounts = await records.people.identities(to.person);
  return accounts.length === 0 ? null : welcomeBack(huddle, member);
}
