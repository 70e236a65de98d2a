import type { Commitment } from '../domain/commitment.ts';
import type { Huddle } from '../domain/huddle.ts';
import { shortDate } from '../words/dates.ts';
import { loadWords as words } from '../words/en/load.ts';
import { actions, paragraph, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';
import { promiseButton } from './promise-actions.ts';

/** So many with their buttons; a longer message is no help to someone who has much to do. */
const mostShown = 4;

/** To whoever holds them, and to nobody else. The summary tells nothing: lock screens show it. */
export function loadNote(huddle: Huddle, promises: readonly Commitment[]): Document {
  const left = promises.length - mostShown;
  return document(
    [
      paragraph(words.title(promises.length)),
      paragraph(words.onlyYou),
      ...promises.slice(0, mostShown).flatMap((promise) => one(huddle, promise)),
      ...(left > 0 ? [paragraph(words.more(left))] : []),
      actions(
        { action: 'load-fine', subject: huddle.id, label: words.fine, style: 'primary' },
        { action: 'load-never', subject: huddle.id, label: words.never },
        helpAction(huddle.id),
      ),
    ],
    words.summary(huddle.name),
  );
}

function one({ id }: Huddle, { number, what, due }: Commitment): readonly Block[] {
  return [
    paragraph(words.promise(number, what, shortDate(due))),
    actions(
      promiseButton('change', id, number),
      promiseButton('pass-on', id, number),
      promiseButton('could-not', id, number),
    ),
  ];
}
