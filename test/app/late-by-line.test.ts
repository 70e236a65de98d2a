import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', D: 'Dev' });
  await stage.type('P', 'setup Willow, check-in Mondays at 10am, people <@D>');
  await stage.press('D', 'Yes, I will take part');
});
afterEach(() => stage.close());

it('with one coordinator the form says who alone may read an answer, in good English', async () => {
  await stage.type('P', 'ask "How was the week?"');
  const reply = await stage.type('D', 'answer');
  expect(JSON.stringify(reply)).toContain('Only Priya, who runs Willow');
});

it('before the first question there is none to add to', async () => {
  expect(said(await stage.type('D', 'answer it was fine'))).toContain('No question is open just now.');
});
