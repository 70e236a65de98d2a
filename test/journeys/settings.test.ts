import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, startProgram, startRefused } from '../support/program.ts';
import { channel, idOf, runInSlack, signingSecret, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import { setUpWillow, type Stage } from './stage.ts';

const opening = 'WeSaid cannot start. Please put these settings right:';

/** What the operator reads, line by line, and that it is no more than that. */
async function refused(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { code, lines } = await startRefused(settings);
  expect(code, lines.join('\n')).toBe(1);
  expect(lines.filter((line) => /^\s+at |node:internal/.test(line))).toEqual([]);
  return lines;
}

describe('a start with wrong settings', { timeout: 60_000 }, () => {
  it('says all that is wrong at once, each with where to find it, and none of what was set', async () => {
    const lines = await refused({
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://user:hunter2@db/wesaid',
      REHEARSAL: 'maybe',
      SLACK_BOT_TOKEN: 'xoxp-of-a-person',
      SLACK_APP_TOKEN: 'app',
      SLACK_API_URL: 'somewhere',
    });
    expect(lines[0]).toBe(opening);
    const wrong = lines.slice(1);
    expect(wrong).toHaveLength(8);
    const keys = ['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'REHEARSAL', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'];
    for (const key of [...keys, 'SLACK_API_URL', 'SLACK_SIGNING_SECRET'])
      expect(wrong.filter((line) => line.startsWith(`  - ${key} `)).join(), key).toMatch(/\. \(.+\)$/);
    expect(lines.join()).not.toMatch(/hunter2|xoxp-of-a-person|eighty|loud|maybe/);
  });

  it('half of Slack is no Slack', async () => {
    const lines = await refused({ SLACK_SIGNING_SECRET: signingSecret });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/SLACK_BOT_TOKEN is missing\. \(on api\.slack\.com.*"OAuth & Permissions"/);
  });

  it('a rehearsal stays on this machine and off the real Slack', async () => {
    expect((await refused({ HOST: '0.0.0.0' })).join()).toContain('HOST must be 127.0.0.1 in a rehearsal');
    const real = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret, REHEARSAL: 'on' };
    expect((await refused(real)).join()).toContain('REHEARSAL is on, and Slack is the real one');
  });

  it('nothing to do is said so', async () => {
    expect((await refused({ REHEARSAL: 'off' })).join()).toContain('REHEARSAL is off, and no platform is set');
  });

  it('a port that is taken is said in one line', async () => {
    const folder = await freshFolder();
    const first = await startProgram({ DATABASE_URL: folder.databaseUrl });
    const taken = await refused({ PORT: new URL(first.url).port, DATABASE_URL: `${folder.databaseUrl}.other` });
    expect(taken).toEqual(['WeSaid cannot start: the port is in use. Set PORT to another one.']);
    await first.stop();
    await folder.remove();
  });

  it('a database that cannot be opened is said in one line, and never its password', async () => {
    const folder = await freshFolder();
    const file = join(folder.path, 'notes.txt');
    await writeFile(file, 'Not a database, and longer than the words that every one of them begins with.'.repeat(20));
    for (const url of [`sqlite:${file}`, `sqlite:${file}/wesaid.db`, 'postgres://someone:hunter2@127.0.0.1:1/wesaid']) {
      const lines = await refused({ DATABASE_URL: url });
      expect(lines).toEqual([
        expect.stringMatching(/^The database that DATABASE_URL names cannot be opened \(\w+\)\./),
      ]);
      expect(lines.join()).not.toContain('hunter2');
    }
    await folder.remove();
  });
});

describe('requests that are not from Slack, or not from now', { timeout: 120_000 }, () => {
  let running: SlackRunning;
  let stage: Stage;
  beforeAll(async () => {
    running = await runInSlack();
    stage = stageOf(running);
    await running.reset('2027-02-26T09:00:00Z');
    await setUpWillow(stage);
  }, 120_000);
  afterAll(() => running.close());

  const line = (text: string, trigger: string): string =>
    new URLSearchParams({
      team_id: running.slack.team,
      channel_id: channel,
      user_id: idOf('Ruth'),
      user_name: 'ruth',
      command: '/wesaid',
      text,
      trigger_id: trigger,
      response_url: '',
    }).toString();
  const promises = (): Promise<string> => stage.type('Ruth', 'promises');

  it('with a false signature, an old one or none are refused and change nothing', async () => {
    const body = line('we will close the art room by 1 June 2027', '1.1.forged');
    const before = await stage.room();
    const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;
    const answers = [
      await running.people().post(body, { type: 'form', secret: 'not the secret' }),
      await running.people().post(body, { type: 'form', signedAtMs: minutesAgo(6) }),
      await running.people().post(body, { type: 'form', headers: { 'x-slack-signature': '' } }),
      await running.people().post(body, { type: 'form', headers: { 'x-slack-signature': 'v0=00' } }),
      await running.people().post(body, { type: 'form', headers: { 'x-slack-request-timestamp': 'now' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(answers.map(({ body: said }) => said).join()).not.toMatch(/secret|at .*\.js/);
    await running.settled();
    expect(await stage.room()).toEqual(before);
    expect(await promises()).not.toContain('close the art room');
  });

  it('with the signature of other words are refused', async () => {
    const signed = line('promises', '1.2.changed');
    const time = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${time}:${signed}`).digest('hex')}`;
    const answer = await running.people().post(line('we will shut the doors by 1 June 2027', '1.2.changed'), {
      type: 'form',
      headers: { 'x-slack-request-timestamp': time, 'x-slack-signature': signature },
    });
    expect(answer.status).toBe(401);
    expect(await promises()).not.toContain('shut the doors');
  });

  it('sent again by someone who listened in, one act stays one', async () => {
    const body = line('we will mend the lift by 1 June 2027', '1.3.replayed');
    const first = await running.people().post(body, { type: 'form' });
    const again = await running.people().post(body, { type: 'form' });
    expect(first).toMatchObject({ status: 200, body: expect.stringContaining('Saved as promise 1') as string });
    expect(again.body, 'the same answer').toContain('Saved as promise 1');
    await running.settled();
    expect((await promises()).split('mend the lift').length - 1).toBe(1);
    expect((await stage.room()).filter((text) => text.includes('mend the lift'))).toHaveLength(1);
  });

  it('a program that is no rehearsal has no clock to move', async () => {
    const folder = await freshFolder();
    const program = await startProgram({ ...running.settings, DATABASE_URL: folder.databaseUrl, REHEARSAL: 'off' });
    for (const path of ['/rehearsal/clock', '/rehearsal/reset', '/as/amina']) {
      const answer = await fetch(`${program.url}${path}`, { method: 'POST', body: '{"advance":"P1D"}' });
      expect(answer.status, path).toBe(404);
    }
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
    expect(await program.stop()).toBe(0);
    await folder.remove();
  });
});
