import type { Instant } from './shapes.ts';
import { webWords } from '../../src/words/en/web.ts';
import { html, nothing, type Html } from './html.ts';
import { hidden, type View } from './message-view.ts';
import { after, dateOf } from './moments.ts';

/** The clock and who to be: what only a rehearsal has. */
export async function side(view: View): Promise<Html> {
  const { rehearsal } = view.room;
  const [question, digest] = await Promise.all([rehearsal.nextQuestionAt(), rehearsal.nextDigestAt()]);
  const now = rehearsal.now();
  const today = dateOf(now, rehearsal.zone);
  const base = `/as/${view.visit.person.user}`;
  return html`<div class="clock">
    <h2 id="clock-h">${webWords.clockTitle}</h2>
    <p class="now"><time datetime="${now}">${webWords.itIsNow(now, rehearsal.zone)}</time></p>
    <form method="post" action="${base}/clock" class="moves">
      ${hidden(view)}
      ${move(view, webWords.nextQuestion, question)}${move(view, webWords.nextDigest, digest)}${move(view, webWords.oneDayOn, after(now, 'P1D', rehearsal.zone))}
    </form>
    ${question === null ? html`<p class="hint">${webWords.noQuestion}</p>` : nothing}
    <div class="folds">
      <details>
        <summary>${webWords.goToDate}</summary>
        <form method="post" action="${base}/clock">
          ${hidden(view)} <label for="date">${webWords.date}</label>
          <p class="hint" id="date-hint">${webWords.dateHint}</p>
          <input type="date" id="date" name="date" min="${today}" value="${today}" aria-describedby="date-hint" />
          <button>${webWords.go}</button>
        </form>
      </details>
      <details>
        <summary>${webWords.startAgain}</summary>
        <form method="post" action="${base}/again">
          ${hidden(view)}
          <p class="hint" id="again-hint">${webWords.startAgainMeans}</p>
          <button name="with" value="willow" aria-describedby="again-hint">${webWords.startWith.willow}</button>
          <button name="with" value="nobody" aria-describedby="again-hint">${webWords.startWith.nobody}</button>
        </form>
      </details>
      <details>
        <summary>${webWords.actAs}</summary>
        <ul class="others">
          ${others(view)}
        </ul>
      </details>
    </div>
  </div>`;
}

/** Each button carries the moment itself and not "one day": pressed twice on one page, the clock moves once. */
function move({ room }: View, label: string, to: Instant | null): Html {
  if (to === null || to < room.rehearsal.now()) return nothing;
  return html`<button name="to" value="${to}">
    <span>${label}</span> <span class="to">${webWords.at(to, room.rehearsal.zone)}</span>
  </button>`;
}

function others({ visit }: View): readonly Html[] {
  return visit.people
    .filter(({ user }) => user !== visit.person.user)
    .map(({ user, name }) => html`<li><a href="/as/${user}">${name}</a></li>`);
}
