import type { Block, Document } from '../../src/messages/document.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { messageButton, refresh } from './buttons.ts';
import { attach, shell, weightOf, type Activity, type Card } from './card.ts';
import { elementsOf, richText, type Piece } from './elements.ts';
import { fit, split } from './fit.ts';
import { cut, inert, toSpeak } from './inert.ts';
import { limits } from './limits.ts';

export interface Where {
  /** The place that its buttons mean, null for none. */
  readonly channel: string | null;
  /** Each person may see their own state in it. */
  readonly ownView?: boolean;
}

/** A Document as one message. What does not fit is left out from the end, with a line that says so; buttons stay. */
export function renderMessage(document: Document, where: Where): Activity {
  return activity(renderCard(document, where), document.summary);
}

/** The same as several messages where one is too small for it, in order. */
export function renderMessages(document: Document, where: Where): readonly Activity[] {
  const frame = shellOf(document.summary, where);
  const room = roomIn([frame, cut(document.summary, limits.summary)]);
  const parts = split(piecesOf(document, where), { room, note, most: limits.messagesInAnswer });
  return parts.map((pieces, index) => {
    const summary = index === 0 ? document.summary : teamsWords.part(index + 1, parts.length);
    return activity(card(index === 0 ? frame : shellOf(summary, where), pieces), summary);
  });
}

/** The card alone, for an answer that takes the place of one. */
export function renderCard(document: Document, where: Where): Card {
  const frame = shellOf(document.summary, where);
  const room = roomIn([frame, cut(document.summary, limits.summary)]);
  return card(frame, fit(piecesOf(document, where), { room, note }));
}

/** What stands in the place of what was left out. */
export const note: Piece = {
  element: { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: teamsWords.cutShort, weight: 'Bolder' }] },
  text: teamsWords.cutShort,
};

/** What one message or dialog may hold besides this. */
export function roomIn(frame: object): number {
  return limits.messageBytes - limits.envelopeBytes - weightOf(frame);
}

function piecesOf(document: Document, { channel }: Where): readonly Piece[] {
  const pieces = elementsOf(document.blocks, (action) => messageButton(action, channel));
  // A divider, or a heading of signs that cannot be shown, says nothing: a card has to say something.
  return pieces.some(({ text }) => text.trim() !== '') ? pieces : richText([{ kind: 'text', text: document.summary }]);
}

function shellOf(summary: string, { ownView, channel }: Where): Omit<Card, 'body'> & { readonly refresh?: object } {
  const frame = shell(toSpeak(cut(summary, limits.summary)));
  return ownView === true ? { ...frame, refresh: refresh(teamsWords.look, channel) } : frame;
}

/** `fallbackText` may be read as Markdown, and holds all: every number, and every button by its name. */
function card(frame: Omit<Card, 'body'>, pieces: readonly Piece[]): Card {
  const said = pieces.map(({ text }) => text).join('\n');
  // One of several parts may hold nothing but signs that no screen draws.
  const fallbackText = said.trim() === '' ? (frame.speak ?? '') : said;
  return { ...frame, fallbackText, body: pieces.map(({ element }) => element) };
}

function activity(content: Card, summary: string): Activity {
  return { type: 'message', summary: inert(cut(summary, limits.summary)), attachments: [attach(content)] };
}

/** True where the blocks hold a button. */
export function hasButtons(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'actions');
}
