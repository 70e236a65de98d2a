import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonAnswer, pageAnswer, sendAnswer, textAnswer, type Answer } from './answer.ts';
import { clockCalled, resetCalled, stateCalled } from './calls.ts';
import { CallRefused, PageProblem } from './errors.ts';
import { checkHost, checkSameOrigin } from './guard.ts';
import type { Log } from '../../src/ports.ts';
import { problemPage } from './problem-page.ts';
import { readAddress, readBody } from './request.ts';
import type { Room } from './room.ts';
import { findRoute, openRoutes, personRoutes } from './routes.ts';
import { script } from './script.ts';
import { icon, style } from './style.ts';
import type { Visit } from './visit.ts';

interface ListenerParts {
  /** Null before the start and after the stop; "none" where there is no rehearsal and so no room. */
  room(): Room | 'none' | null;
  readonly log: Log;
}

/** Answers every request of the room's pages. Never throws. */
export async function answerRequest(
  parts: ListenerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answerFor(parts.room(), request).catch((error: unknown) => {
    if (error instanceof CallRefused) return jsonAnswer({ error: error.message }, error.status);
    if (error instanceof PageProblem) return problemAnswer(error, readAddress(request).path);
    parts.log.error('a page of the room failed', { method: request.method, error });
    return problemAnswer(new PageProblem('broken'), readAddress(request).path);
  });
  sendAnswer(response, answer, request.method !== 'HEAD');
}

/** Whoever calls the JSON interface reads JSON; people get a page. */
function problemAnswer({ code, status }: PageProblem, path: string): Answer {
  if (path.startsWith('/rehearsal/')) return jsonAnswer({ error: code }, status);
  const user = /^\/as\/([A-Za-z0-9-]{1,80})\/./.exec(path)?.[1];
  return pageAnswer(problemPage(code, user === undefined ? '/' : `/as/${user}`), status);
}

async function answerFor(room: Room | 'none' | null, request: IncomingMessage): Promise<Answer> {
  const { path, query } = readAddress(request);
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const file = method === 'GET' ? fileAt(path) : null;
  if (file !== null) return file;
  if (room === 'none') throw new PageProblem('no-room');
  checkHost(request);
  if (room === null) throw new PageProblem('not-ready');
  if (method !== 'GET') checkSameOrigin(request);
  const body = method === 'POST' ? await readBody(request) : '';
  if (path.startsWith('/rehearsal/')) return called(room, { method, path, body });
  return visited(room, { method, path, query, body });
}

/** The few files of the pages. Their addresses change with their content, so they may be kept for long. */
function fileAt(path: string): Answer | null {
  const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
  switch (path) {
    case '/room.css':
      return textAnswer(style, 'text/css', headers);
    case '/room.js':
      return textAnswer(script, 'text/javascript', headers);
    case '/icon.svg':
      return textAnswer(icon, 'image/svg+xml', { 'cache-control': 'public, max-age=86400' });
    default:
      return null;
  }
}

async function called(
  room: Room,
  { method, path, body }: { method: string; path: string; body: string },
): Promise<Answer> {
  switch (`${method} ${path}`) {
    case 'POST /rehearsal/clock':
      return jsonAnswer(await clockCalled(room, body));
    case 'POST /rehearsal/reset':
      return jsonAnswer(await resetCalled(room, body));
    case 'GET /rehearsal/state':
      return jsonAnswer(await stateCalled(room));
    default:
      throw new PageProblem('not-found');
  }
}

async function visited(
  room: Room,
  { method, path, query, body }: { method: string; path: string; query: URLSearchParams; body: string },
): Promise<Answer> {
  const people = await room.rehearsal.people();
  const visit = (params: Visit['params']): Visit => ({
    path,
    params,
    query,
    posted: new URLSearchParams(body),
    people,
  });
  const [, user, rest = ''] = /^\/as\/([A-Za-z0-9-]{1,80})((?:\/.*)?)$/.exec(path) ?? [];
  if (user === undefined) {
    const { run, params } = findRoute(openRoutes, method, path);
    return run(room, visit(params));
  }
  const person = people.find((one) => one.user === user);
  if (person === undefined) throw new PageProblem('not-found');
  const { run, params } = findRoute(personRoutes, method, rest);
  return run(room, { ...visit(params), person });
}
