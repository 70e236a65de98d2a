import type { Action, Block, Document, Inline, Rich } from '../../src/messages/document.ts';
import { html, nothing, type Html } from './html.ts';

/** How a message's buttons are wrapped so that they can be pressed; without it they are only shown. */
export type WrapButtons = (buttons: Html) => Html;

/** A Document as markup. Headings begin at `level`, so that a page's outline stays whole. */
export function renderDocument(document: Document, options: { level: 2 | 3 | 4; wrap: WrapButtons | null }): Html {
  const blocks = document.blocks.map((block) => renderBlock(block, options));
  return html`<div class="document" lang="${document.language}">${blocks}</div>`;
}

export function renderBlock(block: Block, options: { level: 2 | 3 | 4; wrap: WrapButtons | null }): Html {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, options.level);
    case 'paragraph':
      return html`<p>${renderRich(block.content)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${renderRich(item)}</li>`)}
      </ul>`;
    case 'fields':
      return html`<dl>
        ${block.fields.map(
          ({ name, value }) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`;
    case 'table':
      return table(block.head, block.rows);
    case 'quote':
      return quote(block.text, block.from);
    case 'divider':
      return html`<hr />`;
    case 'actions':
      return actions(block.actions, options.wrap);
  }
}

function heading(text: string, level: 2 | 3 | 4): Html {
  switch (level) {
    case 2:
      return html`<h2>${text}</h2>`;
    case 3:
      return html`<h3>${text}</h3>`;
    case 4:
      return html`<h4>${text}</h4>`;
  }
}

function renderRich(rich: Rich): readonly Html[] {
  return rich.map(inline);
}

function inline(part: Inline): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'strong':
      return html`<strong>${part.text}</strong>`;
    case 'link':
      return link(part.text, part.url);
  }
}

/** Only web and mail addresses become links: what people type must never run. */
function link(text: string, url: string): Html {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return html`${text}`;
  return html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
}

/** A wide table scrolls in its own box, which the keyboard can reach. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const name = head.filter((cell) => cell !== '').join(', ');
  return html`<div class="wide" role="region" tabindex="0" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function quote(text: string, from: string | null): Html {
  return html`<figure>
    <blockquote>${text}</blockquote>
    ${from === null ? nothing : html`<figcaption>${from}</figcaption>`}
  </figure>`;
}

/** A button's value is `action|subject`: no action has a "|" in its name, so the first one parts them. */
function actions(list: readonly Action[], wrap: WrapButtons | null): Html {
  const buttons = html`<div class="buttons">${list.map((action) => button(action, wrap === null))}</div>`;
  return wrap === null ? buttons : wrap(buttons);
}

function button({ action, subject, label, spoken, style }: Action, isOnlyShown: boolean): Html {
  const named = spoken === undefined ? nothing : html` aria-label="${withLabel(spoken, label)}"`;
  return html`<button
    name="press"
    value="${`${action}|${subject}`}"
    class="${style ?? 'plain'}"
    ${named}${isOnlyShown ? html` disabled` : nothing}
  >
    ${label}
  </button>`;
}

/** Whoever steers by voice says what they see, so the label stands in what is spoken (WCAG 2.5.3). */
function withLabel(spoken: string, label: string): string {
  return spoken.toLowerCase().includes(label.toLowerCase()) ? spoken : `${label}: ${spoken}`;
}
