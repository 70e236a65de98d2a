/**
 * The bare program that the Teams part of the bench holds ours against: botbuilder's CloudAdapter, which checks each
 * token, and one durable row for each message, all rows of one turn of the event loop in one commit. It does nothing else.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response } from 'botbuilder';
import { durably } from './durably.ts';

const [, , appId = '', password = '', tenant = '', keysAt = '', file = ''] = process.argv;

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenant,
    ToBotFromChannelOpenIdMetadataUrl: keysAt,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenant}`,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  }),
);
const keep = durably(file);

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
    const { headers, method = '' } = request;
    void adapter.process({ body, headers, method }, answering(response), async ({ activity }) => {
      if (activity.type !== 'message') return;
      await keep([activity.id ?? '', activity.from.id, String(activity.timestamp), activity.text]);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`{"port":${String(port)},"msg":"listening"}\n`);
});
process.on('SIGTERM', () => process.exit());

function answering(response: ServerResponse): Response {
  return {
    socket: response.socket,
    status: (code: number) => (response.statusCode = code),
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
}
