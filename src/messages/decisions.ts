import { finalSays, type Decision, type DecisionRefusalCode } from '../domain/decision.ts';
import { finalSayTotals } from '../domain/decision-evolve.ts';
import { finalSayTrend, weeksInTrend, type TrendSpan } from '../domain/decision-trend.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { count, shortDate } from '../words/dates.ts';
import { decisionWords as words } from '../words/en/decisions.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** In the place, for everyone: what was decided, what it came from, and whether one side alone says so. */
export function decisionMessage(huddle: Huddle, decision: Decision): Document {
  return document([
    ...decisionBlocks(decision),
    actions(...(decision.sharedAt === null ? [yesAction(decision)] : []), seeAll(huddle), helpAction(huddle.id)),
  ]);
}

/** The same for one person, with how it read before, and with what they may do. */
export function decisionPage(huddle: Huddle, decision: Decision, mayCorrect: boolean): Document {
  const before = decision.history.flatMap(({ words: was, until }) => [
    paragraph(words.before(shortDate(localDate(until, huddle.zone)))),
    ...wordsBlocks(was),
  ]);
  return document([
    ...decisionBlocks(decision),
    ...before,
    actions(
      ...(decision.sharedAt === null ? [yesAction(decision)] : []),
      ...(mayCorrect ? [correctAction(decision)] : []),
      seeAll(huddle),
      helpAction(huddle.id),
    ),
  ]);
}

function decisionBlocks(decision: Decision): readonly Block[] {
  return [
    paragraph(strong(words.heading(decision.number))),
    ...wordsBlocks(decision.words),
    paragraph(decision.sharedAt === null ? words.oneSide : words.shared),
  ];
}

function wordsBlocks({ what, finalSay, rung, lived, practice }: Decision['words']): readonly Block[] {
  return [
    paragraph(words.what(ended(what))),
    paragraph(`${words.finalSayLine(words.finalSay[finalSay])} ${words.rungLine(words.rung[rung])}`),
    ...told(lived, words.lived, words.noLived),
    ...told(practice, words.practice, words.noPractice),
  ];
}

/** A blank part is shown as blank, and never left out. */
function told(said: string | null, title: string, blank: string): readonly Block[] {
  return said === null ? [paragraph(blank)] : [paragraph(title), { kind: 'quote', text: said, from: null }];
}

export interface DecisionsFacts {
  readonly huddle: Huddle;
  /** Every one there is, by number. */
  readonly all: readonly Decision[];
  readonly page: number;
  readonly now: Instant;
}

const onePage = 4;

/** All that was decided, newest first, and how often each had the final say. */
export function decisionsMessage({ huddle, all, page, now }: DecisionsFacts): Document {
  const from = (page - 1) * onePage;
  const shown = all.toReversed().slice(from, from + onePage);
  const hasOlder = all.length > from + onePage;
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    ...(all.length === 0 ? [paragraph(words.none)] : [...totals(all), ...trend(all, { now, zone: huddle.zone })]),
    ...(shown.length === 0 ? [] : [{ kind: 'list' as const, items: shown.map((each) => [text(line(each))]) }]),
    actions(
      ...shown.map((each) => about(each, 'decision-show', words.labels.show(each.number))),
      logAction(huddle, null),
      ...(hasOlder
        ? [{ action: 'decisions', subject: `${huddle.id}/${String(page + 1)}`, label: words.labels.older }]
        : []),
      helpAction(huddle.id),
    ),
  ]);
}

function totals(all: readonly Decision[]): readonly Block[] {
  const many = finalSayTotals(all);
  return [
    paragraph(words.totals(count(all.length, 'decision'))),
    { kind: 'list', items: finalSays.map((each) => [text(words.total(words.finalSay[each], many.get(each) ?? 0))]) },
  ];
}

/** How that moves: four weeks each, in counts. Left out where nothing was logged in them. */
function trend(all: readonly Decision[], at: Parameters<typeof finalSayTrend>[1]): readonly Block[] {
  const { whole, spans } = finalSayTrend(all, at);
  if (whole.many === 0) return [];
  return [
    paragraph(words.trend.whole(weeksInTrend, count(whole.many, 'decision'), partsOf(whole))),
    { kind: 'list', items: spans.map((span) => [text(spanLine(span))]) },
  ];
}

function spanLine(span: TrendSpan): string {
  const [first, last] = [shortDate(span.first), shortDate(span.last)];
  if (span.many === 0) return words.trend.none(first, last);
  return words.trend.span(first, last, count(span.many, 'decision'), partsOf(span));
}

function partsOf({ totals: many }: TrendSpan): readonly string[] {
  return finalSays.flatMap((each) => {
    const times = many.get(each) ?? 0;
    return times === 0 ? [] : [words.trend.part(words.finalSay[each], times)];
  });
}

function line({ number, words: said, sharedAt }: Decision): string {
  const whole = words.line(number, ended(said.what), words.finalSay[said.finalSay], words.rung[said.rung]);
  return sharedAt === null ? `${whole} ${words.lineOneSide}` : whole;
}

function ended(said: string): string {
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** To whoever acted. What was decided stays out of what a lock screen shows. */
export function decisionReply(huddle: Huddle, decision: Decision, what: 'saved' | 'corrected' | 'saidYes'): Document {
  return document([
    paragraph(words[what](decision.number)),
    paragraph(decision.sharedAt === null ? words.oneSide : words.shared),
    actions(...(what === 'saidYes' ? [] : [correctAction(decision)]), seeAll(huddle), helpAction(huddle.id)),
  ]);
}

export function whichDecision(): Document {
  return note(words.which);
}

export function decisionRefusal({ refused, details }: Refusal<DecisionRefusalCode>): string {
  return words.refusals[refused](Number(details['number'] ?? 0));
}

function about({ huddle, number }: Decision, action: string, label: string): Action {
  return { action, subject: `${huddle}/${String(number)}`, label };
}

function yesAction(decision: Decision): Action {
  const { yes, spoken } = words.labels;
  return { ...about(decision, 'decision-yes', yes), spoken: spoken(yes, decision.number) };
}

function correctAction(decision: Decision): Action {
  const { correct, spoken } = words.labels;
  return { ...about(decision, 'decision-correct', correct), spoken: spoken(correct, decision.number), opens: 'form' };
}

function seeAll(huddle: Huddle): Action {
  return { action: 'decisions', subject: huddle.id, label: words.labels.see };
}

/** Opens the form; with what was typed, so that nobody types twice. */
export function logAction(huddle: Huddle, typed: string | null): Action {
  const subject = typed === null ? huddle.id : `${huddle.id}\n${typed}`.slice(0, 2000);
  return { action: 'decision-new', subject, label: words.labels.log, opens: 'form' };
}
