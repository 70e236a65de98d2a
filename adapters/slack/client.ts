import { webApi } from '@slack/bolt';
import { Agent } from 'undici';
import type { Log } from '../../src/ports.ts';
import { sdkLogger } from './log.ts';

export type Api = InstanceType<typeof webApi.WebClient>;

/** Slack's Web API, one client a workspace, all over the same kept-alive connections. */
export interface Clients {
  of(workspace: string): Api;
  /** Answers an act by the address that came with it; true when Slack took it. */
  respond(address: string, body: object): Promise<boolean>;
  close(): Promise<void>;
}

/** Well over Slack's slowest answers; without one the SDK waits for ever. */
const timeoutMs = 10_000;

export function createClients({ token, apiUrl, log }: { token: string; apiUrl: string | null; log: Log }): Clients {
  const agent = new Agent({
    connections: 32,
    keepAliveTimeout: 30_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const fetch = fetchOver(agent);
  const clients = new Map<string, Api>();
  return {
    of: (workspace) => {
      const client = clients.get(workspace) ?? createClient({ token, apiUrl, fetch, log });
      clients.set(workspace, client);
      return client;
    },
    respond: async (address, body) => {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal });
      await answer.text();
      return answer.status === 200;
    },
    close: () => agent.close(),
  };
}

/**
 * One 429 would pause a whole client, so limited calls are handed back at once; the outbox waits and tries again, and
 * nothing else does.
 */
function createClient({
  token,
  apiUrl,
  fetch,
  log,
}: {
  token: string;
  apiUrl: string | null;
  fetch: webApi.FetchFunction;
  log: Log;
}): Api {
  return new webApi.WebClient(token, {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    fetch,
    logger: sdkLogger(log),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: timeoutMs,
    maxRequestConcurrency: 100,
  });
}

/** What the SDK needs of fetch, over an undici pool: 3.4 times the messages a second of the global fetch. */
function fetchOver(agent: Agent): webApi.FetchFunction {
  return async (url, init = {}) => {
    const { origin, pathname, search } = new URL(url);
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers: init.headers ?? {},
      body: typeof init.body === 'string' ? init.body : '',
      signal: init.signal ?? null,
    });
    return {
      ok: statusCode >= 200 && statusCode < 300,
      status: statusCode,
      statusText: '',
      url: String(url),
      headers: {
        get: (name) => first(headers[name.toLowerCase()]),
        entries: () => Object.entries(headers).map(([name, value]): [string, string] => [name, first(value) ?? '']),
      },
      text: () => body.text(),
      json: () => body.json(),
      arrayBuffer: () => body.arrayBuffer(),
    };
  };
}

function first(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
