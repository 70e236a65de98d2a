import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { renderMessages } from '../../adapters/teams/render.ts';
import type { Drawing } from '../../adapters/web/room.ts';
import type { Document } from '../messages/document.ts';
import { drawCards } from './teams-drawing.ts';
import { teamsStyle } from './teams-look.ts';

/** A message as Teams will draw it, with the cards that Teams would be sent: by Microsoft's own renderer, in the browser. */
export function drawForTeams(document: Document): Drawing {
  const cards = renderMessages(document, { channel: null }).map(({ attachments: [{ content }] }) => content);
  return { platform: 'Teams', html: cardsAsMarkup(cards), scripts: ['adaptivecards', 'teams'] };
}

/** The script of that name, or null: Microsoft's renderer as it is published, and ours that calls it. */
export async function teamsScript(name: string): Promise<string | null> {
  switch (name) {
    case 'adaptivecards':
      return readFile(fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')), 'utf8');
    case 'teams':
      return drawCards;
    default:
      return null;
  }
}

/**
 * A frame for cards. They stand in it as JSON, which does nothing by itself, each beside the text that Teams shows where
 * it cannot draw a card; a browser without scripts shows that text too.
 */
export function cardsAsMarkup(cards: readonly { readonly fallbackText?: string }[]): string {
  const messages = cards.map(
    (card) => `<section class="post"><p class="by">WeSaid</p>
<div class="card"><p class="instead">${escaped(card.fallbackText ?? '')}</p></div>
<script type="application/json">${JSON.stringify(card).replace(/</g, '\\u003c')}</script></section>`,
  );
  return `<style>${teamsStyle}</style>${messages.join('\n')}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
