import { bankHolidays } from '../../src/bank-holidays.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { createScheduler } from '../../src/app/scheduler.ts';
import type { Huddle } from '../../src/domain/huddle.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import type { Store } from '../../src/ports.ts';
import {
  addHuddle,
  channel,
  closeStages,
  huddleOf,
  memberOf,
  mondaysAt10,
  openStage,
  said,
  willow,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const friday = '2027-02-26T10:00:00.000Z';
const monday = '2027-03-01T10:00:00.000Z';

function weekly(nextDueAt: string, schedule: Schedule = mondaysAt10): Partial<Huddle> {
  return { checkIn: { schedule, nextDueAt, sent: 0 } };
}

const questions = (stage: Stage) => stage.place().filter((text) => text.includes('Why we ask'));

/** A scheduler beside the stage's own, on a store of the test's making. */
function schedulerOn(stage: Stage, store: Store) {
  const ids = { newId: () => 'new', shuffled: <T>(list: readonly T[]) => list, newCode: () => 'K7QM4RTP' };
  return createScheduler({
    store,
    clock: stage.clock,
    wallClock: stage.clock,
    ids,
    bankHolidays,
    log: stage.log,
    poke: () => undefined,
  });
}

describe('a check-in', () => {
  it('is asked on its minute, not before, and is open for three days', async () => {
    const stage = await openStage({ start: friday, huddle: weekly(monday) });
    await stage.moveTo('2027-03-01T09:59:59.999Z');
    await stage.tick();
    expect(questions(stage)).toEqual([]);
    await stage.moveTo(monday);
    expect(questions(stage)).toHaveLength(1);
    expect(questions(stage)[0]).toContain('Open until Thursday 4 March at 10am.');
    await stage.moveTo('2027-03-04T09:59:59.999Z');
    expect(stage.place()).toHaveLength(1);
    await stage.moveTo('2027-03-04T10:00:00.000Z');
    expect(stage.place().at(-1)).toContain('We heard from 0 of 9 people.');
  });

  it('the same tick twice leaves one question', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    await stage.tick();
    await stage.tick();
    expect(questions(stage)).toHaveLength(1);
    const found = await stage.store.read.huddles.get(willow);
    expect(found?.checkIn).toMatchObject({ sent: 1, nextDueAt: '2027-03-08T10:00:00.000Z' });
  });

  it('the fear: two programs at once ask twice', async () => {
    const one = await openStage({ start: monday, huddle: weekly(monday) });
    const other = await openStage({ start: monday, store: one.store });
    await Promise.all([one.tick(), other.tick(), one.tick()]);
    expect([...questions(one), ...questions(other)]).toHaveLength(1);
    expect(await one.store.read.rounds.recent(willow, 9)).toHaveLength(1);
  });

  it('the fear: a program killed before its work was on the disk has lost the question, or asks it twice after', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    const killed: Store = {
      ...stage.store,
      transact: (work) =>
        stage.store.transact(async (records) => {
          await work(records);
          throw new Error('killed');
        }),
    };
    await schedulerOn(stage, killed).tick().catch(String);
    expect(await stage.store.read.rounds.recent(willow, 9)).toEqual([]);
    expect(await stage.store.read.outbox.next()).toBeNull();
    await stage.tick();
    await stage.tick();
    expect(questions(stage)).toHaveLength(1);
  });

  it('the fear: a program killed after it, before anything was sent, has lost the question', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    await stage.scheduler.tick();
    const next = await openStage({ start: '2027-03-01T10:05:00.000Z', store: stage.store });
    await next.tick();
    expect(questions(next)).toHaveLength(1);
    expect(questions(next)[0]).toContain('Open until Thursday 4 March at 10am.');
  });

  it('is not asked of a huddle in which nobody has said yes yet', async () => {
    const invited = {
      standings: [{ from: friday, status: 'invited', counted: false, group: null, also: null }],
    } as const;
    const all = ['Amina', 'Dev', 'Ellis', 'Ruth', 'Graham', 'Priya', 'Tomos', 'Lena', 'Jo'] as const;
    const members = Object.fromEntries(all.map((name) => [name, invited]));
    const stage = await openStage({ start: monday, huddle: weekly(monday), members });
    await stage.tick();
    expect(questions(stage)).toEqual([]);
    const found = await stage.store.read.huddles.get(willow);
    expect(found?.checkIn).toMatchObject({ sent: 0, nextDueAt: '2027-03-08T10:00:00.000Z' });
  });

  it('the first four weeks bring four questions, each another', async () => {
    const stage = await openStage({ start: friday, huddle: weekly(monday) });
    await stage.moveTo('2027-03-26T10:00:00.000Z');
    expect(questions(stage)).toHaveLength(4);
    expect(new Set(questions(stage).map((text) => text.split('\n')[1])).size).toBe(4);
  });

  it('moved to a later time of the same day, it is not asked a second time that day', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    await stage.tick();
    expect(said(await stage.type('Priya', 'schedule Mondays at 2pm'))).toContain('Saved.');
    await stage.moveTo('2027-03-01T15:00:00.000Z');
    expect(questions(stage)).toHaveLength(1);
    await stage.moveTo('2027-03-08T14:00:00.000Z');
    expect(questions(stage)).toHaveLength(2);
  });
});

describe('when the clocks change', () => {
  const noQuiet = { quiet: { from: '00:00', to: '00:00' } };
  const sundaysAt0130: Schedule = { days: [7], time: '01:30', everyWeeks: 1, anchor: '2027-03-01' };

  async function opensAt(stage: Stage, until: string): Promise<readonly string[]> {
    await stage.moveTo(until);
    const rounds = await stage.store.read.rounds.between(willow, '2027-01-01T00:00:00.000Z', until);
    return rounds.map((round) => round.opensAt);
  }

  it('10am stays 10am in London, in March and in October', async () => {
    const spring = await openStage({ start: '2027-03-20T10:00:00.000Z', huddle: weekly('2027-03-22T10:00:00.000Z') });
    expect(await opensAt(spring, '2027-04-02T10:00:00.000Z')).toEqual([
      '2027-03-22T10:00:00.000Z',
      '2027-03-29T09:00:00.000Z',
    ]);
    const autumn = await openStage({ start: '2027-10-23T10:00:00.000Z', huddle: weekly('2027-10-25T09:00:00.000Z') });
    expect(await opensAt(autumn, '2027-11-05T10:00:00.000Z')).toEqual([
      '2027-10-25T09:00:00.000Z',
      '2027-11-01T10:00:00.000Z',
    ]);
  });

  it('10am stays 10am in Auckland, where the clocks change on other days and the other way', async () => {
    const zone = 'Pacific/Auckland';
    const autumn = await openStage({
      start: '2027-03-27T10:00:00.000Z',
      huddle: { zone, ...weekly('2027-03-28T21:00:00.000Z') },
    });
    expect(await opensAt(autumn, '2027-04-06T10:00:00.000Z')).toEqual([
      '2027-03-28T21:00:00.000Z',
      '2027-04-04T22:00:00.000Z',
    ]);
    expect(questions(autumn)[1]).toContain('until Thursday 8 April at 10am.');
    const spring = await openStage({
      start: '2027-09-18T10:00:00.000Z',
      huddle: { zone, ...weekly('2027-09-19T22:00:00.000Z') },
    });
    expect(await opensAt(spring, '2027-09-30T10:00:00.000Z')).toEqual([
      '2027-09-19T22:00:00.000Z',
      '2027-09-26T21:00:00.000Z',
    ]);
  });

  it('a time that is skipped comes an hour later, and one that comes twice is asked once', async () => {
    const spring = await openStage({
      start: '2027-03-27T10:00:00.000Z',
      huddle: { ...noQuiet, ...weekly('2027-03-28T01:30:00.000Z', sundaysAt0130) },
    });
    expect(await opensAt(spring, '2027-04-05T10:00:00.000Z')).toEqual([
      '2027-03-28T01:30:00.000Z',
      '2027-04-04T00:30:00.000Z',
    ]);
    const autumn = await openStage({
      start: '2027-10-30T10:00:00.000Z',
      huddle: { ...noQuiet, ...weekly('2027-10-31T00:30:00.000Z', sundaysAt0130) },
    });
    expect(await opensAt(autumn, '2027-11-08T10:00:00.000Z')).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-11-07T01:30:00.000Z',
    ]);
  });

  it('nobody loses an hour of the three days', async () => {
    const fridays: Schedule = { days: [5], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };
    const stage = await openStage({
      start: '2027-03-26T09:00:00.000Z',
      huddle: weekly('2027-03-26T10:00:00.000Z', fridays),
    });
    await stage.moveTo('2027-03-26T10:00:00.000Z');
    expect(questions(stage)[0]).toContain('Open until Monday 29 March at 11am.');
    await stage.moveTo('2027-03-29T09:59:00.000Z');
    expect(stage.place()).toHaveLength(1);
    await stage.moveTo('2027-03-29T10:00:00.000Z');
    expect(stage.place()).toHaveLength(2);
  });

  it('"we said, we did" stays at 9am', async () => {
    const stage = await openStage({
      start: '2027-03-20T10:00:00.000Z',
      huddle: { nextDigestAt: '2027-03-23T09:00:00.000Z' },
    });
    await stage.moveTo('2027-03-24T10:00:00.000Z');
    expect((await stage.store.read.huddles.get(willow))?.nextDigestAt).toBe('2027-03-30T08:00:00.000Z');
  });
});

describe('a question asked in quiet hours', () => {
  it('opens when they end, with its full three days', async () => {
    const stage = await openStage({ start: '2027-03-02T22:30:00.000Z' });
    expect(said(await stage.type('Priya', 'ask "What shall we plant?"'))).toContain('Wednesday 3 March at 8am');
    await stage.moveTo('2027-03-03T07:59:00.000Z');
    expect(stage.place()).toEqual([]);
    await stage.moveTo('2027-03-03T08:00:00.000Z');
    expect(stage.place()[0]).toContain('What shall we plant?');
    expect(stage.place()[0]).toContain('Open until Saturday 6 March at 8am.');
  });

  it('cannot be answered before it opens', async () => {
    const stage = await openStage({ start: '2027-03-02T22:30:00.000Z' });
    await stage.type('Priya', 'ask "What shall we plant?"');
    expect(said(await stage.type('Dev', 'answer herbs', { direct: true }))).toContain('herbs');
    expect(
      await stage.store.read.rounds.responses((await stage.store.read.rounds.recent(willow, 1))[0]?.id as never),
    ).toEqual([]);
  });
});

describe('a timer', () => {
  it('whose work fails holds up no other, and its failure is logged by ids alone', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    const gone = 'gone' as HuddleId;
    await stage.store.transact((records) => records.timers.set('digest', gone, gone, '2027-02-01T00:00:00.000Z'));
    await stage.tick();
    expect(questions(stage)).toHaveLength(1);
    expect(stage.logged).toMatchObject([
      { level: 'error', what: 'a timer failed', fields: { timer: 'digest', huddle: gone } },
    ]);
    await stage.tick();
    expect(stage.logged).toHaveLength(2);
  });

  it('the fear: one that stays where it is keeps the program busy for ever', async () => {
    const stage = await openStage({ start: monday });
    await stage.store.transact((records) => records.timers.set('check-in', willow, willow, monday));
    let works = 0;
    const counting: Store = {
      ...stage.store,
      transact: (work) => {
        works += 1;
        return stage.store.transact(work);
      },
    };
    const scheduler = schedulerOn(stage, counting);
    await scheduler.tick();
    const first = works;
    await scheduler.tick();
    expect(works - first).toBe(1);
  });

  it('more than are looked at in one go are all looked at in one tick', async () => {
    const stage = await openStage({ start: monday });
    await stage.store.transact(async (records) => {
      for (let number = 0; number < 450; number++) {
        const huddle = huddleOf(friday, { id: `h${String(number)}` as HuddleId, ...weekly(monday) });
        await addHuddle(records, huddle, { ...channel, channel: `H${String(number)}` });
        await records.members.save(memberOf('Dev', huddle, friday));
      }
      // Some that do not move are in the way.
      for (let number = 0; number < 210; number++) {
        const stuck = `stuck${String(number)}` as HuddleId;
        await records.timers.set('check-in', stuck, stuck, '2027-01-01T00:00:00.000Z');
      }
    });
    await stage.tick();
    expect(stage.platform.messages()).toHaveLength(450);
  });

  it('ticks that overlap are one', async () => {
    const stage = await openStage({ start: monday, huddle: weekly(monday) });
    const [one, two] = [stage.scheduler.tick(), stage.scheduler.tick()];
    expect(one).toBe(two);
    await one;
    expect(stage.scheduler.tick()).not.toBe(one);
  });
});
