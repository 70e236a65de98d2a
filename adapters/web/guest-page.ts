import { guestPageWords as words } from '../../src/words/en/guest-pages.ts';
import type { Answer } from './answer.ts';
import { guestStyleAddress } from './guest-style.ts';
import { html, nothing, type Html } from './html.ts';
import type { GuestVisit } from './guest-room.ts';

interface GuestPageParts {
  /** The one h1, and the first part of the page's title. */
  readonly title: string;
  readonly main: Html;
  /** Null where nobody is let in, or what is shown is for everyone. */
  readonly visit: GuestVisit | null;
  /** The menu's own page is marked. */
  readonly here?: string;
  /** What the last act did; the title says it first. */
  readonly status?: string | null;
  /** What needs a second look: the title says it first, and the page where it is wrong. */
  readonly wrong?: string | null;
  /** This page's own mark: see pageMark. Left out where nothing can be done. */
  readonly mark?: string;
  /** For a page that is made to be printed: large letters, and no frame around them. */
  readonly paper?: true;
}

/** The frame of all pages for guests: landmarks, the menu, whose page it is, and the way out. */
export function guestPage(parts: GuestPageParts): Html {
  const { title, main, visit, status = null } = parts;
  const first = parts.wrong ?? status;
  const huddle = visit === null ? '' : ` – ${visit.guest.huddle.name}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${first === null ? '' : `${first} – `}${title}${huddle} – ${words.product}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="stylesheet" href="${guestStyleAddress}" />
        <link rel="icon" href="/g/icon.svg" type="image/svg+xml" />
      </head>
      <body${parts.paper === true ? html` class="paper"` : nothing}>
        <a class="skip" href="#main">${words.skip}</a>
        ${visit === null ? nothing : top(visit, parts.here)}
        <div class="sheet narrow">
          <main id="main" tabindex="-1">
            ${status === null ? nothing : html`<p class="said" role="status">${status}</p>`}
            <h1>${title}</h1>
            ${main}
          </main>
        </div>
        <footer class="bottom">${visit === null ? nothing : wayOut(visit, parts.mark)}<p>${words.notWatched}</p></footer>
      </body>
    </html> `;
}

const menu = [
  ['start', '/g', words.menuStart],
  ['question', '/g/question', words.menuQuestion],
  ['digest', '/g/digest', words.menuDigest],
  ['notes', '/g/notes', words.menuNotes],
  ['settings', '/g/settings', words.menuSettings],
  ['help', '/g/help', words.menuHelp],
] as const;

function top({ guest }: GuestVisit, here: string | undefined): Html {
  return html`<header class="top">
    <div class="line">
      <p class="sign">
        <strong>${guest.huddle.name}.</strong>
        ${guest.bySupporter ? words.typingFor(guest.name) : words.onlyYou(guest.huddle.name)}
      </p>
      <nav aria-label="${words.menu}">
        <ul>
          ${menu.map(([key, address, label]) => html`<li><a href="${address}" ${here === key ? html` aria-current="page"` : nothing}>${label}</a></li>`)}
        </ul>
      </nav>
    </div>
  </header>`;
}

function wayOut({ guest }: GuestVisit, mark: string | undefined): Html {
  return html`<div class="way-out">
    <p>${words.worksUntil(guest.endsAt, guest.zone)}</p>
    ${
      mark === undefined
        ? nothing
        : html`<form method="post" action="/g/finish">
            <input type="hidden" name="page" value="${mark}" /><button aria-describedby="finish-hint">
              ${words.finish}
            </button>
            <span class="hint" id="finish-hint">${words.finishMeans}</span>
          </form>`
    }
  </div>`;
}

/** No script at all, and nothing from elsewhere. */
const always: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * A page whose address is a secret names it to nobody. The others send it within these pages: without any, browsers say
 * "Origin: null" of our own forms.
 */
export function guestHeaders({ secret }: { readonly secret: boolean }): Readonly<Record<string, string>> {
  return { ...always, 'referrer-policy': secret ? 'no-referrer' : 'same-origin' };
}

export function guestAnswer(page: Html, { status = 200, secret = false, headers = {} }: AnswerFacts = {}): Answer {
  const type = { 'content-type': 'text/html; charset=utf-8' };
  return { status, headers: { ...guestHeaders({ secret }), ...type, ...headers }, body: page.html };
}

interface AnswerFacts {
  readonly status?: number;
  readonly secret?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export function guestGoTo(path: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 303, headers: { ...guestHeaders({ secret: true }), location: path, ...headers }, body: '' };
}
