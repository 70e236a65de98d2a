import { webWords, type ProblemCode } from '../../src/words/en/web.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';

/** Says kindly what is wrong and where to go next. `home` is the room of whoever was visiting. */
export function problemPage(code: ProblemCode, home: string): Html {
  const [title, text] = webWords.problems[code];
  const main = html`<p class="lead">${text}</p>
    <p><a href="${home}">${webWords.backToRoom}</a></p>`;
  return page({ title, main, visit: null, room: null });
}
