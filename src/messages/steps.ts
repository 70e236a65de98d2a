import type { Huddle } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { stageNumber, stages, type Stage } from '../domain/stage.ts';
import type { StepRefusalCode } from '../domain/steps-rules.ts';
import { stepNow, type StepTime } from '../domain/steps.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { shortDate } from '../words/dates.ts';
import { stepName, stepWords as words } from '../words/en/steps.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document, type Rich } from './document.ts';
import { document, helpAction } from './frame.ts';

/** All seven, for everyone alike; those who run the huddle have buttons to move. */
export function stepsMessage(huddle: Huddle, runsIt: boolean): Document {
  const { steps = [] } = huddle;
  const now = stepNow(steps);
  const where = now === null ? (steps.length === 0 ? words.noneYet : words.noneNow) : words.now(...told(now.stage));
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    paragraph(where),
    { kind: 'list', items: stages.map((stage) => line(stage, huddle)) },
    ...(steps.length === 0 ? [] : [paragraph(words.nothingSaid)]),
    actions(
      ...(runsIt ? moves(huddle, now) : []),
      ...(now === null ? [] : [questionsAction(huddle)]),
      helpAction(huddle.id),
    ),
  ]);
}

function told(stage: Stage): readonly [number, string] {
  return [stageNumber(stage), words.about[stage]];
}

function line(stage: Stage, huddle: Huddle): Rich {
  const times = (huddle.steps ?? []).filter((time) => time.stage === stage);
  const last = times.at(-1);
  const parts = last === undefined ? [] : [...datesOf(last, huddle), ...saidOf(last, huddle)];
  const before = times.length > 1 ? [words.before(times.length - 1)] : [];
  return [text([words.line(stageNumber(stage), stepName(stage)), ...parts, ...before].join(' '))];
}

function datesOf({ openedAt, closedAt }: StepTime, huddle: Huddle): readonly string[] {
  const from = day(openedAt, huddle);
  return [closedAt === null ? words.open(from) : words.closed(from, day(closedAt, huddle))];
}

/** What may be told of sides, as it was worked out on its day. Nothing where it may not be told, and nothing else then. */
function saidOf(time: StepTime, huddle: Huddle): readonly string[] {
  const { closedAt, look, askedAgain, askedSince } = time;
  const again = askedAgain === true || askedSince === true ? [words.askedAgain] : [];
  if (look === null || look.word === 'untold') return again;
  if (look.word === 'every') return [...again, words.every];
  if (isClosedWithout(time)) return [...again, words.closedWithout];
  const looked = closedAt === look.at ? [] : [words.looked(day(look.at, huddle))];
  return [words.notEvery, ...looked, ...again];
}

function isClosedWithout({ closedAt, look, askedSince }: StepTime): boolean {
  return closedAt !== null && look?.word === 'not-every' && askedSince !== true;
}

function day(at: Instant, { zone }: Huddle): string {
  return shortDate(localDate(at, zone));
}

function moves(huddle: Huddle, now: StepTime | null): readonly Action[] {
  const { labels } = words;
  const last = huddle.steps?.at(-1)?.stage;
  if (now === null) {
    const next = last === undefined ? stages[0] : stages[stages.indexOf(last) + 1];
    return next === undefined ? [] : [move(huddle, next, labels.open(stageNumber(next)))];
  }
  const at = stages.indexOf(now.stage);
  const [next, back] = [stages[at + 1], stages[at - 1]];
  return [
    next === undefined ? move(huddle, null, labels.close(at + 1)) : move(huddle, next, labels.open(at + 2)),
    ...(back === undefined ? [] : [move(huddle, back, labels.back(at))]),
  ];
}

/** Which time it is about stands in it, so that one pressed too late moves nothing. */
function move(huddle: Huddle, to: Stage | null, label: string, action = 'step-move'): Action {
  const from = stepNow(huddle.steps) === null ? 0 : (huddle.steps?.length ?? 0);
  return { action, subject: `${huddle.id}/${String(from)}/${to === null ? '0' : String(stageNumber(to))}`, label };
}

function about({ id }: Huddle, of: number, action: string, label: string): Action {
  return { action, subject: `${id}/${String(of)}`, label };
}

function questionsAction({ id }: Huddle): Action {
  return { action: 'step-questions', subject: `${id}/1`, label: words.labels.questions };
}

function seeSteps({ id }: Huddle): Action {
  return { action: 'steps', subject: id, label: words.labels.see };
}

/** To the coordinator who wants to close the step that is open. What is told of it is what everyone may read. */
export function secondLook(huddle: Huddle, to: Stage | null, isAsking: boolean): Document {
  const { steps = [] } = huddle;
  const now = stepNow(steps);
  if (now === null) return stepNote(huddle, words.noneNow);
  return document([
    ...lookBlocks(now),
    ...(isAsking ? [paragraph(words.stillAsking)] : []),
    ...(now.shared === true ? [] : [paragraph(words.toEveryone)]),
    actions(
      ...(now.askedAgain === true ? [] : [about(huddle, steps.length, 'step-again', words.labels.again)]),
      move(huddle, to, words.labels.closeNow, 'step-close-now'),
      ...(now.shared === true ? [] : [about(huddle, steps.length, 'step-share', words.labels.share)]),
      helpAction(huddle.id),
    ),
  ]);
}

/** The same for everyone. Closed from here, the next step in turn is opened. */
export function sharedLook(huddle: Huddle, time: StepTime, of: number): Document {
  const title = paragraph(strong(words.secondLookTitle(...told(time.stage))));
  if (time.closedAt !== null)
    return document([title, paragraph(words.isClosed), actions(seeSteps(huddle), helpAction(huddle.id))]);
  const next = stages[stages.indexOf(time.stage) + 1] ?? null;
  return document([
    ...lookBlocks(time),
    paragraph(words.sayHere),
    actions(
      about(huddle, of, 'step-again', words.labels.again),
      move(huddle, next, words.labels.closeNow, 'step-close-now'),
      helpAction(huddle.id),
    ),
  ]);
}

function lookBlocks({ stage, look }: StepTime): readonly Block[] {
  return [
    paragraph(strong(words.secondLookTitle(...told(stage)))),
    ...(look?.word === 'not-every' ? [paragraph(words.notEvery)] : []),
    paragraph(words.secondLook),
  ];
}

/** What was closed and opened; `closed` is null where none was. */
export function movedMessage(huddle: Huddle, closed: StepTime | null): Document {
  const now = stepNow(huddle.steps);
  const felt: Action = { action: 'step-felt', subject: huddle.id, label: words.labels.felt };
  return document([
    ...(closed === null ? [] : [paragraph(closedLine(closed))]),
    ...(now === null ? [] : [paragraph(strong(words.openNow(...told(now.stage))))]),
    ...(closed === null ? [] : [paragraph(words.offerFelt(stageNumber(closed.stage)))]),
    actions(
      ...(closed === null ? [] : [felt]),
      ...(now === null ? [] : [questionsAction(huddle)]),
      seeSteps(huddle),
      helpAction(huddle.id),
    ),
  ]);
}

function closedLine(time: StepTime): string {
  const said = time.look?.word === 'every' ? [words.every] : isClosedWithout(time) ? [words.closedWithout] : [];
  return [words.closedNow(...told(time.stage)), ...said].join(' ');
}

export function stepNote(huddle: Huddle, ...lines: readonly string[]): Document {
  return document([...lines.map((each) => paragraph(each)), actions(seeSteps(huddle), helpAction(huddle.id))]);
}

export function stepRefusal(huddle: Huddle, { refused }: Refusal<StepRefusalCode>): Document {
  return stepNote(huddle, words.refusals[refused]);
}
