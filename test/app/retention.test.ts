import { afterEach, describe, expect, it } from 'vitest';
import { addMs, dayMs } from '../../src/domain/time.ts';
import type { Store } from '../../src/ports.ts';
import { createRetention } from '../../src/app/retention.ts';
import { closeStages, openStage, personOf, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const days = (number: number) => addMs(monday, number * dayMs);

async function answered(stage: Stage, name: Name, words: string): Promise<void> {
  await stage.type(name, `answer ${words}`);
  await stage.press(name, 'Yes, with my name');
}

async function asked(): Promise<Stage> {
  const stage = await openStage({ start: monday });
  await stage.type('Priya', 'ask "What shall we plant?"');
  return stage;
}

async function response(stage: Stage, name: Name) {
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  return round === undefined ? null : stage.store.read.rounds.response(round.id, personOf(name));
}

describe('people’s words', () => {
  it('are kept for 90 days and not a day longer; that they were heard stays', async () => {
    const stage = await asked();
    await answered(stage, 'Amina', 'MARKERHERBS');
    await stage.moveTo(days(3));
    stage.setClock(days(90));
    await stage.tick();
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('MARKERHERBS');
    // The first look of the next day.
    stage.setClock('2027-05-31T00:00:00.000Z');
    await stage.tick();
    expect((await response(stage, 'Amina'))?.answer).toMatchObject({ text: null, seenBy: 'named', at: monday });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    expect(round?.heard).toEqual({ people: 1, of: 9 });
    expect(stage.logged).toContainEqual({
      level: 'info',
      what: 'took away what is kept no longer',
      fields: expect.objectContaining({ answers: 1 }) as unknown,
    });
    expect(JSON.stringify(stage.logged)).not.toContain('MARKER');
  });

  it('go by the day of each answer', async () => {
    const stage = await asked();
    await answered(stage, 'Amina', 'herbs');
    stage.setClock(days(2));
    await answered(stage, 'Dev', 'roses');
    stage.setClock(addMs(days(91), 1));
    await stage.tick();
    expect((await response(stage, 'Amina'))?.answer?.text).toBeNull();
    expect((await response(stage, 'Dev'))?.answer?.text).toBe('roses');
  });

  it('the message that showed them is not touched, and nothing is said anew', async () => {
    const stage = await asked();
    await answered(stage, 'Amina', 'herbs');
    await stage.moveTo(days(4));
    const messages = stage.platform.tries.length;
    stage.setClock(days(100));
    await stage.tick();
    expect(stage.platform.tries).toHaveLength(messages);
  });
});

describe('the work itself', () => {
  it('is done once a day, and again after a failure', async () => {
    const stage = await asked();
    let works = 0;
    let broken = true;
    const store: Store = {
      ...stage.store,
      transact: (work) => {
        works += 1;
        return broken ? Promise.reject(new Error('disk full')) : stage.store.transact(work);
      },
    };
    const forget = createRetention({ store, clock: stage.clock, wallClock: stage.clock, log: stage.log });
    await expect(forget()).rejects.toThrow('disk full');
    broken = false;
    await forget();
    const once = works;
    await forget();
    expect(works).toBe(once);
    stage.setClock(days(1));
    await forget();
    expect(works).toBe(2 * once - 1);
  });

  it('a tick that could not do it has still asked what was due', async () => {
    const stage = await openStage({
      start: monday,
      huddle: {
        checkIn: {
          schedule: { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' },
          nextDueAt: monday,
          sent: 0,
        },
      },
    });
    await stage.tick();
    expect(stage.place()).toHaveLength(1);
  });

  it('says nothing when there is nothing to take', async () => {
    const stage = await asked();
    await stage.tick();
    expect(stage.logged).toEqual([]);
  });
});
