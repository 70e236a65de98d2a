import type { Huddle } from '../domain/huddle.ts';
import type { Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { wayOf } from '../domain/way.ts';
import { dayAndTime } from '../words/dates.ts';
import { aloneWords } from '../words/en/alone.ts';
import { commonWords } from '../words/en/common.ts';
import { roundWords } from '../words/en/rounds.ts';
import { upstairsWords } from '../words/en/upstairs.ts';
import { promptLibrary } from '../words/library.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { asksUpstairs } from './upstairs.ts';

interface PromptFacts {
  readonly huddle: Huddle;
  readonly now: Instant;
  /** Named where the question asks about them. */
  readonly promises: readonly string[];
  /** What a supporter typed for them, and who sees it: shown where they alone can see it. */
  readonly typedFor?: readonly Block[];
}

/** The question in the channel. Closed, it keeps its words and loses its buttons. */
export function promptMessage(round: Round, { huddle, promises }: PromptFacts): Document {
  const open = round.status === 'open';
  return prompt(round, {
    promises,
    state: open ? howToAnswer(round, huddle) : [paragraph(roundWords.isClosed)],
    buttons: open ? openActions(round, huddle) : closedActions(round, huddle),
  });
}

/** What one person did with a question so far. */
export type OwnPart = 'answered' | 'answered-for' | 'skipped' | 'later';

/** The same question as one person sees it, with how it stands for them. Nothing in it is about anyone else. */
export function ownPromptMessage(
  round: Round,
  own: OwnPart,
  { huddle, promises, typedFor = [] }: PromptFacts,
): Document {
  const open = round.status === 'open';
  const until = open ? dayAndTime(round.closesAt, huddle.zone) : null;
  return prompt(round, {
    promises,
    state: [
      ...(until === null
        ? [paragraph(roundWords.isClosed)]
        : own === 'answered' || own === 'answered-for'
          ? []
          : howToAnswer(round, huddle)),
      paragraph(strong(stateLine(own, until)), ` ${commonWords.onlyYou}`),
      ...typedFor,
    ],
    buttons: open ? ownActions(round, own, huddle) : closedActions(round, huddle),
  });
}

/** `until` is null once it has closed. */
function stateLine(own: OwnPart, until: string | null): string {
  switch (own) {
    case 'answered':
      return until === null ? roundWords.haveAnswered : `${roundWords.haveAnswered} ${roundWords.canChange(until)}`;
    case 'answered-for':
      return until === null ? roundWords.answeredFor : `${roundWords.answeredFor} ${roundWords.canChange(until)}`;
    case 'skipped':
      return roundWords.haveSkipped;
    case 'later':
      return roundWords.willAskAgain;
  }
}

interface PromptParts {
  readonly promises: readonly string[];
  /** How it stands: open or closed, and for whom. */
  readonly state: readonly Block[];
  readonly buttons: Block;
}

function prompt(round: Round, { promises, state, buttons }: PromptParts): Document {
  const blocks: readonly Block[] = [
    { kind: 'heading', text: titleOf(round) },
    ...question(round),
    ...(promises.length === 0 ? [] : [{ kind: 'list' as const, items: promises.map((line) => [text(line)]) }]),
    paragraph(roundWords.whyWeAsk(why(round))),
    ...(asksUpstairs(round) && round.status === 'open' ? [paragraph(upstairsWords.promptHow)] : []),
    ...state,
    buttons,
  ];
  // To one person: lock screens show the summary.
  const own = aloneOf(round);
  return own === null ? document(blocks) : document(blocks, own.summary);
}

/** The words of a question that comes to one person at a time; null for one that is posted. */
function aloneOf({ prompt }: Pick<Round, 'prompt'>) {
  const way = wayOf(prompt);
  return way === 'alone' || way === 'swap' ? aloneWords[way] : null;
}

/** What a question is called where one person's own things are listed. */
export function calledFor(round: Pick<Round, 'prompt'>): string {
  return aloneOf(round)?.title ?? roundWords.title;
}

function titleOf(round: Round): string {
  const { askedBy, prompt } = round;
  const own = aloneOf(round);
  if (own !== null) return own.title;
  if (prompt.fromMember === true) return roundWords.fromMember;
  return askedBy === null ? roundWords.title : roundWords.asked;
}

function question({ prompt }: Round): readonly Block[] {
  const asked = paragraph(strong(prompt.text));
  return prompt.options.length === 0
    ? [asked]
    : [asked, { kind: 'list', items: prompt.options.map((option) => [text(option)]) }];
}

function howToAnswer({ prompt, closesAt }: Round, { name, zone }: Huddle): readonly Block[] {
  const until = dayAndTime(closesAt, zone);
  const open = paragraph(roundWords.openUntil(until));
  switch (wayOf(prompt)) {
    case 'alone':
      return [paragraph(aloneWords.alone.youPick(name)), paragraph(aloneWords.alone.never), open];
    case 'swap':
      return [paragraph(swapWords.noActing), paragraph(swapWords.youChoose), open];
    case 'posted':
    case 'pulse':
      if (prompt.reach === 'held') return [paragraph(roundWords.held(until)), paragraph(roundWords.canSkip)];
      return [paragraph(roundWords.youChoose), open];
  }
}

const swapWords = aloneWords.swap;

function openActions(round: Round, huddle: Huddle): Block {
  const noMore: Action = { action: 'swap-never', subject: huddle.id, label: swapWords.noMore };
  const ending = wayOf(round.prompt) === 'swap' ? [noMore] : [];
  return actions(...toAnswer(round), askLater(round), skip(round), ...ending, helpAction(huddle.id));
}

/** Nobody is offered what they have done already, and who has answered is not offered to skip it. */
function ownActions(round: Round, own: OwnPart, huddle: Huddle): Block {
  const change: Action = { action: 'answer', subject: round.id, label: roundWords.changeAnswer, opens: 'form' };
  switch (own) {
    case 'answered':
    case 'answered-for':
      return actions(change, helpAction(huddle.id));
    case 'skipped':
      return actions(...toAnswer(round), helpAction(huddle.id));
    case 'later':
      return actions(...toAnswer(round), skip(round), helpAction(huddle.id));
  }
}

function closedActions(round: Round, huddle: Huddle): Block {
  return actions(
    { action: 'add-late', subject: round.id, label: roundWords.addLate, opens: 'form' },
    helpAction(huddle.id),
  );
}

function toAnswer({ id, prompt: { reach } }: Round): readonly Action[] {
  const form = { subject: id, opens: 'form' } as const;
  const inPrivate: Action = { ...form, action: 'answer', label: roundWords.answerPrivate, style: 'primary' };
  return reach !== 'choose'
    ? [inPrivate]
    : [inPrivate, { ...form, action: 'answer-open', label: roundWords.answerOpen }];
}

function askLater({ id }: Round): Action {
  return { action: 'ask-later', subject: id, label: roundWords.askLater };
}

function skip({ id }: Round): Action {
  return { action: 'skip', subject: id, label: roundWords.skip };
}

/** Why a question is asked, in half a sentence. */
export function why({ prompt, askedBy }: Round): string {
  if (wayOf(prompt) === 'swap') return swapWords.why;
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
        { action: 'answer', subject: round.id, label: roundWords.answerPrivate, style: 'primary', opens: 'form' },
        skip(round),
        helpAction(huddle.id),
      ),
    ],
    `${roundWords.remindSummary} ${roundWords.openUntil(until)}`,
  );
}

/** How many were heard; who they were is nobody's to list. Of a private question nothing more stands in a place. */
export function closedMessage(round: Round, { huddle }: { readonly huddle: Huddle }): Document {
  const { people, of } = round.heard ?? { people: 0, of: 0 };
  if (wayOf(round.prompt) === 'alone')
    return document([
      paragraph(strong(aloneWords.alone.closed)),
      paragraph(roundWords.heardFrom(people, of)),
      actions(helpAction(huddle.id)),
    ]);
  const digest = huddle.nextDigestAt;
  return document([
    paragraph(strong(roundWords.closedTitle)),
    paragraph(roundWords.heardFrom(people, of)),
    ...(digest === null || people === 0 ? [] : [paragraph(roundWords.goesInto(dayAndTime(digest, huddle.zone)))]),
    paragraph(roundWords.somethingToAdd),
    actions({ action: 'add-late', subject: round.id, label: roundWords.addLate, opens: 'form' }, helpAction(huddle.id)),
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

/** Under the question; of a role swap, which was posted nowhere, with its words. */
export function shownAnswer(answer: ShownAnswer, { prompt }: Pick<Round, 'prompt'>): Document {
  if (wayOf(prompt) !== 'swap') return document([quoted(answer)]);
  return document([paragraph(swapWords.shown), paragraph(strong(prompt.text)), quoted(answer)]);
}

/** The words, and whose they are. */
export function quoted({ name, text: said, late = false }: ShownAnswer): Block {
  const who = name ?? roundWords.someone;
  return { kind: 'quote', text: said, from: late ? roundWords.lateFrom(who) : who };
}

export function answerTakenBack(): Document {
  return note(roundWords.takenBack);
}
