import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackAdapter, type SlackAdapter } from '../../adapters/slack/adapter.ts';
import type { Handle, Interaction, Log, Reply } from '../../src/ports.ts';
import { slackClient, type SlackClient } from './slack-client.ts';
import { startSlack, type SlackStandIn } from './slack-stand-in.ts';

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';

/** Willow's channel, three of its people and another bot, with the adapter answering as a test tells it to. */
export interface SlackAtWork {
  readonly slack: SlackStandIn;
  readonly adapter: SlackAdapter;
  readonly people: SlackClient;
  readonly channel: string;
  /** Every act that reached the program, in order. */
  readonly heard: readonly Interaction[];
  /** What was logged, one line each. */
  readonly logged: readonly string[];
  readonly url: string;
  close(): Promise<void>;
}

export const ruth = 'U0RUTH001';
export const dev = 'U0DEV0001';
export const amina = 'U0AMINA01';

export async function slackAtWork(
  answer: (interaction: Interaction) => Reply | Promise<Reply> = () => ({ kind: 'none' }),
  { now }: { now?: () => number } = {},
): Promise<SlackAtWork> {
  const slack = await startSlack(now === undefined ? {} : { now });
  slack.addUser({ id: ruth, name: 'Ruth Lane', display: 'Ruth' });
  slack.addUser({ id: dev, name: 'Dev Patel' });
  slack.addUser({ id: amina, name: 'Amina Noor', display: 'Amina' });
  slack.addUser({ id: 'U0OTHERBOT', name: 'Polls', bot: true });
  const channel = slack.addChannel({
    id: 'C0WILLOW1',
    name: 'willow',
    members: [ruth, dev, amina, 'U0OTHERBOT', slack.bot.user],
  });

  const heard: Interaction[] = [];
  const logged: string[] = [];
  const handle: Handle = async (interaction) => {
    heard.push(interaction);
    return answer(interaction);
  };
  const clock = { now: () => new Date(slack.now()).toISOString() };
  const adapter = createSlackAdapter({
    botToken: slack.botToken,
    signingSecret,
    appToken: null,
    apiUrl: slack.url,
    clock,
    log: logInto(logged),
  });
  await adapter.start(handle);
  const server = await serve(adapter);
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/slack/events`;
  return {
    slack,
    adapter,
    people: slackClient({ url, signingSecret, slack }),
    channel,
    heard,
    logged,
    url,
    close: async () => {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.close();
    },
  };
}

function serve(adapter: SlackAdapter): Promise<Server> {
  const server = createServer(adapter.listener);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function logInto(lines: string[]): Log {
  const line =
    (level: string) =>
    (what: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      lines.push(`${level} ${what} ${JSON.stringify(fields)}`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
