import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Invoked } from './acts.ts';
import { isObject, type Payload } from './payload.ts';

/** Teams messages hold about 100 KB at most; a message action carries a whole message in it. */
const mostBytes = 512 * 1024;

export interface Steps {
  /** 200 when the sender may be heard, else the status that says why not. */
  check(activity: Payload, authorization: string): Promise<number>;
  hear(activity: Payload): Promise<Invoked | null>;
}

/** What a request is answered with; nothing is run for one that is not an activity of someone who may be heard. */
export async function answerRequest(request: IncomingMessage, { check, hear }: Steps): Promise<Invoked> {
  if (request.method !== 'POST') return { status: 405 };
  const activity = await readActivity(request);
  if (typeof activity === 'number') return { status: activity };
  const status = await check(activity, request.headers.authorization ?? '');
  return status === 200 ? ((await hear(activity)) ?? { status }) : { status };
}

export function end(response: ServerResponse, { status, body }: Invoked): void {
  if (response.headersSent) return;
  // What was not read of a request that is too long stays unread.
  const headers = status === 413 ? { connection: 'close' } : {};
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The object in the request's body, or the HTTP status that says what is wrong with it. */
async function readActivity(request: IncomingMessage): Promise<Payload | 400 | 413> {
  const bytes = await readBytes(request);
  if (bytes === null) return 413;
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(body) && typeof body.type === 'string' ? body : 400;
  } catch {
    // Not JSON: nothing in it is worth a line in the log.
    return 400;
  }
}

/** Null past the limit. Rejects when the sender goes away. */
function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the request was cut off'));
    });
  });
}
