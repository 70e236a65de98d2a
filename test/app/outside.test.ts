import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', D: 'Dev', N: 'Noor' });
  await stage.type('P', 'setup Willow, check-in Mondays at 10am, people <@D>');
});
afterEach(() => stage.close());

it.each(['', 'hello', 'what is this?'])(
  'a newcomer who types "%s" hears of the huddle and how to ask for a place',
  async (line) => {
    expect(said(await stage.type('N', line))).toBe('You are not in Willow yet. To ask for a place, type: join.');
  },
);

it('for someone who was invited the invitation waits, and no question yet', async () => {
  const reply = said(await stage.type('D', ''));
  expect(reply).toContain('Do you want to take part?');
  expect(reply).not.toContain("This week's question");
  expect(said(await stage.type('D', 'it was fine'))).toContain('You have not said yes to Willow yet.');
});

it.each(['', 'me', 'pause', 'resume', 'stop', 'it was fine', 'promises', 'who'])(
  'someone who has left and types "%s" hears that they have left, and how to come back',
  async (line) => {
    await stage.press('D', 'Yes, I will take part');
    await stage.type('D', 'leave');
    expect(said(await stage.type('D', line))).toBe('You have left Willow. To come back, type: join.');
  },
);
