import { describe, expect, it } from 'vitest';
import type { PersonId, RoundId } from '../../../src/domain/ids.ts';
import { aPerson, ruth, sam, willow } from '../samples.ts';
import type { OpenStore } from './stores.ts';

const round = 'willow~2027-03-03' as RoundId;
const other = 'willow~2027-03-10' as RoundId;
const at = '2027-03-03T11:00:00.000Z';
const later = '2027-03-03T12:00:00.000Z';
const lee = 'lee' as PersonId;

/** Answers to private questions: found by whoever gave them until the close, and by nobody after it. */
export function keepsPulses(open: OpenStore): void {
  const of = (person: PersonId, of: RoundId = round, key = 'a key') => ({ round: of, huddle: willow, person, key });

  describe('answers to private questions', () => {
    it('are found again by their person and round, and replaced', async () => {
      const store = await open();
      await store.transact(async ({ pulses }) => {
        await pulses.save({ option: 1, at }, of(ruth));
        await pulses.save({ option: null, at }, of(sam, round, 'a key that comes too late'));
        await pulses.save({ option: 4, at: later }, of(ruth));
      });
      const { pulses } = store.read;
      expect(await pulses.answer(round, ruth)).toEqual({ option: 4, at: later });
      expect(await pulses.answer(round, sam)).toEqual({ option: null, at });
      expect(await pulses.answer(round, lee)).toBeNull();
      expect(await pulses.answer(other, ruth)).toBeNull();
    });

    it('are given out once, for those who are asked for, and are gone then with the key', async () => {
      const store = await open();
      await store.transact(async ({ pulses }) => {
        await pulses.save({ option: 1, at }, of(ruth));
        await pulses.save({ option: 2, at }, of(sam));
        await pulses.save({ option: 3, at }, of(ruth, other));
      });
      expect(await store.transact(({ pulses }) => pulses.close(round, [lee, ruth]))).toEqual([null, 1]);
      expect(await store.transact(({ pulses }) => pulses.close(round, [lee, ruth, sam]))).toEqual([null, null, null]);
      expect(await store.read.pulses.answer(other, ruth)).toEqual({ option: 3, at });
    });

    it('can be taken back by whoever leaves, and go with whoever is forgotten', async () => {
      const store = await open();
      await store.transact(async (records) => {
        await records.people.save(aPerson());
        await records.pulses.save({ option: 1, at }, of(ruth));
        await records.pulses.save({ option: 2, at }, of(sam));
        await records.pulses.takeBack(willow, sam);
        const gone = {
          person: ruth,
          name: 'Ruth',
          instead: 'someone',
          now: later,
          newGone: () => 'gone-1' as PersonId,
        };
        const inPlace = { summary: '', language: 'en', blocks: [] } as const;
        await records.rights.forget(gone, { keepFrom: new Map(), inPlace });
      });
      expect(await store.transact(({ pulses }) => pulses.close(round, [ruth, sam]))).toEqual([null, null]);
    });

    it('of two people who become one the newest stays', async () => {
      const store = await open();
      await store.transact(async (records) => {
        await records.people.save(aPerson());
        await records.people.save({ ...aPerson(), id: sam });
        await records.pulses.save({ option: 1, at: later }, of(ruth));
        await records.pulses.save({ option: 2, at }, of(sam));
        await records.pulses.save({ option: 3, at }, of(sam, other));
        await records.people.become(sam, ruth, later);
      });
      expect(await store.read.pulses.answer(round, ruth)).toEqual({ option: 1, at: later });
      expect(await store.read.pulses.answer(other, ruth)).toEqual({ option: 3, at });
      expect(await store.read.pulses.answer(round, sam)).toBeNull();
    });

    it('leave what may be told, until a digest has told it', async () => {
      const store = await open();
      const result = { kind: 'hidden' } as const;
      await store.transact(async ({ pulses }) => {
        await pulses.keep({ round: other, huddle: willow, result, monday: null });
        await pulses.keep({ round, huddle: willow, result, monday: null });
        await pulses.told([round], '2027-03-01');
      });
      expect(await store.read.pulses.list(willow)).toEqual([
        { round, huddle: willow, result, monday: '2027-03-01' },
        { round: other, huddle: willow, result, monday: null },
      ]);
    });

    it('an answer and a close at the same moment: nothing is left behind', async () => {
      const store = await open();
      await store.transact(({ pulses }) => pulses.save({ option: 1, at }, of(ruth)));
      const [closed] = await Promise.all([
        store.transact(({ pulses }) => pulses.close(round, [ruth, sam])),
        store.transact(async ({ pulses }) => {
          // What the rule does: where the round has closed meanwhile there is nothing to answer.
          if ((await pulses.answer(round, ruth)) !== null) await pulses.save({ option: 2, at }, of(sam));
        }),
      ]);
      expect(closed[0]).toBe(1);
      expect(await store.transact(({ pulses }) => pulses.close(round, [ruth, sam]))).toEqual([null, null]);
    });
  });
}
