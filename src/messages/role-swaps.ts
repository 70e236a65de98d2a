import type { Huddle } from '../domain/huddle.ts';
import { roleSwapWords as words } from '../words/en/role-swaps.ts';
import { actions, paragraph, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';

/** In the open: there may be role swaps from now on, or no more. Everyone is told, whichever way it goes. */
export function roleSwapsMessage(huddle: Huddle): Document {
  const { id, name, roleSwaps } = huddle;
  if (roleSwaps !== true)
    return document([paragraph(words.off(name)), paragraph(words.offWhat), actions(helpAction(id))]);
  return document([
    paragraph(words.on(name)),
    paragraph(words.what),
    paragraph(words.who),
    paragraph(words.how),
    actions({ action: 'me-change', subject: `${id}/swap`, label: words.change, opens: 'form' }, helpAction(id)),
  ]);
}
