import type { Document } from '../../src/messages/document.ts';
import { webWords } from '../../src/words/en/web.ts';
import type { Answer } from './answer.ts';
import { PageProblem } from './errors.ts';
import { frameHeaders } from './guard.ts';
import { escapeHtml, html, type Html } from './html.ts';
import { page } from './page.ts';
import { renderDocument } from './render.ts';
import { maySee, type Drawing, type Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** A message as this room draws it and as the other platforms will, one under the other. */
export async function previewPage(room: Room, visit: PersonVisit): Promise<Html> {
  const { document, drawings } = await drawn(room, visit);
  const frames = drawings.map(
    ({ platform }, index) =>
      html`<section>
        <h2>${webWords.howItDraws(platform)}</h2>
        <iframe
          class="drawing"
          sandbox
          src="/as/${visit.person.user}/preview/${visit.params['message'] ?? ''}/${index}"
          title="${webWords.drawing(platform)}"
        ></iframe>
      </section>`,
  );
  const main = html`<p><a href="/as/${visit.person.user}">${webWords.backToRoom}</a></p>
    ${frames.length === 0 ? html`<p>${webWords.noPreview}</p>` : frames}
    <section>
      <h2>${webWords.inThisRoom}</h2>
      <div class="message">${renderDocument(document, { level: 3, wrap: null })}</div>
    </section>`;
  return page({ title: webWords.howSlackDraws, main, visit, room });
}

/** One drawing by itself, for its frame: the other renderer's markup is kept apart from our pages. */
export async function previewFrame(room: Room, visit: PersonVisit): Promise<Answer> {
  const { drawings } = await drawn(room, visit);
  const drawing = drawings[Number(visit.params['index'])];
  if (drawing === undefined) throw new PageProblem('not-found');
  return {
    status: 200,
    headers: { ...frameHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: wholePage(drawing),
  };
}

async function drawn(room: Room, visit: PersonVisit): Promise<{ document: Document; drawings: readonly Drawing[] }> {
  const message = await room.store.get(visit.params['message'] ?? '');
  const document = message !== null && maySee(message, visit.person) ? message.document : null;
  if (document === null) throw new PageProblem('not-found');
  return { document, drawings: await room.preview(document) };
}

/** A renderer may give a whole page or only its inside. */
function wholePage({ platform, html: markup }: Drawing): string {
  if (/^\s*<!doctype/i.test(markup)) return markup;
  const title = escapeHtml(webWords.drawing(platform));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>body{margin:1rem;font:16px/1.5 system-ui,sans-serif;color:#1d1c1d;background:#fff;overflow-wrap:anywhere}</style></head><body>${markup}</body></html>`;
}
