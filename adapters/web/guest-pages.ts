import type { Reply } from '../../src/ports.ts';
import type { RoomMessage } from '../../src/ports-room.ts';
import { guestPageWords as words } from '../../src/words/en/guest-pages.ts';
import { composer, noDraft, type Draft } from './composer.ts';
import { pageMark } from './guest-cookie.ts';
import { guestPage } from './guest-page.ts';
import { guestChannel, type GuestRoom, type GuestVisit } from './guest-room.ts';
import { html, nothing, type Html } from './html.ts';
import { messagesKeptInSight, messagesOnPage } from './limits.ts';
import { renderDocument } from './render.ts';

type Document = Extract<Reply, { document: unknown }>['document'];

/** What waits for them, what they have to pick still, and the newest notes; with the box to type into. */
export async function startPage(room: GuestRoom, visit: GuestVisit, draft: Draft = noDraft): Promise<Html> {
  const { guest } = visit;
  const mark = pageMark(room, visit);
  const home = await told(room, visit, '');
  const next = guest.takesPart && !guest.isSettled ? await told(room, visit, 'join') : null;
  const main = html`${next === null ? nothing : part(words.nextStep, shown(next, mark, { level: 3 }))}
  ${home === null ? nothing : part(words.waits, shown(home, mark, { level: 3 }))} ${box(mark, draft)}
  ${await newest(room, visit, mark)}`;
  const status = visit.query.get('said') === 'sent' ? words.sent : null;
  return guestPage({ title: words.hello(guest.name), main, here: 'start', visit, mark, status, wrong: draft.error });
}

export async function questionPage(room: GuestRoom, visit: GuestVisit): Promise<Html> {
  const mark = pageMark(room, visit);
  const question = await room.door.question(visit.guest);
  const main = question === null ? html`<p>${words.noQuestion}</p>` : shown(question, mark);
  return guestPage({ title: words.questionTitle, main, here: 'question', visit, mark });
}

export async function digestPage(room: GuestRoom, visit: GuestVisit): Promise<Html> {
  const mark = pageMark(room, visit);
  const [first, ...more] = await room.door.digest(visit.guest);
  const rest =
    more.length === 0
      ? nothing
      : part(words.digestMore, html`${more.map((one) => note(shown(one, mark, { level: 3 })))}`);
  const main = first === undefined ? html`<p>${words.noDigest}</p>` : html`${shown(first, mark)} ${rest}`;
  return guestPage({ title: words.digestTitle, main, here: 'digest', visit, mark });
}

export async function notesPage(room: GuestRoom, visit: GuestVisit): Promise<Html> {
  const mark = pageMark(room, visit);
  const notes = await notesOf(room, visit);
  const number = pageNumber(visit);
  const page = notes.slice((number - 1) * messagesOnPage, number * messagesOnPage);
  const hasOlder = notes.length > number * messagesOnPage;
  const main = html`<p class="hint">${page.length === 0 ? words.noNotes : words.newestFirst}</p>
    ${page.map((message) => noteView(message, { visit, mark, level: 2 }))}
    <p class="pages">
      ${number > 1 ? html`<a href="/g/notes?page=${number - 1}">${words.newer}</a>` : nothing}
      ${hasOlder ? html`<a href="/g/notes?page=${number + 1}">${words.older}</a>` : nothing}
    </p>`;
  return guestPage({ title: words.notesTitle, main, here: 'notes', visit, mark });
}

/** A page that holds what WeSaid says to a line. */
export async function toldPage(
  room: GuestRoom,
  visit: GuestVisit,
  { line, title, here }: { readonly line: string; readonly title: string; readonly here: string },
): Promise<Html> {
  const mark = pageMark(room, visit);
  const document = await told(room, visit, line);
  const main = html`${document === null ? nothing : shown(document, mark)} ${box(mark, noDraft)}`;
  return guestPage({ title, main, here, visit, mark });
}

/** The answer to an act stands alone at the top of a page of its own, and is kept nowhere. */
export function replyPage(room: GuestRoom, visit: GuestVisit, document: Document): Html {
  const mark = pageMark(room, visit);
  const main = html`${shown(document, mark)}
    <p class="back"><a class="button" href="/g">${words.back}</a></p>
    ${box(mark, noDraft)}`;
  return guestPage({ title: words.replyTitle, main, visit, mark });
}

/** A line that only asks: nothing is changed by it, so it may be asked by a page that is only looked at. */
async function told(room: GuestRoom, { guest }: GuestVisit, text: string): Promise<Document | null> {
  const reply = await room.handle({
    kind: 'command',
    text,
    id: `web/guests/look-${room.ids.newId()}`,
    at: room.clock.now(),
    who: guest.identity,
    name: null,
    where: 'direct',
  });
  return 'document' in reply ? reply.document : null;
}

/** `message` is the note whose buttons they are. */
function shown(document: Document, mark: string, options: { message?: string; level?: 2 | 3 | 4 } = {}): Html {
  const { message, level = 2 } = options;
  const which = message === undefined ? nothing : html`<input type="hidden" name="message" value="${message}" />`;
  const wrap = (buttons: Html): Html =>
    html`<form method="post" action="/g/act">
      <input type="hidden" name="page" value="${mark}" />${which}${buttons}
    </form>`;
  return renderDocument(document, { level, wrap });
}

function part(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function box(mark: string, draft: Draft): Html {
  const facts = { action: '/g/say', label: words.box, hint: words.boxHint, draft, button: words.send };
  return composer(facts, { page: mark, back: 'start' });
}

const newestNotes = 3;

async function newest(room: GuestRoom, visit: GuestVisit, mark: string): Promise<Html> {
  const notes = await notesOf(room, visit);
  if (notes.length === 0) return nothing;
  const some = notes.slice(0, newestNotes).map((message) => noteView(message, { visit, mark, level: 3 }));
  const all = html`<p class="pages"><a href="/g/notes">${words.allNotes}</a></p>`;
  return part(words.newNotes, html`${some} ${notes.length > newestNotes ? all : nothing}`);
}

/** The newest first. */
async function notesOf({ store }: GuestRoom, { guest }: GuestVisit): Promise<readonly RoomMessage[]> {
  const { user } = guest.identity;
  const all = await store.list(guestChannel, user, messagesKeptInSight);
  return all.filter(({ only, gone, document }) => only === user && !gone && document !== null).toReversed();
}

interface NoteFacts {
  readonly visit: GuestVisit;
  readonly mark: string;
  readonly level: 2 | 3;
}

function noteView(message: RoomMessage, { visit, mark, level }: NoteFacts): Html {
  const { id, document, at } = message;
  if (document === null) return nothing;
  const title = words.noteOf(at, visit.guest.zone);
  const heading = level === 2 ? html`<h2 id="${id}-h">${title}</h2>` : html`<h3 id="${id}-h">${title}</h3>`;
  return html`<article class="note" id="${id}" aria-labelledby="${id}-h">
    ${heading} ${shown(document, mark, { message: id, level: level === 2 ? 3 : 4 })}
  </article>`;
}

function note(content: Html): Html {
  return html`<div class="note">${content}</div>`;
}

function pageNumber({ query }: GuestVisit): number {
  const number = Number(query.get('page') ?? '1');
  return Number.isInteger(number) && number > 0 && number < 1_000 ? number : 1;
}
