import type { Huddle } from '../domain/huddle.ts';
import { helpWords } from '../words/en/help.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { suggestAction } from './proposals.ts';

/** What help needs of one command. */
export interface HelpLine {
  readonly example: string;
  readonly about: string;
  readonly forCoordinators: boolean;
}

/** All that can be said, and the ways out. Coordinators see theirs too. */
export function helpMessage(
  lines: readonly HelpLine[],
  viewer: { coordinator: boolean; huddle: Huddle | null },
): Document {
  const mine = lines.filter((line) => !line.forCoordinators);
  const theirs = lines.filter((line) => line.forCoordinators);
  return document([
    { kind: 'heading', text: helpWords.title },
    paragraph(helpWords.oneLine),
    ...part(helpWords.everyone, mine),
    ...(viewer.coordinator ? part(helpWords.coordinators, theirs) : []),
    paragraph(strong(helpWords.pauseTitle)),
    {
      kind: 'list',
      items: [helpWords.pause, helpWords.stopCounting, helpWords.leave].map((line) => [{ kind: 'text', text: line }]),
    },
    paragraph(helpWords.notForEmergencies),
    ...(viewer.huddle === null ? [] : [waysOut(viewer.huddle)]),
  ]);
}

function part(title: string, lines: readonly HelpLine[]): readonly Block[] {
  const items = lines.map(({ example, about }) => [strong(example), { kind: 'text' as const, text: `: ${about}` }]);
  return [paragraph(strong(title)), { kind: 'list', items }];
}

function waysOut(huddle: Huddle): Block {
  return actions(
    { action: 'home', subject: huddle.id, label: helpWords.whatWaits },
    { action: 'me', subject: huddle.id, label: helpWords.mySettings },
    { action: 'pause', subject: huddle.id, label: helpWords.pauseLabel },
  );
}

/** Everything that waits for one person, as sentences and the buttons that answer them. */
export interface HomeFacts {
  readonly huddle: Huddle;
  readonly waiting: readonly { readonly line: string; readonly actions: readonly Action[] }[];
  /** Lines that ask for nothing: an answered question, the next one. */
  readonly also: readonly string[];
  readonly yourPromises: readonly string[];
}

export function homeMessage({ huddle, waiting, also, yourPromises }: HomeFacts): Document {
  const count = waiting.length === 1 ? '1 thing' : `${String(waiting.length)} things`;
  return document([
    paragraph(helpWords.home(huddle.name)),
    paragraph(waiting.length === 0 ? helpWords.nothingWaits : helpWords.waiting(count)),
    ...waiting.flatMap(({ line, actions: list }) => [
      paragraph(line),
      ...(list.length === 0 ? [] : [actions(...list)]),
    ]),
    ...also.map((line) => paragraph(line)),
    paragraph(helpWords.yours(yourPromises)),
    paragraph(helpWords.typeToMe),
    actions(
      { action: 'promise-new', subject: huddle.id, label: helpWords.makePromise, opens: 'form' },
      suggestAction(huddle.id),
      { action: 'me', subject: huddle.id, label: helpWords.mySettings },
      helpAction(huddle.id),
    ),
  ]);
}

/** A button's subject holds 2,000 characters, the huddle's id among them. */
const longestCarried = 1900;

/**
 * To someone in several huddles: one button each, which carries on what they typed. What is too long for a button
 * stands there to be copied: cut short, it would be kept as if it were all.
 */
export function whichHuddle(huddles: readonly Huddle[], typed: string): Document {
  const fits = typed.length <= longestCarried;
  const buttons = huddles.map(({ id, name }) => ({
    action: 'in-huddle',
    subject: fits ? `${id}\n${typed}` : id,
    label: name.slice(0, 75),
  }));
  return document(
    [
      paragraph(helpWords.which),
      ...(fits ? [] : [paragraph(helpWords.tooLongToCarry), { kind: 'quote' as const, text: typed, from: null }]),
      actions(...buttons, helpAction('')),
    ],
    helpWords.which,
  );
}

export function noHuddle(): Document {
  return note(helpWords.noHuddleYet);
}

/** To someone who is in no huddle here. */
export function notIn(huddle: Huddle | null): Document {
  return huddle === null ? noHuddle() : note(helpWords.notInHuddle(huddle.name));
}
