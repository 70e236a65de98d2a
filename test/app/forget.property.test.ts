import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { forget } from '../../src/app/forgetting.ts';
import { digestFacts } from '../../src/domain/digest.ts';
import type { GroupKey, RoundId } from '../../src/domain/ids.ts';
import type { SeenBy } from '../../src/domain/round.ts';
import { addMs, hourMs, weekFrom, type Week } from '../../src/domain/time.ts';
import { foldTurns, readFrom } from '../../src/domain/turns.ts';
import type { Records } from '../../src/ports.ts';
import { aRound } from '../storage/samples.ts';
import { closeStages, everyone, memberOf, openStage, personOf, willow, type Name } from './stage.ts';

afterEach(closeStages);

const names = Object.keys(everyone) as readonly Name[];
/** In the week in which the clocks go forward. */
const week = weekFrom('2027-03-22', 'Europe/London');
const start = '2027-03-15T08:00:00.000Z';

const saying = fc.record({
  who: fc.constantFrom(...names),
  /** Minutes into the week; apart from each other, as messages are. */
  minute: fc.integer({ min: 0, max: 5 * 24 * 60 }),
  thread: fc.constantFrom('a', 'b'),
});

const huddles = fc.record({
  said: fc.uniqueArray(saying, { minLength: 0, maxLength: 60, selector: ({ minute }) => minute }),
  answered: fc.uniqueArray(fc.constantFrom(...names), { maxLength: names.length }),
  /** Who joined late, left early or is not counted. */
  late: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
  uncounted: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
  forgets: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  hour: fc.integer({ min: 125, max: 160 }),
});

type Random = typeof huddles extends fc.Arbitrary<infer T> ? T : never;

async function fill(records: Records, { said, answered, late, uncounted }: Random): Promise<void> {
  const huddle = await records.huddles.get(willow);
  if (huddle === null) throw new Error('no huddle');
  for (const name of names) {
    const member = memberOf(name, huddle, start);
    const [first] = member.standings;
    if (first === undefined) throw new Error('no standing');
    const counted = !uncounted.includes(name);
    const from = late.includes(name) ? addMs(week.from, 30 * hourMs) : start;
    await records.members.save({ ...member, standings: [{ ...first, counted, from }] });
  }
  for (const { who, minute, thread } of said)
    await records.speech.add({
      id: `slack/T1/C1/${String(minute)}`,
      huddle: willow,
      person: personOf(who),
      group: 'service' as GroupKey,
      thread,
      at: addMs(week.from, minute * 60_000),
      gone: false,
    });
  const round = aRound({
    id: 'willow~2027-03-26' as RoundId,
    status: 'open',
    opensAt: addMs(week.from, 100 * hourMs),
    closesAt: addMs(week.from, 172 * hourMs),
    order: [],
    heard: null,
  });
  await records.rounds.save(round);
  const answer = {
    text: 'x',
    option: null,
    seenBy: 'coordinators' as SeenBy,
    at: addMs(week.from, 101 * hourMs),
    late: false,
    message: null,
  };
  for (const name of answered)
    await records.rounds.saveResponse({ round: round.id, person: personOf(name), answer, skipped: false, later: 'no' });
}

/** Every number of that week that may still be told. */
async function numbers(records: Records, of: Week, now: string) {
  const huddle = await records.huddles.get(willow);
  if (huddle === null) throw new Error('no huddle');
  const facts = digestFacts({
    huddle,
    members: await records.members.of(willow),
    promises: await records.promises.list(willow),
    roles: [],
    turns: foldTurns(await records.speech.between(willow, readFrom(of), of.to)),
    week: of,
    last: null,
    now,
  });
  return { heard: facts.heard, balance: facts.balance, record: facts.record };
}

describe('nothing that is told after someone was forgotten, taken from what was told before, tells of them', () => {
  it('the count of a week and its groups is the one that there would have been had they only left', async () => {
    await fc.assert(
      fc.asyncProperty(huddles, async (random) => {
        const now = addMs(week.from, random.hour * hourMs);
        const [left, forgotten] = [
          await openStage({ start, huddle: { groupLines: 'on' } }),
          await openStage({ start, huddle: { groupLines: 'on' } }),
        ];
        for (const { store } of [left, forgotten]) await store.transact((records) => fill(records, random));
        for (const name of random.forgets) {
          await left.store.transact(async (records) => {
            const member = await records.members.get(willow, personOf(name));
            const last = member?.standings.at(-1);
            if (member === null || last === undefined) throw new Error('nobody');
            const gone = { from: now, status: 'left', counted: false, group: null, also: null } as const;
            await records.members.save({ ...member, coordinator: false, standings: [...member.standings, gone] });
          });
          await forgotten.store.transact(async (records) => {
            const person = await records.people.get(personOf(name));
            let next = 0;
            const ids = {
              newId: () => `${name}${String(++next)}x`,
              shuffled: <T>(list: readonly T[]) => list,
              newCode: () => '',
            };
            if (person !== null) await forget(person, { records, ids, now });
          });
        }
        const later = addMs(week.to, hourMs);
        expect(await numbers(forgotten.store.read, week, later)).toEqual(await numbers(left.store.read, week, later));
        await closeStages();
      }),
      { numRuns: 40, seed: 20270322 },
    );
  });

  it('an open question closes with the number that it would have closed with, had they stayed', async () => {
    await fc.assert(
      fc.asyncProperty(huddles, async (random) => {
        const now = addMs(week.from, random.hour * hourMs);
        const [stayed, forgotten] = [await openStage({ start }), await openStage({ start })];
        for (const { store } of [stayed, forgotten]) {
          await store.transact((records) => fill(records, { ...random, late: [] }));
          await store.transact((records) =>
            records.timers.set('round', 'willow~2027-03-26', willow, addMs(week.from, 172 * hourMs)),
          );
        }
        for (const name of random.forgets)
          await forgotten.store.transact(async (records) => {
            const person = await records.people.get(personOf(name));
            let next = 0;
            const ids = {
              newId: () => `${name}${String(++next)}x`,
              shuffled: <T>(list: readonly T[]) => list,
              newCode: () => '',
            };
            if (person !== null) await forget(person, { records, ids, now });
          });
        const heard = [];
        for (const stage of [stayed, forgotten]) {
          stage.setClock(addMs(week.from, 179 * hourMs));
          await stage.scheduler.tick();
          heard.push((await stage.store.read.rounds.get('willow~2027-03-26' as RoundId))?.heard);
        }
        expect(heard[1]).toEqual(heard[0]);
        expect(heard[0]).not.toBeNull();
        await closeStages();
      }),
      { numRuns: 25, seed: 20270323 },
    );
  });
});
