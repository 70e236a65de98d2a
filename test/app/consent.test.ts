import { afterEach, describe, expect, it } from 'vitest';
import { standingNow } from '../../src/domain/huddle.ts';
import { closeStages, identityOf, openStage, personOf, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const joined = '2027-02-26T10:00:00.000Z';
const yeses = (['taking-part', 'counted'] as const).map((to) => ({ to, yes: true, at: joined, notice: 1 }));
const askedAt = '2027-08-26T09:00:00.000Z';

/** Willow, in which Amina and Ruth have said both yeses and their renewals are set as at joining. */
async function stageOfYeses(): Promise<Stage> {
  const stage = await openStage({
    start: joined,
    members: { Amina: { consents: yeses }, Ruth: { consents: yeses } },
  });
  await stage.store.transact(async (records) => {
    for (const name of ['Amina', 'Ruth'] as const)
      await records.timers.set('renewal', `${willow}/${personOf(name)}`, willow, '2000-01-01T00:00:00.000Z');
  });
  return stage;
}

async function standing(stage: Stage, name: Name) {
  const member = await stage.store.read.members.get(willow, personOf(name));
  if (member === null) throw new Error('nobody');
  return standingNow(member);
}

describe('after half a year', () => {
  it('each is asked once in private, though the same beat comes twice and the program starts anew', async () => {
    const stage = await stageOfYeses();
    await stage.moveTo('2027-08-26T08:59:00.000Z');
    expect(stage.notes('Amina')).toEqual([]);
    await stage.moveTo(askedAt);
    const second = await openStage({ start: askedAt, store: stage.store });
    await Promise.all([stage.tick(), second.tick()]);
    expect(stage.notes('Amina')).toHaveLength(1);
    expect(second.notes('Amina')).toEqual([]);
    expect(stage.notes('Amina')[0]).toBe(
      [
        'Hello Amina. Your yes to Willow is half a year old.',
        'Your yes: taking part and being counted.',
        'Is that still right?',
        'You can say no. Your care and your job stay the same. To change only a part, type: me.',
        'With no answer in 14 days you stay in, and I do not count you until you answer. No one else is told.',
        '[Yes, as before] [No thanks] [Help and pause]',
      ].join('\n'),
    );
    expect(stage.everywhere()).toEqual([]);
  });

  it('"as before" keeps everything, and the next time is half a year on', async () => {
    const stage = await stageOfYeses();
    await stage.moveTo(askedAt);
    expect(said(await stage.press('Amina', 'Yes, as before', { direct: true }))).toContain('All stays as before');
    await stage.moveTo('2027-09-30T10:00:00.000Z');
    expect((await standing(stage, 'Amina')).counted).toBe(true);
    expect(stage.notes('Amina')).toHaveLength(1);
    await stage.moveTo('2028-02-26T10:00:00.000Z');
    expect(stage.notes('Amina')).toHaveLength(2);
  });

  it('no is leaving, in one step', async () => {
    const stage = await stageOfYeses();
    await stage.moveTo(askedAt);
    expect(said(await stage.press('Amina', 'No thanks', { direct: true }))).toContain('You have left.');
    expect((await standing(stage, 'Amina')).status).toBe('left');
  });

  it('who does not answer in 14 days is in and not counted, and told so where they look; one word brings it back', async () => {
    const stage = await stageOfYeses();
    await stage.moveTo('2027-09-09T08:59:00.000Z');
    expect((await standing(stage, 'Amina')).counted).toBe(true);
    await stage.moveTo('2027-09-09T09:00:00.000Z');
    expect(await standing(stage, 'Amina')).toMatchObject({ status: 'active', counted: false, group: 'service' });
    expect(stage.notes('Amina')).toHaveLength(1);
    const own = (line: string) => stage.type('Amina', line, { direct: true }).then(said);
    expect(await own('me')).toContain('Your answers: not counted now, as I wait for your answer.');
    expect(await own('my data')).toContain('I asked if your yes still holds. Until you answer, I do not count you.');
    expect(await own('what changed')).toContain('I stopped counting you until you answer. Only you see this line.');
    expect(await own('home')).toContain('I asked if your yes is still right. Is it?');
    expect(await stage.type('Ruth', 'what changed', { direct: true }).then(said)).not.toMatch(/Amina/);
    await stage.moveTo('2027-09-21T10:00:00.000Z');
    expect(await own('who')).toContain('I do not count your turns, as I wait for your answer.');
    await stage.type('Amina', 'as before', { direct: true });
    expect((await standing(stage, 'Amina')).counted).toBe(true);
    expect(await own('my data')).toContain('your answer to being counted was yes (note 1).');
  });

  it('on a break nobody is asked; they are when they come back', async () => {
    const stage = await stageOfYeses();
    await stage.moveTo('2027-08-01T10:00:00.000Z');
    await stage.type('Amina', 'pause', { direct: true });
    await stage.moveTo('2027-10-01T10:00:00.000Z');
    expect(stage.notes('Amina')).toEqual([]);
    await stage.type('Amina', 'resume', { direct: true });
    await stage.moveTo('2027-10-01T10:01:00.000Z');
    expect(stage.notes('Amina')[0]).toContain('Your yes to Willow is half a year old.');
  });
});

describe('when the notice says more than it did', () => {
  it('everyone who said yes to less is asked, and reads what is new', async () => {
    const stage = await stageOfYeses();
    await stage.type('Priya', 'settings listening on');
    await stage.moveTo('2027-02-26T10:01:00.000Z');
    for (const name of ['Amina', 'Ruth'] as const) {
      expect(stage.notes(name)).toHaveLength(1);
      expect(stage.notes(name)[0]).toContain('New: I now count how often people write in the channel.');
    }
    await stage.type('Amina', 'as before', { direct: true });
    const member = await stage.store.read.members.get(willow, personOf('Amina'));
    expect(member?.consents.at(-1)).toMatchObject({ to: 'counted', yes: true, notice: 2 });
  });

  it('is it taken back in time, nobody loses anything', async () => {
    const stage = await stageOfYeses();
    await stage.type('Priya', 'settings listening on');
    await stage.moveTo('2027-02-26T10:01:00.000Z');
    await stage.type('Priya', 'settings listening off');
    await stage.moveTo('2027-03-20T10:00:00.000Z');
    expect((await standing(stage, 'Amina')).counted).toBe(true);
    expect(said(await stage.type('Amina', 'as before', { direct: true }))).toContain('Your yes is good.');
  });
});

it('being quoted and photos are said yes and no to in one line or one tap, and "me" tells how they stand', async () => {
  const stage = await stageOfYeses();
  const own = (line: string) => stage.type('Amina', line, { direct: true }).then(said);
  expect(await own('me')).toContain('Being quoted: no');
  expect(await own('Quote me, please')).toContain('Others may quote you outside this huddle, with no name.');
  expect(await own('me')).toContain('Being quoted: yes');
  expect(said(await stage.press('Amina', 'Do not quote me', { direct: true }))).toContain('No one may quote you');
  expect(await own('photos yes')).toContain('Photos of you may be shown');
  expect(await own('no photos of me')).toContain('No photo of you may be shown');
  expect(await own('my data')).toContain('your answer to photos of you was yes (note 1).');
  expect(await own('quote me on the garden being lovely')).not.toContain('Saved');
});

it('after "forget me" nothing asks them again', async () => {
  const stage = await stageOfYeses();
  await stage.moveTo('2027-03-01T10:00:00.000Z');
  await stage.type('Amina', 'yes, forget me', { direct: true });
  await stage.moveTo('2027-09-30T10:00:00.000Z');
  expect(stage.notes('Amina')).toEqual([]);
  expect(await stage.store.read.people.byIdentity(identityOf('Amina'))).toBeNull();
});
