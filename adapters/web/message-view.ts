import type { RoomMessage } from '../../src/ports-room.ts';
import { webWords } from '../../src/words/en/web.ts';
import { html, nothing, type Html } from './html.ts';
import type { PretendPerson } from './rehearsal.ts';
import { renderDocument } from './render.ts';
import type { Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** Where messages are shown and what can be done with them there. */
export interface View {
  readonly room: Room;
  readonly visit: PersonVisit;
  /** This page's own number: see actKey. */
  readonly page: string;
  /** How an act finds its way back: "room:2". */
  readonly back: string;
  /** How many replies each message has; null in a thread, where none has its own. */
  readonly replies: ReadonlyMap<string, number> | null;
}

/** One message. Who sees it is said in words; the dress only repeats it. */
export function messageView(message: RoomMessage, view: View): Html {
  const { zone } = view.room.rehearsal;
  const name = authorOf(message, view.visit.people);
  const isBot = message.from === 'bot';
  return html`<li>
    <article
      id="${message.id}"
      class="message${message.only === null ? '' : ' only'}"
      aria-labelledby="${`${message.id}-h`}"
      tabindex="-1"
    >
      <header>
        <span class="face ${isBot ? 'bot' : 'person'}" aria-hidden="true">${name.charAt(0)}</span>
        <h3 id="${`${message.id}-h`}">
          ${name} <span class="when"><time datetime="${message.at}">${webWords.at(message.at, zone)}</time></span>
        </h3>
        ${message.only === null ? nothing : html`<p class="only-you">${webWords.onlyYou}</p>`}
      </header>
      ${content(message, view)}${footer(message, view)}
    </article>
  </li>`;
}

function authorOf(message: RoomMessage, people: readonly PretendPerson[]): string {
  const { from } = message;
  if (from === 'bot') return webWords.product;
  return people.find((person) => person.user === from.user)?.name ?? from.user;
}

function content(message: RoomMessage, view: View): Html {
  if (message.document === null) return html`<p class="typed">${message.text ?? ''}</p>`;
  const wrap = (buttons: Html): Html =>
    html`<form method="post" action="/as/${view.visit.person.user}/act">
      ${hidden(view)}<input type="hidden" name="message" value="${message.id}" />${buttons}
    </form>`;
  return renderDocument(message.document, { level: 4, wrap });
}

/** What every posted page carries: its number and the way back. */
export function hidden({ page, back }: Pick<View, 'page' | 'back'>): Html {
  return html`<input type="hidden" name="page" value="${page}" /><input type="hidden" name="back" value="${back}" />`;
}

function footer(message: RoomMessage, view: View): Html {
  const links = [replyLink(message, view), ownLinks(message, view), previewLink(message, view)].filter(
    (link) => link !== nothing,
  );
  return links.length === 0 ? nothing : html`<footer class="links">${links}</footer>`;
}

/** Links say where they go also when they are read alone: the rest of the sentence is there for screen readers. */
function replyLink(message: RoomMessage, view: View): Html {
  if (message.only !== null || view.replies === null) return nothing;
  const { person, people } = view.visit;
  const rest = webWords.toMessageOf(authorOf(message, people), message.at, view.room.rehearsal.zone);
  const label = webWords.replies(view.replies.get(message.id) ?? 0);
  return html`<a href="/as/${person.user}/thread/${message.id}">${label} <span class="unseen">${rest}</span></a>`;
}

function ownLinks(message: RoomMessage, view: View): Html {
  const { user } = view.visit.person;
  if (message.from === 'bot' || message.from.user !== user) return nothing;
  const rest = html` <span class="unseen">${webWords.ownMessage(message.at, view.room.rehearsal.zone)}</span>`;
  return html`<a href="/as/${user}/change/${message.id}">${webWords.change}${rest}</a>
    <form method="post" action="/as/${user}/take-back/${message.id}">
      ${hidden(view)}<button class="quiet">${webWords.takeBack}${rest}</button>
    </form>`;
}

function previewLink(message: RoomMessage, view: View): Html {
  if (message.document === null) return nothing;
  const rest = webWords.at(message.at, view.room.rehearsal.zone);
  return html`<a class="aside" href="/as/${view.visit.person.user}/preview/${message.id}"
    >${webWords.howOthersDraw} <span class="unseen">${rest}</span></a
  >`;
}
