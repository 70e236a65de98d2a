import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { blocksProblem } from './slack-blocks.ts';
import { callMethod } from './slack-methods.ts';
import { createTriggers, Refusal } from './slack-triggers.ts';
import { createWorld, seen, type Json, type Modal, type Shown, type User, type World } from './slack-world.ts';

/** What Slack shall do wrong with the next calls of a method. */
export type Fault =
  | { readonly retryAfter: number }
  | { readonly error: string }
  | { readonly status: number }
  /** Does the work, then breaks the connection: the caller cannot know. */
  | { readonly dropAfter: true }
  /** Breaks the connection before anything is done. */
  | { readonly dropBefore: true };

/** A workspace behind Slack's Web API, strict as Slack is, that shows what its people would see. */
export type SlackStandIn = Awaited<ReturnType<typeof startSlack>>;

/** `now` (ms) dates what the bot posts, so that a test can live on another day. */
export async function startSlack({ now = Date.now, team = 'T0WILLOW1' }: { now?: () => number; team?: string } = {}) {
  const world = createWorld({ team, now });
  const triggers = createTriggers();
  const responses = new Map<string, ResponseUrl>();
  const faults = new Map<string, Fault[]>();
  const calls: { method: string; args: Json }[] = [];
  let latencyMs = 0;

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => {
      response.destroy();
    });
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (path.startsWith('/response/')) {
      answerResponse(response, { world, known: responses.get(path), body });
      return;
    }
    const method = path.replace('/api/', '');
    const args = argsOf(request, body);
    const fault = faults.get(method)?.shift();
    calls.push({ method, args });
    if (fault !== undefined && !('dropAfter' in fault)) {
      fail(response, fault);
      return;
    }
    const answer = attempt(() =>
      callMethod(method, { args, world, triggers, authorization: request.headers.authorization }),
    );
    world.changed();
    if (fault === undefined) send(response, answer);
    else response.destroy();
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  return {
    team,
    now,
    bot: world.bot,
    /** For SLACK_API_URL. */
    url: `${origin}/api/`,
    botToken: 'xoxb-stand-in',
    world,
    calls,
    until: world.until,
    addUser: (user: { id: string; name: string; display?: string; bot?: boolean }): User => {
      const added = { id: user.id, name: user.name, display: user.display ?? user.name, bot: user.bot ?? false };
      world.users.set(added.id, added);
      return added;
    },
    addChannel: ({
      id,
      name,
      members,
      isPrivate = false,
    }: {
      id: string;
      name: string;
      members: readonly string[];
      isPrivate?: boolean;
    }) => {
      world.channels.set(id, { id, name, private: isPrivate, archived: false, members: new Set(members) });
      return id;
    },
    /** What everyone in the channel sees outside threads, oldest first. */
    channel: (id: string): readonly Shown[] =>
      world.messages.filter((shown) => shown.channel === id && shown.only === null && shown.thread === null),
    /** The replies under a message that everyone sees. */
    thread: (id: string, ts: string): readonly Shown[] =>
      world.messages.filter((shown) => shown.channel === id && shown.only === null && shown.thread === ts),
    /** What only this person sees, in channels. */
    ephemerals: (user: string): readonly Shown[] => world.messages.filter((shown) => shown.only === user),
    /** The person's direct messages with the bot. */
    direct: (user: string): readonly Shown[] => {
      const channel = world.directOf(user);
      return world.messages.filter((shown) => shown.channel === channel);
    },
    /** The modal that the person has before them. */
    modal: (user: string): Modal | null =>
      [...world.modals.values()].filter((modal) => modal.user === user).at(-1) ?? null,
    trigger: triggers.give,
    responseUrl: (facts: Omit<ResponseUrl, 'left'>): string => {
      const path = `/response/${world.nextId('R')}`;
      responses.set(path, { ...facts, left: 5 });
      return `${origin}${path}`;
    },
    /** The next calls of the method go wrong in this way, `times` times. */
    fail: (method: string, fault: Fault, times = 1): void => {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    latency: (ms: number): void => {
      latencyMs = ms;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** All that the eye sees of a message or a modal. */
export function seenIn(shown: Shown | Modal): string {
  return seen('view' in shown ? (shown.view.blocks as readonly Json[]) : shown.blocks);
}

export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed, if any. */
  readonly message: string | null;
  left: number;
}

function attempt(work: () => Json): Json {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const messages = error.reason === null ? {} : { response_metadata: { messages: [`[ERROR] ${error.reason}`] } };
    return { ok: false, error: error.code, ...messages };
  }
}

function answerResponse(
  response: ServerResponse,
  { world, known, body }: { world: World; known: ResponseUrl | undefined; body: string },
): void {
  const said = JSON.parse(body) as Json;
  const blocks = (said.blocks ?? []) as readonly Json[];
  if (known === undefined || known.left === 0) {
    send(response, { ok: false, error: known === undefined ? 'invalid_url' : 'used_url' }, 404);
  } else if (blocks.length > 0 && blocksProblem(blocks, 'message') !== null) {
    send(response, { ok: false, error: 'invalid_blocks' }, 400);
  } else {
    known.left -= 1;
    showResponse(world, known, { text: said.text as string, blocks, said });
    send(response, { ok: true });
  }
}

function showResponse(
  world: World,
  known: ResponseUrl,
  { text, blocks, said }: { text: string; blocks: readonly Json[]; said: Json },
): void {
  if (
    said.replace_original === true &&
    known.message !== null &&
    world.replace(known.channel, known.message, { text, blocks })
  )
    return;
  world.put({
    channel: known.channel,
    ts: world.nextTs(),
    user: world.bot.user,
    byBot: true,
    text,
    blocks,
    thread: typeof said.thread_ts === 'string' ? said.thread_ts : null,
    only: said.response_type === 'in_channel' ? null : known.user,
    metadata: null,
  });
}

function fail(response: ServerResponse, fault: Exclude<Fault, { dropAfter: true }>): void {
  if ('retryAfter' in fault) {
    response.setHeader('retry-after', String(fault.retryAfter));
    send(response, { ok: false, error: 'ratelimited' }, 429);
  } else if ('error' in fault) {
    send(response, { ok: false, error: fault.error });
  } else if ('status' in fault) {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>Something went wrong</html>');
  } else {
    response.destroy();
  }
}

function send(response: ServerResponse, body: Json, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Slack takes forms and JSON; in a form, everything that is no text stands as JSON. */
function argsOf(request: IncomingMessage, body: string): Json {
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(body) as Json;
  const entries = [...new URLSearchParams(body)].map(([key, value]): [string, unknown] => [key, asJson(key, value)]);
  return Object.fromEntries(entries);
}

function asJson(key: string, value: string): unknown {
  if (['blocks', 'view', 'metadata', 'attachments'].includes(key)) return JSON.parse(value);
  return value === 'true' ? true : value === 'false' ? false : value;
}
