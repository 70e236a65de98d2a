import { daysOffDueAt } from '../domain/days-off.ts';
import { standingNow, type Member } from '../domain/huddle.ts';
import { memberOf } from '../domain/membership.ts';
import type { Records } from '../ports.ts';

/** Where days off were set, changed or taken back, the moment at which they are looked at next. */
export async function setDaysOff(records: Records, after: readonly Member[], before: readonly Member[]): Promise<void> {
  for (const member of after) {
    const was = memberOf(before, member.person);
    const had = was !== null && standingNow(was).daysOff !== undefined;
    const isAnother = was !== member && (had || standingNow(member).daysOff !== undefined);
    if (isAnother) await setDaysOffOf(records, member);
  }
}

export async function setDaysOffOf(records: Records, member: Member): Promise<void> {
  const { huddle, person } = member;
  await records.timers.set('days-off', `${huddle}/${person}`, huddle, daysOffDueAt(member));
}
