import { daysToRenew, monthsOfAYes, renewalOf } from '../domain/consent.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { addLocalDays, addLocalMonths, type Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { renewalMessage } from '../messages/consent.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { execute } from './execute.ts';
import { membershipAggregate } from './people-aggregates.ts';
import { setRenewals } from './renewal-timers.ts';
import type { Waking } from './waking.ts';

/** Someone's yes is old, or was to less than is so now: they are asked, and have some days to answer. */
export async function wakeRenewal(id: HuddleId, subject: string, { records, now }: Waking): Promise<void> {
  const found = await whose(id, subject, records);
  await records.timers.set('renewal', subject, id, null);
  if (found === null) return;
  const { huddle, member } = found;
  const command = { type: 'AskAgain', huddle: id, now, person: member.person } as const;
  const asked = await execute(records, membershipAggregate(), command);
  if (!('events' in asked) || asked.events.length === 0)
    return setRenewals(records, { huddle, members: [member], now });
  await records.timers.set('renewal-over', subject, id, addLocalDays(now, daysToRenew, huddle.zone));
}

/** The days to answer are over. Whoever still has not answered is asked once more when as long a time has passed again. */
export async function wakeRenewalOver(id: HuddleId, subject: string, { records, now }: Waking): Promise<void> {
  const found = await whose(id, subject, records);
  await records.timers.set('renewal-over', subject, id, null);
  if (found === null || renewalOf(found.huddle, found.member, now) === null) return;
  const { huddle, member } = found;
  await execute(records, membershipAggregate(), { type: 'MissRenewal', huddle: id, now, person: member.person });
  await records.timers.set('renewal', subject, id, addLocalMonths(now, monthsOfAYes, huddle.zone));
}

async function whose(id: HuddleId, subject: string, records: Records) {
  const [huddle, member] = [
    await records.huddles.get(id),
    await records.members.get(id, subject.slice(id.length + 1) as PersonId),
  ];
  return huddle === null || member === null ? null : { huddle, member };
}

/** Only while it is still to be answered. */
export async function buildRenewalNote(
  { to, huddle: id }: Outgoing,
  records: Records,
  now: Instant,
): Promise<Document | null> {
  if (!('person' in to)) return null;
  const [huddle, member, person] = [
    await records.huddles.get(id),
    await records.members.get(id, to.person),
    await records.people.get(to.person),
  ];
  if (huddle === null || member === null || person === null) return null;
  const renewal = renewalOf(huddle, member, now);
  return renewal === null ? null : renewalMessage(huddle, member, { name: person.name, renewal });
}
