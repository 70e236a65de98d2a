import { afterEach, describe, expect, it } from 'vitest';
import type { Huddle } from '../../src/domain/huddle.ts';
import { closeStages, mondaysAt10, openStage, said, willow, type Stage } from './stage.ts';

afterEach(closeStages);

/** Willow asks on Mondays at 10am and tells on Tuesdays at 9am; the program stopped on Tuesday 2 February at noon. */
const asks: Partial<Huddle> = {
  checkIn: { schedule: mondaysAt10, nextDueAt: '2027-02-01T10:00:00.000Z', sent: 0 },
  nextDigestAt: '2027-02-02T09:00:00.000Z',
};
const stopped = '2027-02-02T12:00:00.000Z';

async function backAt(moment: string): Promise<Stage> {
  const stage = await openStage({ start: '2027-01-04T10:00:00.000Z', huddle: asks });
  await stage.moveTo(stopped);
  stage.setClock(moment);
  await stage.tick();
  return stage;
}

const asked = (stage: Stage) => stage.place().filter((text) => text.includes('Why we ask'));
const digests = (stage: Stage) => stage.place().filter((text) => text.includes('we said, we did.'));

describe('after five missed weeks', () => {
  it('one question is asked, not five, and there are full three days to answer it', async () => {
    const before = asked(await backAt(stopped)).length;
    const stage = await backAt('2027-03-10T14:00:00.000Z');
    expect(before).toBe(1);
    expect(asked(stage)).toHaveLength(2);
    expect(asked(stage)[1]).toContain('until Saturday 13 March at 2pm.');
    await stage.tick();
    expect(asked(stage)).toHaveLength(2);
    const rounds = await stage.store.read.rounds.recent(willow, 9);
    expect(rounds.map(({ id }) => id)).toEqual(['willow~2027-03-08', 'willow~2027-02-01']);
  });

  it('the next one comes at its usual time', async () => {
    const stage = await backAt('2027-03-10T14:00:00.000Z');
    await stage.moveTo('2027-03-15T10:00:00.000Z');
    expect(asked(stage)).toHaveLength(3);
  });

  it('"we said, we did" is posted once, of the last whole week', async () => {
    const stage = await backAt('2027-03-10T14:00:00.000Z');
    await stage.tick();
    expect(digests(stage)).toHaveLength(2);
    expect(digests(stage)[1]).toContain('Turns: Monday 1 March to Sunday 7 March.');
    await stage.moveTo('2027-03-16T08:59:00.000Z');
    expect(digests(stage)).toHaveLength(2);
    await stage.moveTo('2027-03-16T09:00:00.000Z');
    expect(digests(stage)).toHaveLength(3);
  });

  it('the question that was open is closed, once', async () => {
    const stage = await backAt('2027-03-10T14:00:00.000Z');
    expect(
      stage.place().filter((text) => text.includes('This week’s question has closed') || text.includes('has closed')),
    ).toHaveLength(1);
    expect(asked(stage)[0]).not.toContain('Open until');
  });
});

describe('a question that was missed is not asked', () => {
  it('when the next is less than a day away', async () => {
    const stage = await backAt('2027-03-07T14:00:00.000Z');
    expect(asked(stage)).toHaveLength(1);
    await stage.moveTo('2027-03-08T10:00:00.000Z');
    expect(asked(stage)).toHaveLength(2);
  });

  it('but it is when there is more than a day', async () => {
    expect(asked(await backAt('2027-03-07T09:59:00.000Z'))).toHaveLength(2);
  });

  it('a tick that is some minutes late is no downtime', async () => {
    const daily = { days: [1, 2] as const, time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };
    const stage = await openStage({
      start: '2027-02-26T10:00:00.000Z',
      huddle: { checkIn: { schedule: daily, nextDueAt: '2027-03-01T10:00:00.000Z', sent: 0 } },
    });
    stage.setClock('2027-03-01T10:50:00.000Z');
    await stage.tick();
    expect(asked(stage)).toHaveLength(1);
  });

  it('when one was asked by hand that day', async () => {
    const stage = await openStage({ start: '2027-03-01T09:00:00.000Z', huddle: { checkIn: null } });
    await stage.type('Priya', 'ask "What shall we plant?"');
    await stage.store.transact(async (records) => {
      const huddle = await records.huddles.get(willow);
      if (huddle === null) throw new Error('no huddle');
      const checkIn = { schedule: mondaysAt10, nextDueAt: '2027-03-01T10:00:00.000Z', sent: 0 };
      await records.huddles.save({ ...huddle, checkIn, version: huddle.version + 1 });
      await records.timers.set('check-in', willow, willow, checkIn.nextDueAt);
    });
    await stage.moveTo('2027-03-01T15:00:00.000Z');
    expect(asked(stage)).toHaveLength(1);
    await stage.moveTo('2027-03-08T15:00:00.000Z');
    expect(asked(stage)).toHaveLength(2);
  });
});

describe('back in the middle of the night', () => {
  it('nothing is posted before the quiet hours end, and then each thing once', async () => {
    const stage = await openStage({ start: '2027-01-04T10:00:00.000Z', huddle: asks });
    await stage.moveTo(stopped);
    const before = stage.platform.tries.length;
    stage.setClock('2027-03-09T23:00:00.000Z');
    await stage.tick();
    await stage.moveTo('2027-03-10T07:59:00.000Z');
    expect(stage.platform.tries).toHaveLength(before);
    await stage.moveTo('2027-03-10T08:00:00.000Z');
    expect(asked(stage)).toHaveLength(2);
    expect(asked(stage)[1]).toContain('until Saturday 13 March at 8am.');
    expect(digests(stage)).toHaveLength(2);
  });

  it('a question that waited for the morning waits for this one, with its full time', async () => {
    const stage = await openStage({ start: '2027-03-02T22:30:00.000Z' });
    await stage.type('Priya', 'ask "What shall we plant?"');
    stage.setClock('2027-03-04T03:00:00.000Z');
    await stage.tick();
    expect(stage.place()).toEqual([]);
    await stage.moveTo('2027-03-04T08:00:00.000Z');
    expect(stage.place()[0]).toContain('Open until Sunday 7 March at 8am.');
  });
});

describe('what was promised to one person', () => {
  it('a reminder whose question is over is not sent', async () => {
    const stage = await openStage({ start: '2027-03-01T10:00:00.000Z' });
    await stage.type('Priya', 'ask "What shall we plant?"');
    expect(said(await stage.press('Dev', 'Ask me later'))).toContain('Tuesday 2 March at 10am');
    stage.setClock('2027-03-08T12:00:00.000Z');
    await stage.tick();
    expect(stage.notes('Dev')).toEqual([]);
  });

  it('what waited in the outbox when it stopped is sent when it is back', async () => {
    const stage = await openStage({ start: '2027-03-01T10:00:00.000Z' });
    await stage.bring('Priya', { kind: 'command', text: 'ask "What shall we plant?"' });
    const back = await openStage({ start: '2027-03-01T13:00:00.000Z', store: stage.store });
    await back.tick();
    expect(back.place()[0]).toContain('What shall we plant?');
  });
});
