import { renewsAt } from '../domain/consent.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import type { Instant } from '../domain/time.ts';
import type { Records } from '../ports.ts';

interface Renewals {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly now: Instant;
}

/** When each is asked next whether their yes still holds. Days to answer that were running are over with the change. */
export async function setRenewals(records: Records, { huddle, members, now }: Renewals): Promise<void> {
  for (const member of members) {
    const subject = `${huddle.id}/${member.person}`;
    await records.timers.set('renewal', subject, huddle.id, renewsAt(huddle, member, now));
    await records.timers.set('renewal-over', subject, huddle.id, null);
  }
}
