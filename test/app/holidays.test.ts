import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Huddle } from '../../src/domain/huddle.ts';
import { openPeopleStage, type PeopleStage } from './people-stage.ts';
import { closeStages, mondaysAt10, openStage, said, willow, type Stage } from './stage.ts';

afterEach(closeStages);

/** Good Friday is 26 March 2027, Easter Monday the 29th, and the clocks go forward between them. */
const before = '2027-03-22T12:00:00.000Z';
const weekly: Partial<Huddle> = { checkIn: { schedule: mondaysAt10, nextDueAt: '2027-03-29T09:00:00.000Z', sent: 0 } };
const questions = (stage: Stage) => stage.place().filter((text) => text.includes('Why we ask'));
const home = (stage: Stage) => stage.store.read.huddles.get(willow);
const rounds = async (stage: Stage) => (await stage.store.read.rounds.recent(willow, 9)).map(({ id }) => id);

async function opened(huddle: Partial<Huddle>, line: string): Promise<{ stage: Stage; reply: string }> {
  const stage = await openStage({ start: before, huddle });
  return { stage, reply: said(await stage.type('Priya', line)) };
}

describe('where bank holidays are looked at', () => {
  it('the reply says when the question comes instead, and it comes then, once', async () => {
    const { stage, reply } = await opened(weekly, 'settings holidays England');
    expect(reply).toContain('On a bank holiday, the question waits for the next working day.');
    expect(reply).toContain('- Tuesday 30 March at 10am');
    expect(reply).toContain('Monday 29 March is a bank holiday, so it comes on Tuesday 30 March.');
    expect((await home(stage))?.checkIn?.nextDueAt).toBe('2027-03-30T09:00:00.000Z');
    await stage.moveTo('2027-03-30T08:59:00.000Z');
    expect(questions(stage)).toHaveLength(0);
    await stage.moveTo('2027-04-05T08:59:00.000Z');
    expect(questions(stage)).toHaveLength(1);
    // Named for the Monday, so that no other round can be.
    expect(await rounds(stage)).toEqual([`${willow}~2027-03-29`]);
    await stage.moveTo('2027-04-05T09:00:00.000Z');
    expect(await rounds(stage)).toEqual([`${willow}~2027-04-05`, `${willow}~2027-03-29`]);
  });

  it('a question can be left out instead', async () => {
    const { stage, reply } = await opened(weekly, 'settings holidays England, skip');
    expect(reply).toContain('Monday 29 March is a bank holiday, so there is no question then.');
    await stage.moveTo('2027-04-05T08:59:00.000Z');
    expect(questions(stage)).toHaveLength(0);
  });

  it('it goes by the huddle’s own: Easter Monday is none in Scotland, and none was asked for by default', async () => {
    const { stage } = await opened(weekly, 'settings holidays Scotland');
    expect((await home(stage))?.checkIn?.nextDueAt).toBe('2027-03-29T09:00:00.000Z');
    await stage.type('Priya', 'settings holidays Northern Ireland');
    expect((await home(stage))?.checkIn?.nextDueAt).toBe('2027-03-30T09:00:00.000Z');
    expect(said(await stage.type('Priya', 'settings holidays none'))).toContain(
      'I do not look at bank holidays any more.',
    );
    expect((await home(stage))?.checkIn?.nextDueAt).toBe('2027-03-29T09:00:00.000Z');
    expect(said(await stage.type('Priya', 'settings holidays skip'))).toContain('Please say where, or none.');
  });

  it('after downtime nothing is posted on a holiday, and the question comes when it is over', async () => {
    const friday: Partial<Huddle> = {
      checkIn: { schedule: { ...mondaysAt10, days: [4] }, nextDueAt: '2027-03-25T10:00:00.000Z', sent: 0 },
    };
    const { stage } = await opened(friday, 'settings holidays England');
    stage.setClock('2027-03-26T10:00:00.000Z');
    await stage.tick();
    expect(questions(stage)).toHaveLength(0);
    await stage.moveTo('2027-03-27T08:00:00.000Z');
    expect(questions(stage)).toHaveLength(1);
    expect(await rounds(stage)).toEqual([`${willow}~2027-03-25`]);
  });

  it('a digest moves, and tells of the week that it would have told of on its own day', async () => {
    const fridays: Partial<Huddle> = {
      digest: { weekday: 5, time: '09:00' },
      nextDigestAt: '2027-03-26T09:00:00.000Z',
    };
    const stage = await openStage({ start: '2027-03-10T12:00:00.000Z', huddle: fridays });
    stage.setClock(before);
    await stage.type('Priya', 'settings holidays England, skip');
    await stage.type('Ruth', 'we will mend the lift by 20 April');
    expect((await home(stage))?.nextDigestAt).toBe('2027-03-30T08:00:00.000Z');
    await stage.moveTo('2027-03-30T08:00:00.000Z');
    expect((await stage.store.read.digests.last(willow))?.monday).toBe('2027-03-15');
    await stage.moveTo('2027-04-02T08:00:00.000Z');
    expect((await stage.store.read.digests.last(willow))?.monday).toBe('2027-03-22');
  });

  it('a new year brings its own holidays', async () => {
    const { stage } = await opened(weekly, 'settings holidays England');
    stage.setClock('2028-01-10T10:00:00.000Z');
    await stage.tick();
    expect((await home(stage))?.holidays).toMatchObject({ year: 2028 });
    expect((await home(stage))?.holidays?.days).toContain('2029-12-25');
  });
});

describe('setting up', () => {
  let stage: PeopleStage;
  beforeEach(async () => {
    stage = await openPeopleStage({ P: 'Priya' });
  });
  afterEach(() => stage.close());
  const line = 'setup Willow, check-in Mondays at 10am';

  it('a line looks at the holidays that it names, and at none that it does not', async () => {
    await stage.type('P', line);
    expect(said(await stage.type('P', 'settings'))).toContain('Bank holidays: none');
    const other = await openPeopleStage({ P: 'Priya' });
    await other.type('P', `${line}, holidays Wales`);
    expect(said(await other.type('P', 'settings'))).toContain(
      'Bank holidays: as in Wales, and the question waits for the next working day',
    );
    await other.close();
  });

  it('the form asks, with England as a first answer in London time', async () => {
    const reply = await stage.type('P', 'setup');
    if (reply.kind !== 'form') throw new Error('no form');
    const field = reply.form.fields.find(({ name }) => name === 'holidays');
    expect(field).toMatchObject({ kind: 'choice', value: 'england' });
    const values = { name: 'Willow', checkIn: 'Mondays at 10am', zone: 'Europe/London', holidays: 'scotland' };
    await stage.form('P', 'setup', { subject: reply.form.subject, values });
    await stage.press('P', 'Yes, start');
    expect(said(await stage.type('P', 'settings'))).toContain('Bank holidays: as in Scotland');
  });

  it('the settings have a form of their own for it', async () => {
    await stage.type('P', line);
    await stage.press('P', 'Settings');
    const form = await stage.press('P', 'Bank holidays');
    if (form.kind !== 'form') throw new Error('no form');
    const values = { holidays: 'northern-ireland', then: 'skip' };
    const done = await stage.form('P', form.form.form, { subject: form.form.subject, values });
    expect(said(done)).toContain('I go by Northern Ireland. There is no question on a bank holiday.');
  });
});
