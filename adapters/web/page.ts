import { webWords, type StatusCode } from '../../src/words/en/web.ts';
import { html, nothing, type Html } from './html.ts';
import type { Room } from './room.ts';
import { scriptAddress } from './script.ts';
import { styleAddress } from './style.ts';
import type { PersonVisit, Visit } from './visit.ts';

interface PageParts {
  /** The one h1, and the first part of the page's title. */
  readonly title: string;
  readonly main: Html;
  readonly aside?: Html;
  /** "room", "private" or "help": the menu's own page is marked. */
  readonly here?: string;
  readonly visit: Visit | PersonVisit | null;
  readonly room: Room | null;
  /** Set when what was typed needs a second look; the title says so first. */
  readonly isWrong?: boolean;
}

/** The frame that all pages share: landmarks, the rehearsal's heading, the menu, and what the last act did. */
export function page(parts: PageParts): Html {
  const { title, main, aside = nothing, visit, room } = parts;
  const status = room === null || visit === null ? null : statusOf(room, visit);
  const first = parts.isWrong === true ? `${webWords.formWrong} – ` : status === null ? '' : `${status.text} – `;
  const person = visit !== null && 'person' in visit ? visit.person : null;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${first}${title}${person === null ? '' : ` – ${person.name}`} – ${webWords.product}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="${styleAddress}" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script src="${scriptAddress}" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${webWords.skip}</a>
        <header class="top">
          <div class="line">
            <p class="sign"><strong>${webWords.rehearsal}.</strong> ${webWords.rehearsalMeans}</p>
            ${menu(parts)}
          </div>
        </header>
        <div class="sheet${aside === nothing ? ' narrow' : ''}">
          ${aside === nothing ? nothing : html`<aside aria-labelledby="clock-h">${aside}</aside>`}
          <main id="main" tabindex="-1">
            ${status === null ? nothing : html`<p class="said${status.isError ? ' wrong' : ''}" role="${status.isError ? 'alert' : 'status'}">${status.text}</p>`}
            <h1>${title}</h1>
            ${main}
          </main>
        </div>
        <footer class="bottom"><p>${webWords.notWatched}</p></footer>
      </body>
    </html> `;
}

function menu({ visit, here }: PageParts): Html {
  const person = visit !== null && 'person' in visit ? visit.person : null;
  const item = (key: string, address: string, label: string): Html =>
    html`<li><a href="${address}" ${here === key ? html` aria-current="page"` : nothing}>${label}</a></li>`;
  if (person === null)
    return html`<nav aria-label="${webWords.menu}">
      <ul>
        ${item('choose', '/', webWords.chooseTitle)}${item('help', '/help', webWords.menuHelp)}
      </ul>
    </nav>`;
  const base = `/as/${person.user}`;
  return html`<nav aria-label="${webWords.menu}">
      <ul>
        ${item('room', base, webWords.menuRoom)}${item('private', `${base}/private`, webWords.menuPrivate)}${item('help', `${base}/help`, webWords.menuHelp)}
      </ul>
    </nav>
    <p class="me"><strong>${webWords.youAre(person.name)}</strong> <a href="/">${webWords.beSomeoneElse}</a></p>`;
}

const errorCodes: readonly string[] = ['backwards', 'no-date', 'too-far'] satisfies StatusCode[];

/** Only known codes are shown: an address must not be able to put words on the page. */
function statusOf(room: Room, visit: Visit | PersonVisit): { text: string; isError: boolean } | null {
  const passing = 'person' in visit ? room.passing.get(visit.query.get('passing') ?? '', visit.person.user) : null;
  if (passing !== null) return { text: passing, isError: false };
  const code = visit.query.get('said');
  const known = Object.entries(webWords.status).find(([key]) => key === code);
  if (known === undefined) return null;
  return { text: known[1](room.rehearsal.now(), room.rehearsal.zone), isError: errorCodes.includes(known[0]) };
}
