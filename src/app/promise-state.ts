import type { Commitment, Party, PromiseBook, PromiseCommand } from '../domain/commitment.ts';
import { sidesOf, type Huddle, type Member } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Records } from '../ports.ts';

/** A book with the huddle that it belongs to and the moment of the act, for timers and quiet hours. */
export interface PromiseState extends PromiseBook {
  readonly home: Huddle;
  readonly now: Instant;
}

/** The promises that a command can touch: one by its number, all where it names none. */
export async function meant(records: Records, command: PromiseCommand): Promise<readonly Commitment[]> {
  if (command.type === 'Make') return [];
  if (command.number === null) return records.promises.list(command.huddle);
  const promise = await records.promises.get(command.huddle, command.number);
  return promise === null ? [] : [promise];
}

/** A huddle's book with these promises in it. Throws for a huddle that is not there: nobody can act in one. */
export async function openBook(
  records: Records,
  huddle: HuddleId,
  promises: readonly Commitment[],
): Promise<Omit<PromiseState, 'now'>> {
  const home = await records.huddles.get(huddle);
  if (home === null) throw new Error('promises of an unknown huddle');
  return {
    home,
    huddle,
    zone: home.zone,
    digest: home.digest,
    nextNumber: await records.promises.nextNumber(huddle),
    promises: new Map(promises.map((promise) => [promise.number, promise])),
    members: parties(home, await records.members.of(huddle)),
  };
}

function parties(huddle: Huddle, members: readonly Member[]): ReadonlyMap<PersonId, Party> {
  return new Map(
    members.map((member) => [member.person, { sides: sidesOf(huddle, member), standings: member.standings }]),
  );
}
