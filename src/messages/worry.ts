import { worryWords as words } from '../words/en/worry.ts';
import { actions, paragraph, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';
import type { HuddleId } from '../domain/ids.ts';

/** For someone who may be in danger. It says nothing of what they wrote, and its summary nothing at all. */
export function helpCard(huddle: HuddleId | ''): Document {
  return document(
    [
      paragraph(words.thanks),
      paragraph(words.computer),
      paragraph(words.keptNothing),
      ...numbers(),
      paragraph(words.yourTurn),
      actions(helpAction(huddle)),
    ],
    words.summary,
  );
}

/** The same numbers for whoever asks. */
export function safeMessage(huddle: HuddleId | ''): Document {
  return document([paragraph(words.safeHead), ...numbers(), paragraph(words.computer), actions(helpAction(huddle))]);
}

/** For someone who is worried about someone else. */
export function worriedMessage(huddle: HuddleId | ''): Document {
  const lines = [
    words.worriedHead,
    words.worriedNow,
    words.worriedAsk,
    words.worriedTell,
    words.worriedTalk,
    words.worriedKept,
  ];
  return document([...lines.map((line) => paragraph(line)), actions(helpAction(huddle))]);
}

function numbers() {
  return [words.lifeAtRisk, words.mentalHealth, words.talk, words.others].map((line) => paragraph(line));
}
