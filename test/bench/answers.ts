import type { SlackStandIn } from '../support/slack-stand-in.ts';
import { slackClient } from '../support/slack-client.ts';
import { envelope, messageEvent } from '../support/slack-payloads.ts';
import { burst, median, type Burst } from './load.ts';
import { startBare, startOurs, type SlackSettings } from './programs.ts';

const channel = 'C0BENCH001';
const people = Array.from({ length: 12 }, (_, at) => `U0BENCH${String(at).padStart(2, '0')}`);
const rounds = 15;
const perRound = 800;
const most = { cpu: 1.5, p99: 2 };

interface Stage {
  readonly slack: SlackStandIn;
  readonly settings: SlackSettings;
  /** A folder for both databases. */
  readonly folder: string;
}

/**
 * An answer in a question's thread, durable before Slack is told "yes", beside a bare Bolt program that keeps one
 * durable row for each message. Both take the same bodies, in turns. Gives whether both ratios are within their bounds.
 */
export async function answers({ slack, settings, folder }: Stage): Promise<boolean> {
  for (const id of people) slack.addUser({ id, name: id });
  slack.addChannel({ id: channel, name: 'bench', members: [slack.bot.user, ...people] });
  const ours = await startOurs(`sqlite:${folder}/answers.db`, settings);
  const bare = await startBare(`${folder}/bare.db`, settings);
  try {
    const thread = await openQuestion(ours.url, { slack, signingSecret: settings.signingSecret });
    const measured = { ours: [] as Burst[], bare: [] as Burst[] };
    // The first rounds warm both up and are not counted.
    for (let round = -3; round < rounds; round++) {
      const bodies = repliesIn(thread, slack);
      for (const name of ['bare', 'ours'] as const) {
        const taken = await burst({ program: name === 'ours' ? ours : bare, bodies, ...settings });
        if (round >= 0) measured[name].push(taken);
      }
    }
    return report(measured);
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

/** A huddle of twelve with a question open; each has answered once, so nobody is told "Heard." while it is measured. */
async function openQuestion(
  url: string,
  { slack, signingSecret }: { slack: SlackStandIn; signingSecret: string },
): Promise<string> {
  const client = slackClient({ url: `${url}/slack/events`, signingSecret, slack });
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
  const asked = () => slack.channel(channel).findLast((shown) => shown.text.includes('How is it going?'));
  const { ts: thread } = await slack.until(asked, 'the question', 20_000);
  for (const user of people) await client.reply({ user, channel, thread, text: 'Well enough.' });
  return thread;
}

/** One round of replies, no two of one person side by side. */
function repliesIn(thread: string, { world }: SlackStandIn): readonly string[] {
  return Array.from({ length: perRound }, (_, at) => {
    const ts = world.nextTs();
    const said = { user: people[at % people.length] ?? '', channel, ts, text: `Answer ${String(at)}`, thread };
    return JSON.stringify(envelope(world, { event: messageEvent(world, said), eventId: world.nextId('Ev'), time: ts }));
  });
}

function report({ ours, bare }: { ours: readonly Burst[]; bare: readonly Burst[] }): boolean {
  const ratio = (pick: (each: Burst) => number) => median(ours.map((each, at) => pick(each) / pick(bare[at] ?? each)));
  const [cpu, p99] = [ratio((each) => each.cpuMicros), ratio((each) => each.p99Ms)];
  console.log(
    [
      `A Slack answer, durable before its ack, 16 at once (${String(rounds)} rounds of ${String(perRound)}, in turns; medians)`,
      line('bare Bolt', bare),
      line('WeSaid', ours),
      `  CPU ${cpu.toFixed(2)} × (held to ${String(most.cpu)} ×), p99 ${p99.toFixed(2)} × (held to ${String(most.p99)} ×)`,
    ].join('\n'),
  );
  return cpu <= most.cpu && p99 <= most.p99;
}

function line(name: string, bursts: readonly Burst[]): string {
  const of = (pick: (each: Burst) => number, digits: number) => median(bursts.map(pick)).toFixed(digits);
  const cpu = of((each) => each.cpuMicros, 0);
  const [p50, p99] = [of((each) => each.p50Ms, 1), of((each) => each.p99Ms, 1)];
  const perSecond = of((each) => each.perSecond, 0);
  return `  ${name.padEnd(10)} ${cpu.padStart(5)} µs CPU a request   p50 ${p50} ms   p99 ${p99} ms   ${perSecond} a second`;
}
