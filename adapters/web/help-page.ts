import { webWords } from '../../src/words/en/web.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { Room } from './room.ts';
import type { PersonVisit, Visit } from './visit.ts';

/** How the rehearsal works. What WeSaid itself can do, it says when it is asked for help. */
export function helpPage(room: Room, visit: Visit | PersonVisit): Html {
  const sections = webWords.helpSections.map(
    ({ title, lines }) =>
      html`<section>
        <h2>${title}</h2>
        ${lines.map((line) => html`<p>${line}</p>`)}
      </section>`,
  );
  const main = html`<p class="lead">${webWords.helpIntro}</p>
    ${sections}`;
  return page({ title: webWords.helpTitle, main, here: 'help', visit, room });
}
