import type { Huddle } from '../domain/huddle.ts';
import type { Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { dayAndTime } from '../words/dates.ts';
import { roundWords } from '../words/en/rounds.ts';
import { promptLibrary } from '../words/library.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** The question in the channel. Closed, it keeps its words and loses its buttons. `promises` are named where it asks about them. */
export function promptMessage(
  round: Round,
  { huddle, promises }: { readonly huddle: Huddle; readonly now: Instant; readonly promises: readonly string[] },
): Document {
  const until = dayAndTime(round.closesAt, huddle.zone);
  const open = round.status === 'open';
  return document([
    { kind: 'heading', text: round.askedBy === null ? roundWords.title : roundWords.asked },
    ...question(round),
    ...(promises.length === 0 ? [] : [{ kind: 'list' as const, items: promises.map((line) => [text(line)]) }]),
    paragraph(roundWords.whyWeAsk(why(round))),
    ...(open ? howToAnswer(round, until) : [paragraph(roundWords.isClosed)]),
    open
      ? openActions(round, huddle)
      : actions({ action: 'add-late', subject: round.id, label: roundWords.addLate }, helpAction(huddle.id)),
  ]);
}

function question({ prompt }: Round): readonly Block[] {
  const asked = paragraph(strong(prompt.text));
  return prompt.options.length === 0
    ? [asked]
    : [asked, { kind: 'list', items: prompt.options.map((option) => [text(option)]) }];
}

function howToAnswer({ prompt }: Round, until: string): readonly Block[] {
  if (prompt.reach === 'held') return [paragraph(roundWords.held(until)), paragraph(roundWords.canSkip)];
  return [paragraph(roundWords.youChoose), paragraph(roundWords.openUntil(until))];
}

function openActions(round: Round, huddle: Huddle): Block {
  const button = (action: string, label: string): Action => ({ action, subject: round.id, label });
  const inPrivate: Action = { ...button('answer', roundWords.answerPrivate), style: 'primary' };
  const toAll = round.prompt.reach === 'held' ? [] : [button('answer-open', roundWords.answerOpen)];
  return actions(
    inPrivate,
    ...toAll,
    button('ask-later', roundWords.askLater),
    button('skip', roundWords.skip),
    helpAction(huddle.id),
  );
}

function why({ prompt, askedBy }: Round): string {
  const stage = promptLibrary.find(({ id }) => id === prompt.id)?.stage;
  return stage === undefined || askedBy !== null ? roundWords.why.asked : roundWords.why[stage];
}

/** To one person who asked for it once more. */
export function remindMessage(round: Round, { huddle }: { readonly huddle: Huddle }): Document {
  const until = dayAndTime(round.closesAt, huddle.zone);
  return document(
    [
      paragraph(roundWords.remind),
      ...question(round),
      paragraph(roundWords.openUntil(until)),
      actions(
        { action: 'answer', subject: round.id, label: roundWords.answerPrivate, style: 'primary' },
        { action: 'skip', subject: round.id, label: roundWords.skip },
        helpAction(huddle.id),
      ),
    ],
    `${roundWords.remindSummary} ${roundWords.openUntil(until)}`,
  );
}

/** How many were heard; who they were is nobody's to list. */
export function closedMessage(round: Round, { huddle }: { readonly huddle: Huddle }): Document {
  const { people, of } = round.heard ?? { people: 0, of: 0 };
  const digest = huddle.nextDigestAt;
  return document([
    paragraph(strong(roundWords.closedTitle)),
    paragraph(roundWords.heardFrom(people, of)),
    ...(digest === null || people === 0 ? [] : [paragraph(roundWords.goesInto(dayAndTime(digest, huddle.zone)))]),
    paragraph(roundWords.somethingToAdd),
    actions({ action: 'add-late', subject: round.id, label: roundWords.addLate }, helpAction(huddle.id)),
  ]);
}

/** An answer as everyone sees it. A null name was asked for, or is of someone who has left. */
export interface ShownAnswer {
  readonly name: string | null;
  readonly text: string;
  readonly late?: boolean;
}

/** A chat message holds about 12,000 characters at most; three answers of the greatest length stay below. */
const mostInOne = 9_000;
export const fewestInOne = 3;

/** Held answers in as few messages as hold them whole, in the order given. */
export function revealParts(shown: readonly ShownAnswer[]): readonly (readonly ShownAnswer[])[] {
  const parts: ShownAnswer[][] = [];
  let room = 0;
  for (const answer of shown) {
    if (parts.length === 0 || answer.text.length > room) {
      parts.push([]);
      room = mostInOne;
    }
    parts.at(-1)?.push(answer);
    room -= answer.text.length;
  }
  return parts;
}

/** One part of the held answers; `part` counts from 1, and the first one says what this is. */
export function revealedMessage(round: Round, shown: readonly ShownAnswer[], part = 1): Document {
  const quotes = shown.map(quoted);
  if (part > 1) return document([paragraph(roundWords.revealedOn), ...quotes]);
  return document([
    paragraph(strong(roundWords.revealedTitle), ` ${roundWords.revealedHow}`),
    paragraph(round.prompt.text),
    ...quotes,
  ]);
}

export function shownAnswer(answer: ShownAnswer): Document {
  return document([quoted(answer)]);
}

/** The words, and whose they are. */
export function quoted({ name, text: said, late = false }: ShownAnswer): Block {
  const who = name ?? roundWords.someone;
  return { kind: 'quote', text: said, from: late ? roundWords.lateFrom(who) : who };
}

export function answerTakenBack(): Document {
  return note(roundWords.takenBack);
}
