/**
 * The bare program that the bench holds ours against: Bolt's HTTP receiver, and where it is given a file one durable row
 * for each message, all rows of one turn of the event loop in one commit. It does nothing else.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { durably } from './durably.ts';

const [, , signingSecret = '', apiUrl = '', file] = process.argv;

const receiver = new HTTPReceiver({
  signingSecret,
  endpoints: ['/slack/events'],
  processBeforeResponse: true,
  logLevel: LogLevel.ERROR,
});
const app = new App({
  token: 'xoxb-stand-in',
  receiver,
  processBeforeResponse: true,
  clientOptions: { slackApiUrl: apiUrl },
  logLevel: LogLevel.ERROR,
});
if (file !== undefined) {
  const keep = durably(file);
  app.message(async ({ message }) => {
    if (message.subtype !== undefined) return;
    await keep([`${message.channel}:${message.ts}`, message.user, message.ts, message.text ?? '']);
  });
}
const server = createServer((request, response) => {
  receiver.requestListener(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`{"port":${String(port)},"msg":"listening"}\n`);
});
// Ended in order, so that a profile of it is written.
process.on('SIGTERM', () => process.exit());
