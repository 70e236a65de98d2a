import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Json } from './slack-world.ts';

/** Slack's side of Socket Mode: hands out an address, says hello, sends envelopes and collects what comes back. */
export async function startSocketSlack() {
  const answers: Json[] = [];
  let line: Duplex | null = null;
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const bodies: Readonly<Record<string, Json>> = {
      '/api/apps.connections.open': { ok: true, url: `ws://127.0.0.1:${String(port)}/link` },
      '/api/auth.test': { ok: true, user_id: 'UWESAIDBOT', team_id: 'T0WILLOW1' },
    };
    const known = bodies[request.url ?? ''] ?? { ok: false, error: 'unknown_method' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    line = socket;
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      answers.push(...textsIn(data).map((text) => JSON.parse(text) as Json));
    });
    socket.write(handshake(request));
    socket.write(frame({ type: 'hello', num_connections: 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/`,
    answers,
    send: (envelope: Json): void => {
      line?.write(frame(envelope));
    },
    close: (): Promise<void> => {
      line?.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function handshake({ headers }: IncomingMessage): string {
  const key = createHash('sha1')
    .update(`${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`;
}

/** One unmasked text frame; https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
function frame(value: Json): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  const head =
    text.length < 126
      ? Buffer.from([0x81, text.length])
      : Buffer.from([0x81, 126, text.length >> 8, text.length & 255]);
  return Buffer.concat([head, text]);
}

/** The text frames in what the client wrote, unmasked; its pings are passed over. */
function textsIn(data: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at + 6 <= data.length;) {
    const short = (data[at + 1] ?? 0) & 127;
    const start = short === 126 ? at + 4 : at + 2;
    const length = short === 126 ? data.readUInt16BE(at + 2) : short;
    const mask = data.subarray(start, start + 4);
    const body = data.subarray(start + 4, start + 4 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    if (((data[at] ?? 0) & 15) === 1) texts.push(Buffer.from(body).toString());
    at = start + 4 + length;
  }
  return texts;
}
