import type { RoomMessage } from '../../src/ports-room.ts';
import { webWords } from '../../src/words/en/web.ts';
import { composer } from './composer.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import { isDirect, type Room } from './room.ts';
import { viewOf } from './room-page.ts';
import type { PersonVisit } from './visit.ts';

/** One's own words, to be put right. */
export function changePage(
  room: Room,
  visit: PersonVisit,
  { message, text, error }: { message: RoomMessage; text: string; error: string | null },
): Html {
  const { user } = visit.person;
  const box = {
    action: `/as/${user}/change/${message.id}`,
    label: webWords.yourMessage,
    hint: isDirect(message.id) ? webWords.writePrivateHint : webWords.replyHint,
    draft: { text, error },
    button: webWords.save,
  };
  const back = message.thread === null ? `/as/${user}/private` : `/as/${user}/thread/${message.thread}`;
  const main = html`${composer(box, viewOf(room, visit, 'room'))}
    <p><a href="${back}">${webWords.cancel}</a></p>`;
  return page({ title: webWords.changeTitle, main, visit, room, isWrong: error !== null });
}
