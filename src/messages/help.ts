import type { Huddle } from '../domain/huddle.ts';
import { helpWords, type HelpTopic } from '../words/en/help.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { suggestAction } from './proposal-actions.ts';

/** What help needs of one command. */
export interface HelpLine {
  readonly example: string;
  readonly about: string;
  readonly forCoordinators: boolean;
}

interface Viewer {
  readonly coordinator: boolean;
  readonly huddle: Huddle | null;
}

/** What everyone says most, the way to all else, and the ways out. */
export function helpMessage(viewer: Viewer): Document {
  const id = viewer.huddle?.id ?? '';
  const topics = (Object.keys(helpWords.topics) as HelpTopic[]).filter(
    (topic) => viewer.coordinator || topic !== 'running',
  );
  return document([
    { kind: 'heading', text: helpWords.title },
    paragraph(helpWords.oneLine),
    list(helpWords.firstLines),
    paragraph(helpWords.more),
    actions(
      ...topics.map((topic) => ({ action: 'help-with', subject: `${id}/${topic}`, label: helpWords.topics[topic] })),
      { action: 'help-with', subject: `${id}/all`, label: helpWords.all },
    ),
    ...leaving(viewer),
  ]);
}

/** Each command that is about these things. Coordinators see theirs too. */
export function helpPage(
  parts: readonly { readonly topic: HelpTopic; readonly lines: readonly HelpLine[] }[],
  viewer: Viewer,
): Document {
  const shown = parts.flatMap(({ topic, lines }) => {
    const mine = lines.filter((line) => !line.forCoordinators);
    const theirs = viewer.coordinator ? lines.filter((line) => line.forCoordinators) : [];
    if (mine.length + theirs.length === 0) return [];
    return [
      paragraph(strong(helpWords.topics[topic])),
      ...(mine.length === 0 ? [] : [commandList(mine)]),
      ...(theirs.length === 0 ? [] : [paragraph(strong(helpWords.coordinators)), commandList(theirs)]),
    ];
  });
  return document([
    { kind: 'heading', text: helpWords.title },
    paragraph(helpWords.whatYouCanSay),
    ...shown,
    ...(viewer.huddle === null ? [] : [actions(homeAction(viewer.huddle), helpAction(viewer.huddle.id))]),
  ]);
}

function commandList(lines: readonly HelpLine[]): Block {
  return {
    kind: 'list',
    items: lines.map(({ example, about }) => [strong(example), { kind: 'text', text: `: ${about}` }]),
  };
}

function list(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((line) => [{ kind: 'text', text: line }]) };
}

function leaving({ huddle }: Viewer): readonly Block[] {
  return [
    paragraph(strong(helpWords.pauseTitle)),
    list([helpWords.pause, helpWords.stopCounting, helpWords.leave]),
    paragraph(helpWords.notForEmergencies),
    ...(huddle === null ? [] : [waysOut(huddle)]),
  ];
}

function waysOut(huddle: Huddle): Block {
  return actions(
    homeAction(huddle),
    { action: 'me', subject: huddle.id, label: helpWords.mySettings },
    { action: 'pause', subject: huddle.id, label: helpWords.pauseLabel },
  );
}

function homeAction({ id }: Huddle): Action {
  return { action: 'home', subject: id, label: helpWords.whatWaits };
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
