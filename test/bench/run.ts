/**
 * Measures what the program is held to, side by side with a bare one in the same run, and prints the ratios. It judges
 * by exit code: 1 when a figure is over its bound. Run it on a quiet machine: `npm run bench`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freshFolder, startProgram } from '../support/program.ts';
import { rehearsalAt } from '../support/rehearsal.ts';
import { slackClient } from '../support/slack-client.ts';
import { startSlack } from '../support/slack-stand-in.ts';
import { envelope, messageEvent } from '../support/slack-payloads.ts';
import { burst, median, type Burst } from './load.ts';

const signingSecret = '5b9d0a1c7e3f48d2a6b1c0e9f8d7a6b5';
const channel = 'C0BENCH001';
const people = Array.from({ length: 12 }, (_, at) => `U0BENCH${String(at).padStart(2, '0')}`);
const rounds = 5;
const perRound = 2_000;

interface Target {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

const slack = await startSlack();
for (const id of people) slack.addUser({ id, name: id });
slack.addChannel({ id: channel, name: 'bench', members: [slack.bot.user, ...people] });
const folder = await freshFolder();

const program = await startProgram({
  DATABASE_URL: folder.databaseUrl,
  LOG_LEVEL: 'info',
  REHEARSAL: 'on',
  ...(process.env['PROFILE_TO'] ? { PROFILE_TO: process.env['PROFILE_TO'] } : {}),
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: slack.url,
});
const thread = await openQuestion(program.url);
const ours: Target = { name: 'WeSaid', url: program.url, pid: program.process.pid ?? 0 };
const bare = await startBare();

const results = { ours: [] as Burst[], bare: [] as Burst[] };
// The first round of each warms up and is not counted.
for (let round = 0; round <= rounds; round++) {
  for (const [key, target] of [
    ['bare', bare],
    ['ours', ours],
  ] as const) {
    const measured = await burst({ url: target.url, pid: target.pid, bodies: bodies(round), signingSecret });
    if (process.env['VERBOSE']) console.log(target.name, measured);
    if (round > 0) results[key].push(measured);
  }
}
const over = report();
bare.stop();
await program.stop();
await slack.close();
await folder.remove();
process.exitCode = over ? 1 : 0;

/** A huddle of twelve with a question open; each has answered once, so nobody is told "Heard." while it is measured. */
async function openQuestion(url: string): Promise<string> {
  const client = slackClient({ url: `${url}/slack/events`, signingSecret, slack });
  const rehearsal = rehearsalAt(url);
  await rehearsal.reset(new Date(Date.now() - 3_600_000).toISOString());
  const [first = '', ...others] = people;
  const type = (user: string, text: string) => client.command({ user, channel, text });
  await type(first, 'setup Bench, check-in Mondays at 10am, zone UTC');
  await type(first, 'settings quiet 3am to 3:01am');
  await type(first, `people ${others.map((id) => `<@${id}>`).join(', ')}`);
  for (const [at, user] of people.entries()) {
    await type(user, `join as ${['People who use the service', 'Staff', 'Artists'][at % 3] ?? ''}`);
    await type(user, 'count me');
  }
  await type(first, 'ask "How is it going?"');
  await rehearsal.advance('PT0S');
  const prompt = slack.channel(channel).findLast((shown) => shown.text.includes('How is it going?'));
  if (prompt === undefined) throw new Error('the question was not asked');
  for (const user of people) await client.reply({ user, channel, thread: prompt.ts, text: 'Well enough.' });
  return prompt.ts;
}

/** Replies in the question's thread, no two of one person side by side. */
function bodies(round: number): readonly string[] {
  return Array.from({ length: perRound }, (_, at) => {
    const ts = slack.world.nextTs();
    const said = {
      user: people[at % people.length] ?? '',
      channel,
      ts,
      text: `Answer ${String(round)}.${String(at)}`,
      thread,
    };
    return JSON.stringify(
      envelope(slack.world, { event: messageEvent(slack.world, said), eventId: slack.world.nextId('Ev'), time: ts }),
    );
  });
}

async function startBare(): Promise<Target & { stop(): void }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/bench/bare.ts', join(folder.path, 'bare.db'), signingSecret, slack.url],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the bare program ended with ${String(code)}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /"port":(\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { name: 'bare Bolt', url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill() };
}

function report(): boolean {
  const line = (name: string, list: readonly Burst[]) => {
    const of = (pick: (each: Burst) => number) => median(list.map(pick)).toFixed(pick === cpu ? 0 : 1);
    return `${name.padEnd(10)} ${of(cpu).padStart(6)} µs CPU a request   p50 ${of(p50)} ms   p99 ${of(p99)} ms   ${of(perSecond)} a second`;
  };
  const cpuRatio = median(results.ours.map((each, at) => each.cpuMicros / (results.bare[at]?.cpuMicros ?? NaN)));
  const p99Ratio = median(results.ours.map((each, at) => each.p99Ms / (results.bare[at]?.p99Ms ?? NaN)));
  console.log(
    `A Slack answer, durable before its ack, 16 at once; medians of ${String(rounds)} rounds of ${String(perRound)}, in turns:`,
  );
  console.log(line('bare Bolt', results.bare));
  console.log(line('WeSaid', results.ours));
  console.log(`CPU ${cpuRatio.toFixed(2)} × (held to 1.5 ×)   p99 ${p99Ratio.toFixed(2)} × (held to 2 ×)`);
  return cpuRatio > 1.5 || p99Ratio > 2;
}

function cpu({ cpuMicros }: Burst): number {
  return cpuMicros;
}
function p50({ p50Ms }: Burst): number {
  return p50Ms;
}
function p99({ p99Ms }: Burst): number {
  return p99Ms;
}
function perSecond(each: Burst): number {
  return each.perSecond;
}
