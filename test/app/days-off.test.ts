import { afterEach, describe, expect, it } from 'vitest';
import { standingNow } from '../../src/domain/huddle.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import {
  addHuddle,
  channel,
  closeStages,
  huddleOf,
  memberOf,
  openStage,
  personOf,
  said,
  willow,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

/** A Wednesday at midday. */
const start = '2027-03-03T12:00:00.000Z';
const oak = 'oak' as HuddleId;

async function standings(stage: Stage, name: Name, huddle = willow) {
  const member = await stage.store.read.members.get(huddle, personOf(name));
  if (member === null) throw new Error('nobody');
  return member.standings.map(({ from, status }) => [status, from]);
}

const own = (stage: Stage, line: string, name: Name = 'Amina') => stage.type(name, line, { direct: true }).then(said);

describe('days off', () => {
  it('begin at once, are told to nobody, and end by themselves at midnight; the welcome waits for the morning', async () => {
    const stage = await openStage({ start });
    expect(await own(stage, 'pause until 9 March')).toBe(
      [
        'You are on a break. Your last day off is Tuesday 9 March.',
        'On days off I send you nothing and do not count you. You do not have to say why, and no one is told.',
        'On Wednesday 10 March you are back. You do not have to do anything.',
        'To come back sooner, type: resume.',
        '[Come back] [Pick my last day off] [Help and pause]',
      ].join('\n'),
    );
    await stage.moveTo('2027-03-09T23:59:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)).toEqual(['paused', start]);
    await stage.moveTo('2027-03-10T00:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)).toEqual(['active', '2027-03-10T00:00:00.000Z']);
    await stage.moveTo('2027-03-10T07:59:00.000Z');
    expect(stage.notes('Amina')).toEqual([]);
    await stage.moveTo('2027-03-10T08:00:00.000Z');
    expect(stage.notes('Amina')).toEqual([
      [
        'Welcome back. Your days off from Willow are over.',
        "Your answers count in your group's total, as before.",
        'I write to you again, as before. Do you need more time? Press the button.',
        '[Pause me] [Help and pause]',
      ].join('\n'),
    ]);
    expect([...stage.everywhere(), ...stage.notes('Priya'), ...stage.notes('Ellis')]).toEqual([]);
  });

  it('that are planned begin on their first day, and "me" and "my data" tell of them', async () => {
    const stage = await openStage({ start });
    expect(await own(stage, 'days off 8 March to 9 March')).toContain(
      'Noted. Your days off: Monday 8 March to Tuesday 9 March.',
    );
    expect(await own(stage, 'me')).toContain('Break: days off, Monday 8 March to Tuesday 9 March');
    expect(await own(stage, 'my data')).toContain('(days off: Monday 8 March to Tuesday 9 March)');
    await stage.moveTo('2027-03-08T00:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)).toEqual(['paused', '2027-03-08T00:00:00.000Z']);
    expect(await own(stage, 'me')).toContain('Break: you are paused, and your last day off is Tuesday 9 March');
    await stage.moveTo('2027-03-10T00:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)).toEqual(['active', '2027-03-10T00:00:00.000Z']);
    expect(await own(stage, 'me')).not.toContain('Break');
  });

  it('are kept though the program is down: each standing has its own moment, and nobody is woken at night', async () => {
    const stage = await openStage({ start });
    await own(stage, 'pause from 8 March to 9 March');
    stage.setClock('2027-03-14T03:00:00.000Z');
    const second = await openStage({ start: '2027-03-14T03:00:00.000Z', store: stage.store });
    await Promise.all([stage.tick(), second.tick()]);
    expect((await standings(stage, 'Amina')).slice(-2)).toEqual([
      ['paused', '2027-03-08T00:00:00.000Z'],
      ['active', '2027-03-10T00:00:00.000Z'],
    ]);
    expect(stage.notes('Amina')).toEqual([]);
    await stage.moveTo('2027-03-14T08:00:00.000Z');
    expect(stage.notes('Amina')).toHaveLength(1);
  });

  it('are those of the zone that the person set', async () => {
    const stage = await openStage({ start, people: { Amina: { zone: 'America/New_York' } } });
    await own(stage, 'pause until 9 March');
    await stage.moveTo('2027-03-10T04:59:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('paused');
    await stage.moveTo('2027-03-10T05:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('active');
  });

  it('end with "resume", whether they have begun or not, and nothing comes later', async () => {
    const stage = await openStage({ start });
    await own(stage, 'pause until 9 March');
    await stage.moveTo('2027-03-04T12:00:00.000Z');
    expect(await own(stage, 'resume')).toContain('Welcome back.');
    await own(stage, 'pause from 8 March to 9 March');
    expect(await own(stage, 'resume')).toContain('Your days off are called off. All goes on as before.');
    await stage.moveTo('2027-03-12T12:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('active');
    expect((await standings(stage, 'Amina')).filter(([status]) => status === 'paused')).toHaveLength(1);
    expect(stage.notes('Amina')).toEqual([]);
  });

  it('bring nobody back who left or was forgotten meanwhile', async () => {
    const stage = await openStage({ start });
    for (const name of ['Amina', 'Dev', 'Ruth'] as const) await own(stage, 'pause until 9 March', name);
    await own(stage, 'leave');
    await own(stage, 'yes, forget me', 'Dev');
    await own(stage, 'stop', 'Ruth');
    await stage.moveTo('2027-03-12T12:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('left');
    expect((await standings(stage, 'Ruth')).at(-1)?.[0]).toBe('paused');
    expect([...stage.notes('Amina'), ...stage.notes('Dev'), ...stage.notes('Ruth')]).toEqual([]);
    expect(await stage.store.read.members.get(willow, personOf('Dev'))).toBeNull();
  });

  it('are kept by another pause, which says when they end', async () => {
    const stage = await openStage({ start });
    await own(stage, 'pause until 9 March');
    expect(await own(stage, 'pause')).toContain('Your last day off is Tuesday 9 March.');
    await stage.moveTo('2027-03-10T00:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('active');
  });

  it('are had in one huddle, while another one goes on', async () => {
    const stage = await openStage({ start });
    await stage.store.transact(async (records) => {
      const huddle = huddleOf(start, { id: oak, name: 'Oak' });
      await addHuddle(records, huddle, { ...channel, channel: 'C2' });
      await records.members.save(memberOf('Amina', huddle, start));
    });
    await stage.type('Amina', 'pause until 9 March');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('paused');
    expect((await standings(stage, 'Amina', oak)).at(-1)?.[0]).toBe('active');
  });

  it('a coordinator has them too, and nobody else runs the huddle for them because of that', async () => {
    const stage = await openStage({ start });
    await own(stage, 'pause until 9 March', 'Priya');
    const member = await stage.store.read.members.get(willow, personOf('Priya'));
    expect([member?.coordinator, member === null ? null : standingNow(member).status]).toEqual([true, 'paused']);
  });
});

describe('from the button under a pause', () => {
  it('a form asks for the last day, keeps what was typed where it is wrong, and gives the break its end', async () => {
    const stage = await openStage({ start });
    expect(await own(stage, 'pause')).toContain('[Come back] [Pick my last day off] [Help and pause]');
    const form = await stage.press('Amina', 'Pick my last day off', { direct: true });
    const late = await stage.submit('Amina', form, { last: '2027-03-02', first: '' }, { direct: true });
    expect(late).toEqual({
      kind: 'invalid',
      fields: { last: '2 March has passed. Pick a later day. For next year, add the year: 2 March 2028.' },
    });
    const before = await stage.submit('Amina', form, { last: '2027-03-09', first: '2027-03-12' }, { direct: true });
    expect(before).toMatchObject({ kind: 'invalid', fields: { last: expect.stringContaining('before the first') } });
    expect(said(await stage.submit('Amina', form, { last: '2027-03-09', first: '' }, { direct: true }))).toContain(
      'Your last day off is Tuesday 9 March.',
    );
    await stage.moveTo('2027-03-10T00:00:00.000Z');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('active');
  });
});

describe('a line that cannot be right', () => {
  it.each([
    ['pause until 2 March', '2 March has passed.'],
    ['pause from 1 March to 9 March', 'That first day has passed. To begin today, type: pause until 9 March.'],
    ['pause from 10 March to 8 March', 'The last day comes before the first.'],
    ['pause until 5 March 2028', 'Days off can end up to 1 year from now.'],
    ['pause from 3 Mrach to 10 March', 'I could not read those days.'],
  ])('"%s" changes nothing and says why', async (line, why) => {
    const stage = await openStage({ start });
    const reply = await own(stage, line);
    expect(reply).toContain(why);
    expect(reply).toContain('Nothing has changed.');
    expect(await standings(stage, 'Amina')).toHaveLength(1);
  });

  it('without a day in it pauses all the same, and says how to name one', async () => {
    const stage = await openStage({ start });
    const reply = await own(stage, 'pause until I am well');
    expect(reply).toContain('I found no day in that, so this break has no end yet.');
    expect(reply).toContain('pause until 20 March');
    expect((await standings(stage, 'Amina')).at(-1)?.[0]).toBe('paused');
  });

  it('of someone who takes no part says so', async () => {
    const stage = await openStage({ start });
    await own(stage, 'leave');
    expect(said(await stage.type('Amina', 'pause until 9 March'))).toContain('You have left Willow.');
  });
});
