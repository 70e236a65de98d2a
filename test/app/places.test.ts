import { afterEach, beforeEach, expect, it } from 'vitest';
import { channel, openPeopleStage, said, type PeopleStage } from './people-stage.ts';

const garden = { ...channel, channel: 'C2' };

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', D: 'Dev' });
  await stage.type('P', 'setup Willow, check-in Mondays at 10am, people <@D>');
});
afterEach(() => stage.close());

it('whoever runs one huddle can set up another in another channel', async () => {
  const reply = said(await stage.type('P', 'setup Oak, check-in Fridays at 2pm', { where: garden }));
  expect(reply).toContain('Oak is set up.');
});

it('a line in a channel without a huddle is never about a huddle elsewhere', async () => {
  await stage.press('D', 'Yes, I will take part');
  expect(said(await stage.type('D', 'promises', { where: garden }))).toContain('There is no huddle here yet.');
  expect(said(await stage.type('D', 'promises', { direct: true }))).toContain('Willow: our promises');
});

it('in a direct message, someone in two huddles is asked which one is meant', async () => {
  await stage.type('P', 'setup Oak, check-in Fridays at 2pm', { where: garden });
  const reply = said(await stage.type('P', 'settings', { direct: true }));
  expect(reply).toContain('You are in more than 1 huddle. Which one do you mean?');
  expect(said(await stage.press('P', 'Oak'))).toContain('Settings of Oak');
});
