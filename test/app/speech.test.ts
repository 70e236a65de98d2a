import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../src/domain/huddle.ts';
import { closeStages, openStage, said, type Given, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const nextMonday = '2027-03-08T10:00:00.000Z';

/** Willow with a question to talk under. */
async function asked(given: Partial<Given> = {}): Promise<Stage> {
  const stage = await openStage({ start: '2027-02-22T10:00:00.000Z', ...given });
  stage.setClock(monday);
  await stage.type('Priya', 'ask "What shall we plant?"');
  return stage;
}

async function talk(stage: Stage, name: Name, at: string): Promise<void> {
  await stage.say(name, 'herbs', { thread: stage.messageWith('What shall we plant?'), at });
}

const who = async (stage: Stage, name: Name) => said(await stage.type(name, 'who'));

describe('who', () => {
  it('tells the asker their own turns of last week', async () => {
    const stage = await asked();
    await talk(stage, 'Amina', '2027-03-01T11:00:00.000Z');
    await talk(stage, 'Amina', '2027-03-01T11:05:00.000Z');
    await talk(stage, 'Amina', '2027-03-02T11:00:00.000Z');
    await talk(stage, 'Dev', '2027-03-02T11:01:00.000Z');
    stage.setClock(nextMonday);
    expect(await who(stage, 'Amina')).toContain('You had 2 turns from Monday 1 March to Sunday 7 March.');
    expect(await who(stage, 'Dev')).toContain('You had 1 turn from');
    expect(await who(stage, 'Jo')).toContain(
      'You had 0 turns from Monday 1 March to Sunday 7 March. Being quiet is fine.',
    );
  });

  it('never names anyone, nor counts anyone else', async () => {
    const stage = await asked();
    for (const name of ['Amina', 'Dev', 'Ruth'] as const) await talk(stage, name, '2027-03-02T11:00:00.000Z');
    stage.setClock(nextMonday);
    const reply = await who(stage, 'Priya');
    expect(reply).not.toMatch(/Amina|Dev|Ruth|Priya/);
    expect(reply.match(/\d+ turn/g)).toEqual(['0 turn']);
  });

  it('is seen by nobody else: nothing is sent to anyone', async () => {
    const stage = await asked();
    stage.setClock(nextMonday);
    const messages = stage.platform.tries.length;
    expect((await stage.type('Amina', 'who')).kind).toBe('private');
    await stage.say('Amina', 'who', { mentionsBot: true });
    expect(stage.platform.tries).toHaveLength(messages);
  });

  it('counts the last whole week of the huddle’s own zone', async () => {
    const stage = await asked({ huddle: { zone: 'Pacific/Auckland', quiet: { from: '00:00', to: '00:00' } } });
    // Monday 8 March, 00:30 in Auckland: next week there, while it is Sunday in London.
    await talk(stage, 'Amina', '2027-03-07T11:30:00.000Z');
    stage.setClock('2027-03-08T10:00:00.000Z');
    expect(await who(stage, 'Amina')).toContain('You had 0 turns from Monday 1 March');
    stage.setClock('2027-03-15T10:00:00.000Z');
    expect(await who(stage, 'Amina')).toContain('You had 1 turn from Monday 8 March');
  });

  it('what was said in the last minutes of the week before goes on as that turn', async () => {
    const stage = await asked();
    await talk(stage, 'Amina', '2027-03-07T23:55:00.000Z');
    await talk(stage, 'Amina', '2027-03-08T00:03:00.000Z');
    stage.setClock('2027-03-09T10:00:00.000Z');
    expect(await who(stage, 'Amina')).toContain('You had 1 turn from Monday 1 March');
    stage.setClock('2027-03-15T10:00:00.000Z');
    expect(await who(stage, 'Amina')).toContain('You had 0 turns from Monday 8 March');
  });

  it('an answer in private is a turn as well as one in the open', async () => {
    const stage = await asked();
    await stage.type('Amina', 'answer herbs');
    await stage.press('Amina', 'Just count me as heard');
    stage.setClock(nextMonday);
    expect(await who(stage, 'Amina')).toContain('You had 1 turn');
  });

  it('promises, commands and buttons are no turns', async () => {
    const stage = await asked();
    await stage.type('Amina', 'we will paint the day room by 17 March');
    await stage.press('Amina', 'Skip');
    await stage.type('Amina', 'home');
    stage.setClock(nextMonday);
    expect(await who(stage, 'Amina')).toContain('You had 0 turns');
  });

  it('someone who is not counted hears that, and no number', async () => {
    const standings: Standing[] = [{ from: monday, status: 'active', counted: false, group: null, also: null }];
    const stage = await asked({ members: { Amina: { standings } } });
    await talk(stage, 'Amina', '2027-03-02T11:00:00.000Z');
    stage.setClock(nextMonday);
    expect(await who(stage, 'Amina')).toContain('We do not count your turns, as you chose.');
    expect(await stage.store.read.speech.between('willow' as never, monday, nextMonday)).toEqual([]);
  });

  it.each(['invited', 'declined', 'left'] as const)('someone %s hears no number', async (status) => {
    const standings: Standing[] = [{ from: monday, status, counted: false, group: null, also: null }];
    const stage = await asked({ members: { Jo: { standings } } });
    stage.setClock(nextMonday);
    expect(await who(stage, 'Jo')).not.toMatch(/\d turn/);
  });
});
