import type { IncomingMessage, ServerResponse } from 'node:http';
import { guestPageWords as words } from '../../src/words/en/guest-pages.ts';
import { sendAnswer, textAnswer, type Answer } from './answer.ts';
import { GuestProblem, PageProblem } from './errors.ts';
import { finish, pressIt, sayIt, sendForm } from './guest-acts.ts';
import { checkGuestOrigin, keepVisit, visitIn } from './guest-cookie.ts';
import { guestAnswer, guestGoTo, guestPage } from './guest-page.ts';
import { digestPage, notesPage, questionPage, startPage, toldPage } from './guest-pages.ts';
import type { GuestRoom, GuestVisit } from './guest-room.ts';
import { cardPage, landingPage, printPage } from './guest-sheets.ts';
import { guestStyle } from './guest-style.ts';
import { html, nothing, type Html } from './html.ts';
import { readAddress, readBody } from './request.ts';
import { icon } from './style.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly posted: URLSearchParams;
  readonly request: IncomingMessage;
}

/** Answers every request under /g. Never throws, and logs no address: the address of a link is its secret. */
export async function answerGuest(room: GuestRoom, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerFor(room, request);
  sendAnswer(response, answer, request.method !== 'HEAD');
}

async function answerFor(room: GuestRoom, request: IncomingMessage): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  let posted = new URLSearchParams();
  try {
    if (method === 'POST') posted = new URLSearchParams(await readBody(request));
    return await route(room, { method, posted, request, ...readAddress(request) });
  } catch (error) {
    return problem(problemOf(room, error), posted);
  }
}

function problemOf({ log }: GuestRoom, error: unknown): GuestProblem {
  if (error instanceof GuestProblem) return error;
  // The parts that are shared with the room name its problems.
  if (error instanceof PageProblem) return new GuestProblem(error.code === 'too-long' ? 'too-long' : 'old-page');
  log.error('a page for a guest failed', { error });
  return new GuestProblem('broken');
}

/** Whatever went wrong, nothing that was typed is lost: it stands there to be copied. */
function problem({ code, status }: GuestProblem, posted: URLSearchParams): Answer {
  const [title, text] = words.problems[code];
  const home = code === 'closed' || code === 'no-link' ? nothing : html`<p><a href="/g">${words.back}</a></p>`;
  const main = html`<p class="lead">${text}</p>
    ${home} ${typedBack(posted)}`;
  return guestAnswer(guestPage({ title, main, visit: null }), { status, secret: true });
}

function typedBack(posted: URLSearchParams): Html {
  const texts = ['text', ...posted.getAll('typed')]
    .flatMap((name) => posted.getAll(name))
    .filter((text) => text !== '');
  if (texts.length === 0) return nothing;
  return html`<section>
    <h2>${words.typedTitle}</h2>
    <p>${words.typedKept}</p>
    ${texts.map((text) => html`<blockquote class="typed-kept">${text}</blockquote>`)}
  </section>`;
}

async function route(room: GuestRoom, asked: Asked): Promise<Answer> {
  const { method, path, request } = asked;
  if (method !== 'GET' && method !== 'POST') throw new GuestProblem('not-found');
  if (method === 'POST') checkGuestOrigin(request, room.door.origin);
  const file = method === 'GET' ? fileAt(path) : null;
  if (file !== null) return file;
  const [, kind, token] = /^\/g\/(?:(card|print)\/)?([\w~.-]*\.[\w~.-]+)$/.exec(path) ?? [];
  if (token !== undefined) return byToken(room, asked, { kind, token });
  return byVisit(room, asked);
}

/** The few files of these pages. Their addresses change with their content, so they may be kept for long. */
function fileAt(path: string): Answer | null {
  switch (path) {
    case '/g/style.css':
      return textAnswer(guestStyle, 'text/css', { 'cache-control': 'public, max-age=31536000, immutable' });
    case '/g/icon.svg':
      return textAnswer(icon, 'image/svg+xml', { 'cache-control': 'public, max-age=86400' });
    default:
      return null;
  }
}

async function byToken(
  room: GuestRoom,
  { method, posted }: Asked,
  { kind, token }: { readonly kind: string | undefined; readonly token: string },
): Promise<Answer> {
  const { door } = room;
  if (kind !== undefined) {
    if (method !== 'GET') throw new GuestProblem('not-found');
    const [card, sheet] = kind === 'card' ? [await door.card(token), null] : [null, await door.print(token)];
    if (card !== null) return guestAnswer(cardPage(card), { secret: true });
    return sheet === null ? wrongLink(room) : guestAnswer(printPage(sheet), { secret: true });
  }
  const entered = await door.enter(token, { supporter: posted.get('as') === 'supporter' });
  if (entered === null) return wrongLink(room);
  if (method === 'GET') return guestAnswer(landingPage(token), { secret: false });
  return guestGoTo('/g', { 'set-cookie': keepVisit(door.origin, entered.visit) });
}

/** It looks the same for each kind of wrong link: nobody learns which of them was once good. */
function wrongLink({ wrong }: GuestRoom): Answer {
  if (!wrong.note()) throw new GuestProblem('no-link');
  return { ...textAnswer('', 'text/plain', { 'retry-after': '60' }), status: 429 };
}

async function byVisit(room: GuestRoom, asked: Asked): Promise<Answer> {
  const { request, query, posted, method, path } = asked;
  const visit = visitIn(request, room.door.origin);
  const guest = visit === null ? null : await room.door.visit(visit);
  if (method === 'POST' && path === '/g/finish') return finish(room);
  if (visit === null || guest === null) throw new GuestProblem('closed');
  return visited(room, { guest, visit, query, posted }, `${method} ${path}`);
}

async function visited(room: GuestRoom, visit: GuestVisit, what: string): Promise<Answer> {
  switch (what) {
    case 'GET /g':
      return guestAnswer(await startPage(room, visit));
    case 'GET /g/question':
      return guestAnswer(await questionPage(room, visit));
    case 'GET /g/digest':
      return guestAnswer(await digestPage(room, visit));
    case 'GET /g/notes':
      return guestAnswer(await notesPage(room, visit));
    case 'GET /g/settings':
      return guestAnswer(await toldPage(room, visit, { line: 'me', title: words.settingsTitle, here: 'settings' }));
    case 'GET /g/help':
      return guestAnswer(await toldPage(room, visit, { line: 'help', title: words.helpTitle, here: 'help' }));
    case 'POST /g/say':
      return sayIt(room, visit);
    case 'POST /g/act':
      return pressIt(room, visit);
    case 'POST /g/form':
      return sendForm(room, visit);
    default:
      throw new GuestProblem('not-found');
  }
}
