import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInSlack, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import type { Stage } from './stage.ts';

let running: SlackRunning;
let stage: Stage;

beforeAll(async () => {
  running = await runInSlack();
  stage = stageOf(running);
  await running.reset('2027-02-26T09:00:00Z');
  await stage.type('Priya', 'setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London');
  await stage.type('Priya', `people ${stage.at('Amina')}, ${stage.at('Dev')}`);
}, 120_000);
afterAll(() => running.close());

it('one reads the notice and says no; one says yes, is asked again after half a year, asks for their data and leaves', async () => {
  expect((await stage.notes('Dev')).join()).toContain('You can say no. Your care and your job stay the same.');
  expect(await stage.press('Dev', 'No thanks')).toContain('That is fine.');
  await stage.press('Amina', 'Yes, I will take part');
  await stage.press('Amina', 'Yes, count me');
  expect(await stage.press('Amina', 'Carers')).toContain('Being quoted, and photos of you: both are off.');

  await running.moveTo('2027-08-26T09:01:00Z');
  expect((await stage.notes('Amina')).join()).toContain('Your yes to Willow is half a year old.');
  expect((await stage.notes('Dev')).join()).not.toContain('half a year old');
  expect(await stage.press('Amina', 'Yes, as before')).toContain('All stays as before');

  expect(await stage.type('Amina', 'my data')).toContain('your answer to being counted was yes (note 1).');
  expect(await stage.type('Amina', 'leave')).toContain('You have left. You do not have to say why.');
}, 120_000);
