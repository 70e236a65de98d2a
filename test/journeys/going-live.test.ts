import { afterAll, beforeAll, expect, it } from 'vitest';
import { seenIn } from '../support/slack-stand-in.ts';
import { channel, runInSlack, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import { groupOf, type Name, type Stage } from './stage.ts';

let running: SlackRunning;
let stage: Stage;

beforeAll(async () => {
  // With real people the clock is the machine's: what waits is waited for, and nothing is moved on.
  const real = await runInSlack(undefined, { REHEARSAL: 'off' });
  running = { ...real, settled: () => Promise.resolve() };
  stage = stageOf(running);
}, 120_000);
afterAll(() => running.close());

const question = 'Was the new room any good?';
const asked = () => running.slack.channel(channel).some((shown) => shown.byBot && seenIn(shown).includes(question));

async function join(name: Name): Promise<void> {
  await stage.type(name, 'join');
  await stage.press(name, 'Yes, I will take part');
  await stage.press(name, 'Yes, count me');
  await stage.press(name, groupOf[name]);
}

it(
  'a huddle that is not ready asks nothing, becomes ready line by line, and then asks',
  { timeout: 120_000 },
  async () => {
    const forCare = await stage.type('Priya', 'setup Ward 5, check-in Mondays at 10am, care yes');
    expect(forCare).toContain("I am not made for one person's care.");
    expect(forCare, 'nothing typed is lost').toContain('setup Ward 5, check-in Mondays at 10am');

    const setUp = await stage.type('Priya', 'setup Willow, check-in Mondays at 10am, zone Europe/London');
    expect(setUp).toContain("Will you talk about one person's care here?");
    expect(setUp).toContain('[No, about our shared work] [Yes] [What is needed]');
    await stage.type('Priya', 'settings quiet off');
    await join('Priya');

    const ask = () => stage.type('Priya', `ask ${question}`);
    expect(await ask()).toContain('I ask and post nothing here until these are there:');
    await stage.type('Priya', `people ${stage.at('Ellis')}`);
    await stage.type('Priya', `people coordinator ${stage.at('Ellis')}`);
    await join('Ellis');
    const lines = [
      'settings care no',
      'settings safeguarding contact Jane Doe, 020 7946 0000',
      'settings data contact Ali Khan, 020 7946 0011',
      'settings numbers checked',
    ];
    for (const line of lines) {
      const list = await stage.type('Priya', 'are we ready');
      expect(list, line).toContain(line.split(/ Jane| Ali/)[0]);
      expect(await ask(), line).toContain('until these are there:');
      await stage.type('Priya', line);
    }
    expect(asked()).toBe(false);
    expect(await stage.type('Ellis', 'ready')).toContain('Yes. All is there, and I ask at the set times.');
    await ask();
    await running.slack.until(() => (asked() ? true : undefined), 'the question in the channel', 20_000);
  },
);
