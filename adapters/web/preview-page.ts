import type { Document } from '../../src/messages/document.ts';
import { webWords } from '../../src/words/en/web.ts';
import { textAnswer, type Answer } from './answer.ts';
import { PageProblem } from './errors.ts';
import { frameHeaders, frameScriptHeaders } from './guard.ts';
import { escapeHtml, html, type Html } from './html.ts';
import { page } from './page.ts';
import { renderDocument } from './render.ts';
import { maySee, type Drawing, type Room } from './room.ts';
import type { PersonVisit, Visit } from './visit.ts';

/** A message as this room draws it and as the other platforms will, one under the other. */
export async function previewPage(room: Room, visit: PersonVisit): Promise<Html> {
  const { document, drawings } = await drawn(room, visit);
  const frames = drawings.map(
    ({ platform, scripts = [] }, index) =>
      html`<section>
        <h2>${webWords.howItDraws(platform)}</h2>
        <iframe
          class="drawing"
          sandbox="${scripts.length === 0 ? '' : 'allow-scripts'}"
          src="/as/${visit.person.user}/preview/${visit.params['message'] ?? ''}/${index}"
          title="${webWords.drawing(platform)}"
        ></iframe>
      </section>`,
  );
  const main = html`<p><a href="/as/${visit.person.user}">${webWords.backToRoom}</a></p>
    <p>${frames.length === 0 ? webWords.noPreview : webWords.onlyDrawings}</p>
    ${frames}
    <section>
      <h2>${webWords.inThisRoom}</h2>
      <div class="message">${renderDocument(document, { level: 3, wrap: null })}</div>
    </section>`;
  return page({ title: webWords.howOthersDraw, main, visit, room });
}

/** One drawing by itself, for its frame: the other renderer's markup is kept apart from our pages. */
export async function previewFrame(room: Room, visit: PersonVisit): Promise<Answer> {
  const { drawings } = await drawn(room, visit);
  const drawing = drawings[Number(visit.params['index'])];
  if (drawing === undefined) throw new PageProblem('not-found');
  const nonce = (drawing.scripts ?? []).length === 0 ? null : room.ids.newId();
  return {
    status: 200,
    headers: { ...frameHeaders(nonce), 'content-type': 'text/html; charset=utf-8' },
    body: wholePage(drawing, nonce),
  };
}

/** A script that a drawing runs in its frame, such as the other platform's own renderer. */
export async function previewScript(room: Room, visit: Visit): Promise<Answer> {
  const script = await room.previewScript(visit.params['script'] ?? '');
  if (script === null) throw new PageProblem('not-found');
  return textAnswer(script, 'text/javascript', frameScriptHeaders);
}

async function drawn(room: Room, visit: PersonVisit): Promise<{ document: Document; drawings: readonly Drawing[] }> {
  const message = await room.store.get(visit.params['message'] ?? '');
  const document = message !== null && maySee(message, visit.person) ? message.document : null;
  if (document === null) throw new PageProblem('not-found');
  return { document, drawings: await room.preview(document) };
}

/** A renderer may give a whole page or only its inside. Its scripts run last, once all else is there. */
function wholePage({ platform, html: markup, scripts = [] }: Drawing, nonce: string | null): string {
  if (/^\s*<!doctype/i.test(markup)) return markup;
  const title = escapeHtml(webWords.drawing(platform));
  const run = scripts.map((name) => `<script nonce="${nonce ?? ''}" src="/drawing/${name}"></script>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>body{margin:1rem;font:16px/1.5 system-ui,sans-serif;color:#1d1c1d;background:#fff;overflow-wrap:anywhere}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}</style></head><body><main><h1 class="unseen">${title}</h1>${markup}</main>${run}</body></html>`;
}
