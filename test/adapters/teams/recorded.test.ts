import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTeamsAdapter, type TeamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { Interaction, Log } from '../../../src/ports.ts';
import { allRecorded, gateway, now, recorded } from './recorded.ts';

/* Everything that Teams sends, as it comes over HTTP to the real adapter. Nothing is signed here: the journeys sign. */

const heard: Interaction[] = [];
const errors: string[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (what) => {
    errors.push(what);
  },
};
const kept = new Map<string, string>();
const server = createServer((request, response) => {
  adapter.listener(request, response);
});
let adapter: TeamsAdapter;
let url = '';

beforeAll(async () => {
  const addresses = {
    get: (of: object) => Promise.resolve(kept.get(JSON.stringify(of)) ?? null),
    keep: (of: object, address: string) => {
      kept.set(JSON.stringify(of), address);
      return Promise.resolve();
    },
  };
  adapter = createTeamsAdapter({ app: null, tenants: [], apiUrl: null, addresses, clock: { now: () => now }, log });
  await adapter.start((interaction) => {
    heard.push(interaction);
    return Promise.resolve({ kind: 'none' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/messages`;
});

afterAll(async () => {
  await adapter.stop();
  server.close();
});

async function send(body: unknown): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
  await answer.text();
  return answer.status;
}

/** Teams is to be told that these are not known here. */
const unknown = new Set(['invoke-unknown', 'compose-fetch-other-command', 'execute-of-another-app']);

describe('what Teams sends', () => {
  it.each(allRecorded())('%s is taken or politely let be, never a fault', async (name, activity) => {
    expect(await send(activity)).toBe(unknown.has(name) ? 501 : 200);
    expect(errors).toEqual([]);
  });

  it.each([
    ['nothing at all', '', 400],
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['half of it', '{"type":"message"', 400],
    ['a message of nobody', { type: 'message', serviceUrl: gateway, channelId: 'msteams', text: 'hello' }, 200],
    [
      'parts of other kinds',
      { ...recorded('message-in-channel'), entities: 7, attachments: 'x', from: { id: 3 } },
      200,
    ],
    ['another platform', { ...recorded('message-in-channel'), channelId: 'webchat' }, 403],
    ['a gateway that is not theirs', { ...recorded('message-in-channel'), serviceUrl: 'https://evil.example/' }, 403],
    ['more than a message can be', { ...recorded('message-in-channel'), text: 'x'.repeat(600_000) }, 413],
  ])('%s runs nothing', async (_, body, status) => {
    const before = heard.length;
    expect(await send(body)).toBe(status);
    expect(heard).toHaveLength(before);
    expect(errors).toEqual([]);
  });
});
