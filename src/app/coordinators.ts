import { standingNow, type Member } from '../domain/huddle.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Records } from '../ports.ts';

/** Whether they run the huddle now, taking part in it or not. Who has left runs nothing, even while they keep the commands. */
export function runsIt(member: Member): boolean {
  return member.coordinator && standingNow(member).status !== 'left';
}

/** The names of those who run the huddle, as in "Only Priya and Ellis". */
export async function coordinatorNames({
  records,
  huddle,
}: {
  readonly records: Records;
  readonly huddle: Huddle;
}): Promise<readonly string[]> {
  const names = await records.people.names(huddle.id);
  const members = await records.members.of(huddle.id);
  return members.filter(runsIt).flatMap(({ person }) => names.get(person) ?? []);
}
