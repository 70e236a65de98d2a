import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', D: 'Dev' });
  await stage.type('P', 'setup Willow, check-in Mondays at 10am, people <@D>');
  await stage.press('D', 'Yes, I will take part');
});
afterEach(() => stage.close());

it('a line that only begins like a wish for a role tells nobody anything', async () => {
  const reply = said(await stage.type('D', 'take care of each other'));
  expect(reply).not.toContain('You now lead');
  expect(said(await stage.type('D', 'take care'))).toContain('There is no role called care yet.');
  expect(stage.sent('C1').join()).not.toContain('Role news');
});

it('a new role is made by one press more, and an old one is taken at once', async () => {
  await stage.type('D', 'take front door');
  expect(said(await stage.press('D', 'Yes, make it a role'))).toContain('You now lead on front door.');
  expect(said(await stage.type('D', 'take notes'))).toContain('You now lead on notes.');
  expect(stage.sent('C1').at(-1)).toContain('Role news');
});

it('a free role cannot be handed on by a member, who hears how to take it', async () => {
  expect(said(await stage.type('D', 'hand notes to Priya'))).toContain(
    'No one has notes now. To take it, type: take notes.',
  );
});

it('a mention of somebody nobody here knows is said to be that, without a lone sign', async () => {
  await stage.type('D', 'take notes');
  expect(said(await stage.type('D', 'hand notes to <@U0GONE>'))).toContain('I do not know that person here.');
  expect(said(await stage.type('D', 'we will sing by next Friday, owner <@U0GONE>'))).toContain(
    'I do not know that person here.',
  );
});
