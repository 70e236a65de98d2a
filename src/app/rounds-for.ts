import type { Huddle, Member } from '../domain/huddle.ts';
import { isFor } from '../domain/role-swap.ts';
import type { Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import type { Records } from '../ports.ts';

/** As many as can be open at once, and some that have closed. */
const looked = 5;

/** The newest questions that there are for this member, the newest first. One that was for others alone is none of them. */
export async function roundsFor({
  records,
  huddle,
  member,
  now,
}: {
  readonly records: Records;
  readonly huddle: Pick<Huddle, 'id'>;
  readonly member: Member;
  readonly now: Instant;
}): Promise<readonly Round[]> {
  const recent = await records.rounds.recent(huddle.id, looked);
  return recent.filter((round) => isFor(round, member, now));
}
