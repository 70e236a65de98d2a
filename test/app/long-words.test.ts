import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', D: 'Dev' });
  await stage.type('P', 'setup Willow, check-in Mondays at 10am, people <@D>');
  await stage.press('D', 'Yes, I will take part');
  await stage.type('P', 'ask "How was the week?"');
});
afterEach(() => stage.close());

it('a long answer in a chat is met with the form, and never with advice to type it again', async () => {
  const reply = said(await stage.type('D', 'the lift '.repeat(300), { direct: true }));
  expect(reply).toContain('I have not kept it yet.');
  expect(reply).toContain('Press Answer in private, and paste it there.');
  expect((await stage.press('D', 'Answer in private')).kind).toBe('form');
});

it('one longer than is kept is told how long it may be', async () => {
  expect(said(await stage.type('D', 'the lift '.repeat(1200)))).toContain('I can keep up to 3000 letters.');
});

it.each(['No', 'yes', 'no because it was loud'])(
  '"%s", which nothing waits for, is offered as an answer to the open question',
  async (line) => {
    expect(said(await stage.type('D', line, { direct: true }))).toContain('Is this your answer?');
  },
);

it('people who are named in an answer have their names in it', async () => {
  expect(said(await stage.type('D', 'answer <@P> was kind'))).toContain('Priya was kind');
});

it('an answer of nothing that can be seen opens the form', async () => {
  expect((await stage.type('D', 'answer \u200b\u200b')).kind).toBe('form');
});

it('a promise by a day that does not exist asks for the day, and keeps the words', async () => {
  const reply = await stage.type('D', 'we will clean by 31 April');
  expect(said(reply)).toContain('I do not know the day 31 April. Which day do you mean?');
  if (reply.kind !== 'form') throw new Error('no form');
  expect(reply.form.fields).toContainEqual(expect.objectContaining({ name: 'what', value: 'clean' }));
});
