import type { Guest, Sheet } from '../../src/ports-guests.ts';
import { guestPageWords as words } from '../../src/words/en/guest-pages.ts';
import { guestPage } from './guest-page.ts';
import { qrCode } from './guest-qr.ts';
import { html, type Html } from './html.ts';
import { renderDocument } from './render.ts';

/** Behind the link: it asks who is there before it opens anything, so that no program that looks at links comes in. */
export function landingPage(token: string): Html {
  const main = html`<p class="lead">${words.landingOne}</p>
    <form method="post" action="/g/${token}" aria-labelledby="who-h">
      <h2 id="who-h">${words.landingAsk}</h2>
      <div class="choices">
        <button class="primary" name="as" value="self">${words.landingSelf}</button>
        <button name="as" value="supporter" aria-describedby="supporter-hint">${words.landingSupporter}</button>
        <p class="hint" id="supporter-hint">${words.landingSupporterMeans}</p>
      </div>
    </form>
    <p class="back hint">${words.landingHours}</p>`;
  return guestPage({ title: words.landingTitle, main, visit: null });
}

/** A link on paper. */
export function cardPage({ guest, address }: { readonly guest: Guest; readonly address: string }): Html {
  const { name, huddle, endsAt, zone } = guest;
  const main = html`<p class="on-screen hint">${words.howToPrint}</p>
    <p>${words.cardHow}</p>
    ${qrCode(address, { label: words.cardCode })}
    <p class="address">${address}</p>
    <p>${words.cardFor} ${words.worksUntil(endsAt, zone)}</p>
    <p>${words.cardLost(huddle.name)}</p>`;
  return guestPage({ title: words.cardTitle(name, huddle.name), main, visit: null, paper: true });
}

/** The question or a digest, for a noticeboard. */
export function printPage({ title, document }: Sheet): Html {
  // What is to be pressed is nothing on paper.
  const blocks = document.blocks.filter(({ kind }) => kind !== 'actions');
  const main = html`<p class="on-screen hint">${words.howToPrint}</p>
    ${renderDocument({ ...document, blocks }, { level: 2, wrap: null })}`;
  return guestPage({ title, main, visit: null, paper: true });
}
