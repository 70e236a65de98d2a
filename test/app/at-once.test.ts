import { bankHolidays } from '../../src/bank-holidays.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '../../src/app/execute.ts';
import { membershipAggregate } from '../../src/app/people-aggregates.ts';
import { roundAggregate } from '../../src/app/round-aggregate.ts';
import { wakeRound } from '../../src/app/rounds-due.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { addMs } from '../../src/domain/time.ts';
import type { Records, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { aHuddle, aMember, aPerson, aRound, ruth, sam, willow } from '../storage/samples.ts';
import { databases, serveDatabases } from '../support/databases.ts';

serveDatabases();

// SQLite has one writer: there nothing can come between.
const database = databases.find(({ name }) => name === 'PostgreSQL');

const round = aRound({ prompt: { id: null, text: 'What would help?', kind: 'open', reach: 'held', options: [] } });
const lastMinute = addMs(round.closesAt, -60_000);
const ids = { newId: () => 'new', shuffled: <T>(list: readonly T[]) => list, newCode: () => 'K7QM4RTP' };

describe.runIf(database !== undefined)('two instances at once', () => {
  let first: Store;
  let second: Store;

  beforeEach(async () => {
    const url = (await database?.fresh()) ?? '';
    [first, second] = [await openStore({ url }), await openStore({ url })];
    await first.transact(async (records) => {
      await records.huddles.save(aHuddle());
      for (const person of [ruth, sam]) {
        await records.people.save(aPerson({ id: person, name: person }));
        await records.members.save(aMember({ person }));
      }
      await records.rounds.save(round);
    });
  });

  afterEach(() => Promise.all([first.close(), second.close()]));

  /** The first writes, and commits only once the second has looked at things as they were before. */
  async function meanwhile(
    write: (records: Records) => Promise<unknown>,
    then: (records: Records) => Promise<unknown>,
  ): Promise<void> {
    const written = gate();
    const looked = gate();
    const one = first.transact(async (records) => {
      await write(records);
      written.open();
      await looked.isOpen;
    });
    await written.isOpen;
    const other = second.transact((records) => then(watched(records, looked.open)));
    await Promise.all([one, other]);
  }

  it('an answer in the last minute is counted and shown, though the round is closed meanwhile', async () => {
    await meanwhile(submit, (records) =>
      wakeRound(willow, round.id, { records, ids, bankHolidays, now: round.closesAt, mustBeReady: false }),
    );
    const closed = await first.read.rounds.get(round.id);
    expect(closed).toMatchObject({ status: 'closed', heard: { people: 1, of: 2 }, order: [ruth] });
  });

  it('when both coordinators leave, the last one keeps the commands, to hand them on', async () => {
    await meanwhile(
      (records) => leave(records, ruth),
      (records) => leave(records, sam),
    );
    const members = await first.read.members.of(willow);
    expect(members.filter(({ coordinator }) => coordinator)).toHaveLength(1);
  });
});

function gate(): { readonly isOpen: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open: () => open() };
}

/** The same records; says when the rules have seen who is there and what was answered. */
function watched(records: Records, looked: () => void): Records {
  const { members, rounds } = records;
  return {
    ...records,
    members: { ...members, of: (huddle) => members.of(huddle).finally(looked) },
    rounds: { ...rounds, responses: (id) => rounds.responses(id).finally(looked) },
  };
}

async function submit(records: Records): Promise<void> {
  const said = { text: 'A quiet corner.', option: null, seenBy: 'named', message: null } as const;
  const wish = { huddle: willow, round: round.id, now: lastMinute, person: ruth };
  await execute(records, roundAggregate, { type: 'SubmitAnswer', ...wish, said });
}

async function leave(records: Records, person: PersonId): Promise<void> {
  await execute(records, membershipAggregate(), { type: 'Leave', huddle: willow, now: lastMinute, person });
}
