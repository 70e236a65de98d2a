import type { Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Round } from '../domain/round.ts';
import { localDate, type Instant } from '../domain/time.ts';
import type { Ask, AskAnswer, AskRefusalCode } from '../domain/upstairs.ts';
import { daysWaiting, inTurn } from '../domain/upstairs-rules.ts';
import { shortDate } from '../words/dates.ts';
import { upstairsWords as words } from '../words/en/upstairs.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** In the place, for everyone: what we ask for, and how it stands. It changes with the ask. */
export function askMessage(huddle: Huddle, ask: Ask): Document {
  const { number, state } = ask;
  if (state.status === 'taken-back') return note(words.takenBack(number));
  return document([
    paragraph(words.asked(number, ended(ask.text))),
    ...(state.status === 'waiting' ? [paragraph(words.waits)] : answerBlocks(ask, state.answer, huddle)),
    actions(seeAll(huddle), newAsk(huddle, null), helpAction(huddle.id)),
  ]);
}

/** In the place: that an answer has come, so that nobody misses it. Null where there is none to show. */
export function askAnsweredMessage(huddle: Huddle, ask: Ask): Document | null {
  const { number, state } = ask;
  if (state.status !== 'answered') return null;
  const { says, words: said } = state.answer;
  return document([
    paragraph(strong(words.hasAnswer(number, words.says[says]))),
    paragraph(words.weAsked(ended(ask.text))),
    ...quoted(said),
    actions(...promiseFrom(ask), seeAll(huddle), helpAction(huddle.id)),
  ]);
}

export interface Viewer {
  readonly person: PersonId;
  readonly coordinator: boolean;
  readonly now: Instant;
}

/** One ask for one person, with how it read before, and with what they may do. */
export function askPage(huddle: Huddle, ask: Ask, viewer: Viewer): Document {
  const { number, state, askedAt } = ask;
  if (state.status === 'taken-back')
    return document([paragraph(words.takenBack(number)), actions(seeAll(huddle), helpAction(huddle.id))]);
  const standing =
    state.status === 'waiting'
      ? [
          paragraph(
            `${words.askedOn(day(askedAt, huddle))} ${words.waiting(daysWaiting(ask, viewer.now, huddle.zone))}`,
          ),
        ]
      : answerBlocks(ask, state.answer, huddle);
  return document([
    paragraph(strong(words.asked(number, ended(ask.text)))),
    ...standing,
    ...ask.history.flatMap((was) => beforeBlocks(was, huddle)),
    actions(...mayDo(ask, viewer), seeAll(huddle), helpAction(huddle.id)),
  ]);
}

function mayDo(ask: Ask, { person, coordinator }: Viewer): readonly Action[] {
  const isWaiting = ask.state.status === 'waiting';
  const isTheirs = ask.askedBy === person;
  return [
    ...(coordinator ? [answerAction(ask)] : []),
    ...(isWaiting && (coordinator || isTheirs) ? [about(ask, 'upstairs-mend', words.labels.mend, 'form')] : []),
    ...(isWaiting && isTheirs ? [about(ask, 'upstairs-take-back', words.labels.takeBack)] : []),
    ...promiseFrom(ask),
  ];
}

function answerBlocks(ask: Ask, { says, words: said, at }: AskAnswer, huddle: Huddle): readonly Block[] {
  const days = daysWaiting(ask, at, huddle.zone);
  return [paragraph(words.answered(words.says[says], day(at, huddle), days)), ...quoted(said)];
}

function beforeBlocks({ text: said, answer, until }: Ask['history'][number], huddle: Huddle): readonly Block[] {
  const on = day(until, huddle);
  if (answer === null) return [paragraph(words.before(on)), { kind: 'quote', text: said, from: null }];
  return [paragraph(words.answerBefore(on, words.says[answer.says])), ...quoted(answer.words)];
}

function quoted(said: string | null): readonly Block[] {
  return said === null ? [] : [{ kind: 'quote', text: said, from: null }];
}

export interface AsksFacts {
  readonly huddle: Huddle;
  /** Every one there is, by number. */
  readonly all: readonly Ask[];
  readonly page: number;
  readonly now: Instant;
}

const onePage = 6;
const mostButtons = 4;

/** All that is asked: those that wait first, with how long they have waited. */
export function asksMessage({ huddle, all, page, now }: AsksFacts): Document {
  const from = (page - 1) * onePage;
  const shown = inTurn(all).slice(from, from + onePage);
  const hasOlder = all.length > from + onePage;
  const waits = all.some(({ state }) => state.status === 'waiting');
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    paragraph(huddle.sponsor === undefined ? words.about : `${words.about} ${words.sponsor(huddle.sponsor.words)}`),
    ...(all.length === 0 ? [paragraph(words.none)] : waits ? [] : [paragraph(words.noneWaits)]),
    ...(shown.length === 0
      ? []
      : [{ kind: 'list' as const, items: shown.map((ask) => [text(line(ask, huddle, now))]) }]),
    actions(
      ...shown
        .filter(({ state }) => state.status !== 'taken-back')
        .slice(0, mostButtons)
        .map((ask) => about(ask, 'upstairs-show', words.labels.show(ask.number))),
      newAsk(huddle, null),
      ...(hasOlder
        ? [{ action: 'upstairs', subject: `${huddle.id}/${String(page + 1)}`, label: words.labels.older }]
        : []),
      helpAction(huddle.id),
    ),
  ]);
}

function line(ask: Ask, huddle: Huddle, now: Instant): string {
  const { number, state } = ask;
  if (state.status === 'taken-back') return words.takenBack(number);
  const asked = words.line(number, ended(ask.text));
  if (state.status === 'waiting') return `${asked} ${words.waiting(daysWaiting(ask, now, huddle.zone))}`;
  const { says, at, words: said } = state.answer;
  const told = said === null ? null : ended(said);
  return `${asked} ${words.lineAnswered(words.says[says], day(at, huddle), told)}`;
}

export function ended(said: string): string {
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

function day(at: Instant, { zone }: Huddle): string {
  return shortDate(localDate(at, zone));
}

/** To whoever acted. What was asked stays out of what a lock screen shows. */
export function askReply(huddle: Huddle, ask: Ask, what: 'saved' | 'mended' | 'noted' | 'back'): Document {
  const { number } = ask;
  const own =
    what === 'saved'
      ? [
          about(ask, 'upstairs-mend', words.labels.mend, 'form'),
          about(ask, 'upstairs-take-back', words.labels.takeBack),
        ]
      : [];
  return document([
    paragraph(words[what](number)),
    ...(what === 'saved' ? [paragraph(words.mayGuess)] : []),
    actions(...own, ...(what === 'noted' ? promiseFrom(ask) : []), seeAll(huddle), helpAction(huddle.id)),
  ]);
}

export function whichAsk(): Document {
  return note(words.which);
}

export function askRefusal({ refused, details }: Refusal<AskRefusalCode>): string {
  return words.refusals[refused](Number(details['number'] ?? 0));
}

function about(
  { huddle, number }: Pick<Ask, 'huddle' | 'number'>,
  action: string,
  label: string,
  opens?: 'form',
): Action {
  const spoken = words.labels.spoken(label, number);
  const isSaid = label.includes(String(number));
  return {
    action,
    subject: `${huddle}/${String(number)}`,
    label,
    ...(isSaid ? {} : { spoken }),
    ...(opens === undefined ? {} : { opens }),
  };
}

export function answerAction(ask: Ask): Action {
  const { answer, changeAnswer } = words.labels;
  return about(ask, 'upstairs-answer', ask.state.status === 'answered' ? changeAnswer : answer, 'form');
}

/** An answer that is a yes can become a promise, by the form of promises. */
function promiseFrom(ask: Ask): readonly Action[] {
  const { state } = ask;
  const isYes = state.status === 'answered' && state.answer.says !== 'no';
  return isYes ? [about(ask, 'upstairs-promise', words.labels.promise, 'form')] : [];
}

function seeAll(huddle: Huddle): Action {
  return { action: 'upstairs', subject: huddle.id, label: words.labels.see };
}

/** The question whose answers can become asks (B5). */
export function asksUpstairs({ prompt }: Pick<Round, 'prompt'>): boolean {
  return prompt.id === 'neg-12';
}

/** Opens the form; with what was said already, so that nobody types twice. */
export function newAsk(huddle: Huddle, typed: string | null, label: string = words.labels.ask): Action {
  const subject = typed === null ? huddle.id : `${huddle.id}\n${typed}`.slice(0, 2000);
  return { action: 'upstairs-new', subject, label, opens: 'form' };
}
