import type { RoomMessage } from '../../src/ports-room.ts';
import { webWords } from '../../src/words/en/web.ts';
import { composer, noDraft, type Draft } from './composer.ts';
import { html, nothing, type Html } from './html.ts';
import { messagesKeptInSight, messagesOnPage } from './limits.ts';
import { messageView, type View } from './message-view.ts';
import { page } from './page.ts';
import { side } from './side.ts';
import { maySee, type Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** The room as one person sees it: the box, then the messages, the newest on top where a page opens. */
export async function roomPage(room: Room, visit: PersonVisit, draft: Draft = noDraft): Promise<Html> {
  const all = await inSight(room, visit);
  const view = { ...viewOf(room, visit, 'room'), replies: countReplies(all) };
  const { user } = visit.person;
  const box = { action: `/as/${user}/say`, label: webWords.typeToBot, hint: webWords.typeToBotHint, draft };
  const main = html`${newsLine(view, `/as/${user}`)} ${steps(visit)} ${composer(box, view)}
  ${messageList(all.filter(({ thread }) => thread === null).toReversed(), view, `/as/${user}`)}`;
  const title = webWords.roomTitle(room.channel);
  return page({ title, main, aside: await side(view), here: 'room', visit, room, isWrong: draft.error !== null });
}

/** All that this person may see in the room, oldest first. */
export async function inSight(room: Room, visit: PersonVisit): Promise<readonly RoomMessage[]> {
  const all = await room.store.list(room.channel, visit.person.user, messagesKeptInSight);
  return all.filter((message) => maySee(message, visit.person));
}

/** Each page has a number of its own, and "room:2" leads back to the second page. */
export function viewOf(room: Room, visit: PersonVisit, back: string): View {
  const number = pageNumber(visit);
  return { room, visit, page: room.ids.newId(), back: number > 1 ? `${back}:${String(number)}` : back, replies: null };
}

/** Newest first, some to a page, with the way to the older ones. */
export function messageList(messages: readonly RoomMessage[], view: View, base: string): Html {
  const number = pageNumber(view.visit);
  const shown = messages.slice((number - 1) * messagesOnPage, number * messagesOnPage);
  const hasOlder = messages.length > number * messagesOnPage;
  return html`<section aria-labelledby="messages-h" class="messages">
    <h2 id="messages-h">${webWords.messages}</h2>
    <p class="hint">${shown.length === 0 ? webWords.noMessages : webWords.newestFirst}</p>
    <ol class="list">
      ${shown.map((message) => messageView(message, view))}
    </ol>
    <p class="pages">
      ${number > 1 ? html`<a href="${base}?page=${number - 1}">${webWords.newer}</a>` : nothing}
      ${hasOlder ? html`<a href="${base}?page=${number + 1}">${webWords.older}</a>` : nothing}
    </p>
  </section>`;
}

/** Empty until the little script finds that there is something new; without scripts it stays empty. */
export function newsLine({ room, visit }: View, address: string): Html {
  const { user } = visit.person;
  return html`<div role="status" class="news" data-news="/as/${user}/news" data-version="${room.news.version(user)}">
    <p hidden>${webWords.news} <a href="${address}">${webWords.showNews}</a></p>
  </div>`;
}

function countReplies(messages: readonly RoomMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { thread, only } of messages) {
    if (thread !== null && only === null) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  return counts;
}

/** Advice for the first visit; open until something was done. */
function steps(visit: PersonVisit): Html {
  const isFirst = !visit.query.has('said') && !visit.query.has('after') && !visit.query.has('page');
  return html`<details class="steps" ${isFirst ? html` open` : nothing}>
    <summary>${webWords.tryTitle}</summary>
    <ol>
      ${webWords.trySteps(webWords.nextQuestion, webWords.nextDigest).map((step) => html`<li>${step}</li>`)}
    </ol>
  </details>`;
}

function pageNumber({ query }: PersonVisit): number {
  const number = Number(query.get('page') ?? '1');
  return Number.isInteger(number) && number > 0 && number < 1_000 ? number : 1;
}
