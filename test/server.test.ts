import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.ts';
import { createHttpServer, type Listener, type Routes } from '../src/server.ts';
import { openStore } from '../storage/store.ts';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const says =
  (words: string): Listener =>
  (request, response) => {
    response.end(`${words} ${request.method ?? ''} ${request.url ?? ''}`);
  };

async function serve(routes: Partial<Routes> = {}): Promise<string> {
  const server = createHttpServer({
    slack: says('slack'),
    teams: says('teams'),
    web: says('web'),
    guests: says('guests'),
    ready: () => Promise.resolve(true),
    metrics: () => Promise.resolve({ body: 'figures 1\n', type: 'text/plain' }),
    ...routes,
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function get(url: string, method = 'GET'): Promise<readonly [number, string]> {
  const response = await fetch(url, { method });
  return [response.status, (await response.text()).trim()];
}

describe('one port for everything', () => {
  it.each([
    ['/', 'web GET /'],
    ['/room?as=amina', 'web GET /room?as=amina'],
    ['/slack/events', 'slack GET /slack/events'],
    ['/slack/install?x=1', 'slack GET /slack/install?x=1'],
    ['/api/messages', 'teams GET /api/messages'],
    ['/slackish', 'web GET /slackish'],
    ['/g', 'guests GET /g'],
    ['/g/question?x=1', 'guests GET /g/question?x=1'],
    ['/gallery', 'web GET /gallery'],
    ['/healthz', 'ok'],
    ['/healthz?probe=1', 'ok'],
    ['/readyz', 'ready'],
    ['/metrics', 'figures 1'],
  ])('%s', async (path, expected) => {
    expect(await get(`${await serve()}${path}`)).toEqual([200, expected]);
  });

  it('hands on the method and the body as they came', async () => {
    expect(await get(`${await serve()}/slack/events`, 'POST')).toEqual([200, 'slack POST /slack/events']);
  });

  it.each([
    [{ slack: null }, '/slack/events'],
    [{ web: null }, '/'],
    [{ web: null }, '/rehearsal/clock'],
    [{ teams: null }, '/api/messages'],
    [{}, '/api/other'],
    [{ slack: null, web: null }, '/anything'],
  ])('what is not mounted is not there (%j %s)', async (routes, path) => {
    expect(await get(`${await serve(routes)}${path}`, 'POST')).toEqual([404, 'There is nothing here.']);
  });

  it('health and figures are there with no platform at all', async () => {
    const url = await serve({ slack: null, web: null });
    expect((await get(`${url}/healthz`))[0]).toBe(200);
    expect((await get(`${url}/metrics`))[0]).toBe(200);
  });
});

describe('when the store is gone', () => {
  it('it is alive and not ready, and says nothing of why', async () => {
    const gone = () => Promise.reject(new Error('postgres://user:secret@host is gone'));
    const url = await serve({ ready: gone, metrics: gone });
    expect(await get(`${url}/healthz`)).toEqual([200, 'ok']);
    expect(await get(`${url}/readyz`)).toEqual([503, 'the store cannot be read']);
    expect(await get(`${url}/metrics`)).toEqual([500, 'The figures cannot be read just now.']);
  });

  it('a store that says no is not ready', async () => {
    expect((await get(`${await serve({ ready: () => Promise.resolve(false) })}/readyz`))[0]).toBe(503);
  });
});

describe('odd callers', () => {
  it('no header tells what it is built with', async () => {
    const { headers } = await fetch(`${await serve()}/healthz`);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('one who talks no HTTP is sent off, and the next is served', async () => {
    const url = await serve();
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('hello there\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => {
        resolve(text);
      });
    });
    expect(answer).toContain('400');
    expect((await get(`${url}/healthz`))[0]).toBe(200);
  });

  it('one who sends nothing does not hold a connection for ever', async () => {
    await serve();
    const [server] = running;
    expect(server?.headersTimeout).toBe(10_000);
    expect(server?.requestTimeout).toBe(30_000);
  });
});

describe('the figures', () => {
  it('count acts by platform and kind, and say how long the first note is overdue; no huddle, no person', async () => {
    const store = await openStore({ url: 'sqlite::memory:' });
    const channel = { platform: 'slack', workspace: 'markerworkspace', channel: 'markerchannel' } as const;
    await store.transact((records) =>
      records.outbox.enqueue({
        kind: 'hello',
        subject: 'markerhuddle',
        to: channel,
        huddle: 'markerhuddle' as never,
        notBefore: '2027-03-01T10:00:00.000Z',
        expiresAt: null,
        under: null,
      }),
    );
    const metrics = createMetrics(store.read, { now: () => '2027-03-01T10:01:30.000Z' });
    metrics.acts.inc({ platform: 'slack', kind: 'command' });
    metrics.acts.inc({ platform: 'slack', kind: 'command' });
    metrics.failures.inc({ platform: 'web', kind: 'form' });
    const [status, body] = await get(`${await serve({ metrics: () => metrics.text() })}/metrics`);
    await store.close();
    expect(status).toBe(200);
    expect(body.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'wesaid_acts_total{platform="slack",kind="command"} 2',
      'wesaid_acts_failed_total{platform="web",kind="form"} 1',
      'wesaid_outbox_oldest_seconds 90',
    ]);
    expect(body).not.toContain('marker');
  });
});
