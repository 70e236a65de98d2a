import type { Huddle } from '../domain/huddle.ts';
import { dayAndTime } from '../words/dates.ts';
import { peopleWords as words } from '../words/en/people.ts';
import { actions, paragraph, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** In the open, in a place where there is no huddle yet: who has come in, and how to begin. */
export function openHello(): Document {
  return document([
    paragraph(words.openHello),
    paragraph(words.openWhat),
    paragraph(words.openHow),
    paragraph(words.readsNot),
    actions({ action: 'setup', subject: '', label: words.openLabel, opens: 'form' }, helpAction('')),
  ]);
}

/** To one person in no huddle, who let the bot into their own chat. */
export function directHello(): Document {
  return note(words.openHelloYou, words.openWhat, words.directHow, words.directSetup);
}

/** In the open, when the bot may speak again where a huddle meets. */
export function backMessage(huddle: Huddle): Document {
  const next = huddle.checkIn?.nextDueAt ?? null;
  const when = next === null ? [] : [paragraph(words.nextQuestion(dayAndTime(next, huddle.zone)))];
  return document([paragraph(words.back(huddle.name)), ...when, actions(helpAction(huddle.id))]);
}

/** To the coordinators, when there is no place left in which a huddle hears the bot. */
export function placeClosedMessage(huddle: Huddle): Document {
  return note(words.placeClosed(huddle.name), words.placeClosedWhy, words.placeClosedHow);
}

/** To a coordinator who asks for something that would be posted, while there is no place to post it in. */
export function noPlaceNow(huddle: Huddle): Document {
  return note(words.noPlaceNow(huddle.name));
}

/** In the open: all talk counts from now on, or no longer. Everyone is told, whichever way it goes. */
export function listeningMessage(huddle: Huddle): Document {
  const lines = huddle.listening
    ? [words.listeningOn, words.listeningKeeps, words.notAppraisal, words.listeningOut]
    : [words.listeningOff, words.listeningStill];
  return document([...lines.map((line) => paragraph(line)), actions(helpAction(huddle.id))]);
}
