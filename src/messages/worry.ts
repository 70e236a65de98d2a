import type { Huddle } from '../domain/huddle.ts';
import type { Region } from '../domain/holidays.ts';
import type { HelpLine } from '../domain/safety.ts';
import { nationNumbers, ownNumbers, worryWords as words } from '../words/en/worry.ts';
import { actions, paragraph, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';

/** Whom someone can turn to. All null where the huddle is not known. */
export interface HelpFacts {
  readonly huddle: Huddle | null;
  /** Who keeps people safe there, with how to reach them; null when nobody is named. */
  readonly contact: string | null;
}

/** What became of telling one named person: not agreed, done with the hours in which they read it, or not possible. */
export type Told = 'no one' | 'not reached' | { readonly hours: string };

/** For someone who may be in danger. It says nothing of what they wrote, and its summary nothing at all. */
export function helpCard(facts: HelpFacts, told: Told): Document {
  return document(
    [
      ...lines(words.thanks, words.computer, ...saidOf(told)),
      ...whoToCall(facts),
      ...lines(words.yourTurn),
      actions(helpAction(idOf(facts))),
    ],
    words.summary,
  );
}

function saidOf(told: Told): readonly string[] {
  if (told === 'no one') return [words.keptNothing];
  return told === 'not reached' ? [words.leadNotReached] : [words.toldLead, words.leadReads(told.hours)];
}

/** The same numbers for whoever asks. */
export function safeMessage(facts: HelpFacts): Document {
  return document([
    ...lines(words.safeHead),
    ...whoToCall(facts),
    ...lines(words.computer),
    actions(helpAction(idOf(facts))),
  ]);
}

/** For someone who is worried about someone else. */
export function worriedMessage(facts: HelpFacts): Document {
  const { contact, huddle } = facts;
  const life = huddle?.safety?.numbers?.life;
  return document([
    ...lines(
      words.worriedHead,
      life === undefined ? words.worriedNow : words.worriedOwn(withoutStop(life)),
      words.worriedAsk,
      contact === null ? words.worriedTell : words.worriedTellWho(contact),
      words.worriedTalk,
      words.worriedKept,
    ),
    actions(helpAction(idOf(facts))),
  ]);
}

/** The numbers and people as the card has them. */
export function whoToCall({ huddle, contact }: HelpFacts): readonly Block[] {
  const { local } = huddle?.safety ?? {};
  return lines(
    numberOf('life', huddle),
    numberOf('mental-health', huddle),
    numberOf('talk', huddle),
    ...(local === undefined ? [] : [words.near(withoutStop(local))]),
    contact === null ? words.someoneElse : words.someoneElseTell(withoutStop(contact)),
  );
}

/** One line to call by: the huddle's own, or its nation's. */
function numberOf(line: HelpLine, huddle: Huddle | null): string {
  const own = huddle?.safety?.numbers?.[line];
  return own === undefined ? nationNumbers[regionOf(huddle)][line] : ownNumbers[line](withoutStop(own));
}

/** Where nobody said where they are, England's numbers are shown: most of them work everywhere in the United Kingdom. */
function regionOf(huddle: Huddle | null): Region {
  return huddle?.holidays?.region ?? 'england';
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}

function lines(...list: readonly string[]): readonly Block[] {
  return list.map((line) => paragraph(line));
}

function idOf({ huddle }: HelpFacts) {
  return huddle?.id ?? '';
}
