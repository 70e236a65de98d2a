import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callConnector, operationOf, type Done, type Operation } from './teams-connector.ts';
import { createKeys } from './teams-keys.ts';
import { createPlaces } from './teams-places.ts';
import { refusals, TeamsRefusal } from './teams-refusal.ts';
import { createTokens } from './teams-tokens.ts';
import { createWorld, type Json } from './teams-world.ts';

/** What Teams shall do wrong with a call. */
export type Fault =
  | { readonly status: 412 | 500 | 502 | 503 | 504 }
  | { readonly status: 429; readonly retryAfter?: number }
  | { readonly refusal: TeamsRefusal }
  /** Answers nothing and keeps the connection open, until the stand-in closes. */
  | { readonly hang: true }
  /** Breaks the connection before anything is done. */
  | { readonly dropBefore: true }
  /** Does the work, then breaks the connection: the caller cannot know. */
  | { readonly dropAfter: true };

export interface ConnectorCall {
  readonly operation: Operation | null;
  readonly path: string;
  /** The conversation as addressed, thread and all; null where a new one is asked for. */
  readonly conversation: string | null;
  readonly body: Json;
  /** Machine time, ms. */
  readonly at: number;
}

/** Microsoft's servers for one tenant: keys, tokens and the connector, as strict as they are. */
export type TeamsStandIn = Awaited<ReturnType<typeof startTeams>>;

export const willowTenant = '6f0b8a3c-52d1-4e57-9a61-0c2f4f1d7e11';

/** `now` (ms) dates what is posted, so that a test can live on another day. Tokens are of the machine's time. */
export async function startTeams({
  now = Date.now,
  tenant = willowTenant,
  appId = '0d5f2f0e-8f6c-4a53-b7c5-6d3f5e1b2a90',
}: { now?: () => number; tenant?: string; appId?: string } = {}) {
  const appPassword = 'stand-in-secret';
  const world = createWorld({ tenant, appId, now });
  const keys = createKeys();
  const tokens = createTokens({ tenant, appId, appPassword });
  const faults: { operation: Operation | 'token'; conversation: string | null; fault: Fault }[] = [];
  const calls: ConnectorCall[] = [];

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  const takeFault = (operation: Operation | 'token' | null, conversation: string | null): Fault | null => {
    const index = faults.findIndex(
      (each) =>
        each.operation === operation &&
        (each.conversation === null || conversation?.startsWith(each.conversation) === true),
    );
    return index < 0 ? null : (faults.splice(index, 1)[0]?.fault ?? null);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', origin);
    const body = await bodyOf(request);
    if (url.pathname === '/v1/.well-known/openidconfiguration') {
      send(response, 200, openId());
    } else if (url.pathname === '/v1/.well-known/keys') {
      send(response, 200, { keys: keys.published() });
    } else if (url.pathname.endsWith('/oauth2/v2.0/token')) {
      const fault = takeFault('token', null);
      if (fault === null || 'dropAfter' in fault) give(response, tokens.grant(url.pathname, request.method, body));
      else fail(response, fault);
    } else {
      connect({ request, response, url, body });
    }
  };

  const connect = ({ request, response, url, body }: Exchange): void => {
    const path = url.pathname
      .replace(/^\/v3\//, '')
      .split('/')
      .map(decodeURIComponent);
    const call = { method: request.method ?? '', path, query: url.searchParams, size: Buffer.byteLength(body), world };
    const operation = operationOf(call);
    const conversation = path[1] ?? null;
    calls.push({ operation, path: url.pathname, conversation, body: parsed(body) ?? {}, at: Date.now() });
    const fault = takeFault(operation, conversation);
    if (fault !== null && !('dropAfter' in fault)) {
      fail(response, fault);
      return;
    }
    const answer = attempt(() => {
      if (!tokens.isValid(request.headers.authorization)) throw refusals.unauthorized();
      const said = parsed(body);
      if (said === null) throw refusals.badArgument('The body is not JSON.');
      if (!url.pathname.startsWith('/v3/')) throw refusals.noMethod();
      return callConnector({ ...call, body: said });
    });
    world.changed();
    if (fault === null) give(response, answer);
    else response.destroy();
  };

  const openId = (): Json => ({
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${origin}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  return {
    tenant,
    appId,
    appPassword,
    now,
    /** For TEAMS_API_URL. */
    url: origin,
    /** As it stands in activities: Microsoft's end with a slash. */
    serviceUrl: `${origin}/`,
    world,
    keys,
    /** What the bot has asked of the connector, in order. */
    calls,
    until: world.until,
    ...createPlaces(world),
    /** The next calls of this kind go wrong in this way; `conversation` narrows it to one. */
    failNext: (
      operation: Operation | 'token',
      fault: Fault,
      { times = 1, conversation = null }: { times?: number; conversation?: string | null } = {},
    ): void => {
      for (let time = 0; time < times; time++) faults.push({ operation, conversation, fault });
    },
    /** Nothing has been asked, nothing goes wrong any more, and nobody has blocked anything. */
    calm: (): void => {
      faults.length = 0;
      calls.length = 0;
      world.blockers.clear();
      world.readsAll.clear();
    },
    /** No token that was given is good any more. */
    expireTokens: tokens.expire,
    /** How long the tokens given from now on are said to live. */
    tokensLive: tokens.live,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: string;
}

function attempt(work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TeamsRefusal)) throw error;
    return { status: error.status, body: { error: { code: error.code, message: error.message } } };
  }
}

function fail(response: ServerResponse, fault: Exclude<Fault, { dropAfter: true }>): void {
  if ('hang' in fault) return;
  if ('dropBefore' in fault) {
    response.destroy();
  } else if ('refusal' in fault) {
    const { status, code, message } = fault.refusal;
    send(response, status, { error: { code, message } });
  } else if (fault.status === 429) {
    if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
    send(response, 429, { error: { code: 'Throttled', message: 'Too many requests.' } });
  } else if (fault.status === 412) {
    const { code, message } = refusals.precondition();
    send(response, 412, { error: { code, message } });
  } else {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>Something went wrong</html>');
  }
}

function give(response: ServerResponse, { status, body }: Done): void {
  send(response, status, body);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** The body as JSON; one that is empty says nothing, null is no JSON. */
function parsed(body: string): Json | null {
  if (body === '') return {};
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
