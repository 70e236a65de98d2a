import type { RoomMessage } from '../../src/ports-room.ts';
import { webWords } from '../../src/words/en/web.ts';
import { composer, noDraft, type Draft } from './composer.ts';
import { PageProblem } from './errors.ts';
import { html, type Html } from './html.ts';
import { messageView } from './message-view.ts';
import { page } from './page.ts';
import { maySee, type Room } from './room.ts';
import { inSight, newsLine, viewOf } from './room-page.ts';
import { side } from './side.ts';
import type { PersonVisit } from './visit.ts';

/** One message and its replies, in the order in which they came, with the box below as in a talk. */
export async function threadPage(room: Room, visit: PersonVisit, draft: Draft = noDraft): Promise<Html> {
  const root = await threadRoot(room, visit);
  const base = `/as/${visit.person.user}/thread/${root.id}`;
  const view = viewOf(room, visit, `thread:${root.id}`);
  const replies = (await inSight(room, visit)).filter(({ thread }) => thread === root.id);
  const box = { action: `${base}/say`, label: webWords.reply, hint: webWords.replyHint, draft };
  const main = html`<p><a href="/as/${visit.person.user}">${webWords.backToRoom}</a></p>
    ${newsLine(view, base)}
    <section aria-labelledby="thread-h">
      <h2 id="thread-h" class="unseen">${webWords.threadHeading}</h2>
      <ol class="list thread">
        ${[root, ...replies].map((message) => messageView(message, view))}
      </ol>
    </section>
    ${composer(box, view)}`;
  const title = webWords.threadTitle;
  return page({ title, main, aside: await side(view), visit, room, isWrong: draft.error !== null });
}

/** The message that a thread's address names. Only messages to all have threads, and replies have none of their own. */
export async function threadRoot(room: Room, visit: PersonVisit): Promise<RoomMessage> {
  const root = await room.store.get(visit.params['message'] ?? '');
  const hasThread = root?.only === null && root.thread === null;
  if (!hasThread || !maySee(root, visit.person)) throw new PageProblem('not-found');
  return root;
}
