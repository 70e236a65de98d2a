import type { Huddle } from '../domain/huddle.ts';
import { stageNumber, type Stage } from '../domain/stage.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { shortDate } from '../words/dates.ts';
import { stepWords as words } from '../words/en/steps.ts';
import { actions, paragraph, text, type Document, type Rich } from './document.ts';
import { document, helpAction } from './frame.ts';

/** One that can be sent, by its number in the whole list. */
export interface StepQuestion {
  readonly number: number;
  readonly id: string;
  readonly text: string;
  /** Asked one to one. */
  readonly isPrivate: boolean;
  /** When it was last asked here. */
  readonly askedAt: Instant | null;
}

/** As many as have a button each: more on a screen are read by few. */
const onePage = 5;

/** The same list for all; those who run the huddle have a button beside each. */
export function stepQuestions(
  huddle: Huddle,
  { stage, all, page, runsIt }: { stage: Stage; all: readonly StepQuestion[]; page: number; runsIt: boolean },
): Document {
  const from = (page - 1) * onePage;
  const shown = all.slice(from, from + onePage);
  const more = { action: 'step-questions', subject: `${huddle.id}/${String(page + 1)}`, label: words.labels.more };
  return document([
    { kind: 'heading', text: words.questionsTitle(stageNumber(stage), words.about[stage]) },
    ...(shown.length === 0
      ? [paragraph(words.noneToAsk)]
      : [{ kind: 'list' as const, items: shown.map((each) => line(each, huddle)) }, paragraph(words.howToAsk)]),
    actions(
      ...(runsIt ? shown.map((each) => askAction(huddle, each)) : []),
      ...(all.length > from + onePage ? [more] : []),
      helpAction(huddle.id),
    ),
  ]);
}

function line({ number, text: said, isPrivate, askedAt }: StepQuestion, { zone }: Huddle): Rich {
  const parts = [
    words.question(number, said),
    ...(isPrivate ? [words.inPrivate] : []),
    ...(askedAt === null ? [] : [words.askedOn(shortDate(localDate(askedAt, zone)))]),
  ];
  return [text(parts.join(' '))];
}

function askAction({ id }: Huddle, { number }: StepQuestion) {
  const { ask, spokenAsk } = words.labels;
  return { action: 'step-ask', subject: `${id}/${String(number)}`, label: ask(number), spoken: spokenAsk(number) };
}
