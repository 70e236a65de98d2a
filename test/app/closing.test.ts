import { describe, expect, it } from 'vitest';
import { execute } from '../../src/app/execute.ts';
import { roundAggregate } from '../../src/app/round-aggregate.ts';
import { wakeRound } from '../../src/app/rounds-due.ts';
import { addMs } from '../../src/domain/time.ts';
import type { Records, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { aHuddle, aMember, aPerson, aRound, ruth, willow } from '../storage/samples.ts';
import { databases, serveDatabases } from '../support/databases.ts';

serveDatabases();

const round = aRound({ prompt: { id: null, text: 'What would help?', kind: 'open', reach: 'held', options: [] } });
const lastMinute = addMs(round.closesAt, -60_000);
const ids = { newId: () => 'new', shuffled: <T>(list: readonly T[]) => list };

/** Two instances, one of which closes the round while the other has an answer that is not committed yet. */
async function closeMeanwhile(first: Store, second: Store): Promise<void> {
  let answerMayCommit: () => void = () => undefined;
  const closeHasLooked = new Promise<void>((resolve) => (answerMayCommit = resolve));
  let closeMayLook: () => void = () => undefined;
  const answerIsWritten = new Promise<void>((resolve) => (closeMayLook = resolve));
  const answering = first.transact(async (records) => {
    await submit(records);
    closeMayLook();
    await closeHasLooked;
  });
  await answerIsWritten;
  const closing = second.transact(async (records) => {
    const responses = async (...asked: Parameters<Records['rounds']['responses']>) => {
      const seen = await records.rounds.responses(...asked);
      answerMayCommit();
      return seen;
    };
    const watched: Records = { ...records, rounds: { ...records.rounds, responses } };
    await wakeRound(willow, round.id, { records: watched, ids, now: round.closesAt });
  });
  await Promise.all([answering, closing]);
}

async function submit(records: Records): Promise<void> {
  const said = { text: 'A quiet corner.', option: null, seenBy: 'named', message: null } as const;
  const wish = { huddle: willow, round: round.id, now: lastMinute, person: ruth };
  await execute(records, roundAggregate, { type: 'SubmitAnswer', ...wish, said });
}

describe('an answer in the last minute', () => {
  // SQLite has one writer: there nothing can come between.
  for (const database of databases.filter(({ name }) => name === 'PostgreSQL')) {
    it('is counted and shown with the others, though another instance closes the round meanwhile', async () => {
      const url = await database.fresh();
      const [first, second] = [await openStore({ url }), await openStore({ url })];
      await first.transact(async (records) => {
        await records.people.save(aPerson());
        await records.huddles.save(aHuddle());
        await records.members.save(aMember());
        await records.rounds.save(round);
      });
      await closeMeanwhile(first, second);
      const closed = await first.read.rounds.get(round.id);
      expect(closed).toMatchObject({ status: 'closed', heard: { people: 1, of: 1 }, order: [ruth] });
      await Promise.all([first.close(), second.close()]);
    });
  }
});
