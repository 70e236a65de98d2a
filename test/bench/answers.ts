import { createHmac } from 'node:crypto';
import type { SlackStandIn } from '../support/slack-stand-in.ts';
import { slackClient } from '../support/slack-client.ts';
import { envelope, messageEvent } from '../support/slack-payloads.ts';
import type { Sending } from './load.ts';
import { startBare, startOurs, type SlackSettings } from './programs.ts';
import { farDay, readyLines, sideBySide } from './side-by-side.ts';

const channel = 'C0BENCH001';
const people = Array.from({ length: 12 }, (_, at) => `U0BENCH${String(at).padStart(2, '0')}`);
const perRound = 800;

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
    const programs = { 'bare Bolt': bare, WeSaid: ours };
    const sending: Sending = (body) => ({ path: '/slack/events', headers: signed(body, settings.signingSecret) });
    return await sideBySide('A Slack answer, durable before its ack', programs, {
      sending,
      bodies: () => repliesIn(thread, slack),
    });
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
  await type(first, `setup Bench, check-in ${farDay()} at 10am, zone UTC`);
  await type(first, 'settings quiet 3am to 3:01am');
  await type(first, `people ${others.map((id) => `<@${id}>`).join(', ')}`);
  for (const [at, user] of people.entries()) {
    await type(user, `join as ${['People who use the service', 'Staff', 'Artists'][at % 3] ?? ''}`);
    await type(user, 'count me');
  }
  await type(first, `people coordinator <@${others[0] ?? ''}>`);
  for (const line of readyLines) await type(first, line);
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

function signed(body: string, secret: string): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1000));
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`,
  };
}
