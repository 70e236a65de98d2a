import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackStage } from './slack-stage.ts';
import { setUpWillow, type Stage } from './stage.ts';
import { teamsStage } from './teams-stage.ts';

/** Words of which nothing may be found anywhere afterwards. */
const line = 'answer I do not want to wake up, said the marigold';

const stages: readonly (readonly [name: string, open: () => Promise<Stage>])[] = [
  ['Slack', () => slackStage()],
  ['Teams', () => teamsStage('channel')],
];

describe.each(stages)('a worrying message in %s', (_, open) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
    await stage.reset('2027-03-15T08:00:00Z');
    await setUpWillow(stage);
    await stage.moveTo('2027-03-15T10:05:00Z');
    await stage.moveTo('2027-03-17T22:40:00Z');
  }, 120_000);
  afterAll(() => stage.close());

  it('at night is met with who to call, for the writer alone; nobody else is told, and nothing is kept', async () => {
    const before = await stage.room();
    const [priya, ellis] = [await stage.notes('Priya'), await stage.notes('Ellis')];
    const card = await stage.type('Amina', line);
    for (const number of ['999', '111', '116 123', '85258']) expect(card).toContain(number);
    const lasting = (await stage.notes('Amina')).filter((note) => note.includes('116 123'));
    expect(lasting.length).toBeGreaterThan(0);
    expect(lasting.join()).not.toContain('marigold');
    expect(await stage.room()).toEqual(before);
    expect(await stage.notes('Priya')).toEqual(priya);
    expect(await stage.notes('Ellis')).toEqual(ellis);
  });

  it('counts as heard when the question closes, without a word of it', async () => {
    await stage.moveTo('2027-03-18T10:05:00Z');
    const room = await stage.room();
    expect(room.join()).toContain('We heard from 1 of 9 people.');
    expect(room.join()).not.toContain('marigold');
  });
});
