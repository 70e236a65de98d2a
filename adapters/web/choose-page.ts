import { webWords } from '../../src/words/en/web.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import type { Room } from './room.ts';
import type { Visit } from './visit.ts';

/** The first page: who to be, and what to try. */
export function choosePage(room: Room, visit: Visit): Html {
  const people = visit.people.map(
    ({ user, name, about }) =>
      html`<li>
        <a href="/as/${user}"
          ><span class="face person" aria-hidden="true">${name.charAt(0)}</span>
          <span><strong>${webWords.be(name)}</strong> <span class="about">${about}</span></span></a
        >
      </li>`,
  );
  const main = html`<p class="lead">${webWords.chooseIntro}</p>
    ${
      people.length === 0
        ? html`<p>${webWords.nobodyHere}</p>`
        : html`<ul class="people">
            ${people}
          </ul>`
    }
    <p class="hint">${webWords.chooseTabs}</p>
    <section aria-labelledby="try-h">
      <h2 id="try-h">${webWords.tryTitle}</h2>
      <ol class="try">
        ${webWords.trySteps(webWords.nextQuestion, webWords.nextDigest).map((step) => html`<li>${step}</li>`)}
      </ol>
    </section>`;
  return page({ title: webWords.chooseTitle, main, here: 'choose', visit, room });
}
