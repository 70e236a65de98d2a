import { webWords } from '../../src/words/en/web.ts';
import { composer, noDraft, type Draft } from './composer.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { Room } from './room.ts';
import { inSight, messageList, newsLine, viewOf } from './room-page.ts';
import { side } from './side.ts';
import type { PersonVisit } from './visit.ts';

/** All that only this person can see, and the private talk with WeSaid. */
export async function privatePage(room: Room, visit: PersonVisit, draft: Draft = noDraft): Promise<Html> {
  const view = viewOf(room, visit, 'private');
  const base = `/as/${visit.person.user}/private`;
  const notes = (await inSight(room, visit)).filter(({ only }) => only !== null);
  const box = { action: `${base}/say`, label: webWords.writePrivate, hint: webWords.writePrivateHint, draft };
  const main = html`<p class="lead">${webWords.privateIntro}</p>
    ${newsLine(view, base)} ${composer(box, view)} ${messageList(notes.toReversed(), view, base)}`;
  const title = webWords.privateTitle;
  return page({ title, main, aside: await side(view), here: 'private', visit, room, isWrong: draft.error !== null });
}
