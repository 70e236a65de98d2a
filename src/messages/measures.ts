import type { DigestFacts } from '../domain/digest.ts';
import type { Huddle } from '../domain/huddle.ts';
import { addDays, type LocalDate } from '../domain/time.ts';
import type { WeekMeasures } from '../domain/week-measures.ts';
import { measureWords as words } from '../words/en/measures.ts';
import { whoOf } from './digest-weeks.ts';
import { actions, paragraph, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

interface Row {
  readonly name: string;
  readonly value: string;
}

/** What coordinators may see of a week. No line in it is about fewer than three people, and none about a person. */
export function measuresMessage({ week, heard, measures }: DigestFacts, huddle: Huddle): Document {
  const before = `${huddle.id}/${addDays(week.monday, -7)}`;
  return document([
    { kind: 'heading', text: words.title(week.monday, week.sunday) },
    paragraph(words.onlyYou),
    {
      kind: 'fields',
      fields: [
        { name: words.heard, value: words.heardOf(heard.people, heard.of) },
        ...(measures === undefined
          ? []
          : [...spreadRows(measures), ...gapRows(measures, huddle), ...answerRows(measures, huddle)]),
      ],
    },
    ...(measures?.spread == null ? [paragraph(words.noSpread)] : [paragraph(words.limits)]),
    paragraph(words.mustNot),
    actions({ action: 'measures', subject: before, label: words.weekBefore }, helpAction(huddle.id)),
  ]);
}

function spreadRows({ spread }: WeekMeasures): readonly Row[] {
  if (spread === null) return [];
  return [
    { name: words.voices, value: words.voicesAre(Math.round(spread.voices), spread.voices) },
    { name: words.even, value: spread.evenness.toFixed(3) },
  ];
}

function gapRows({ lines, shuffle }: WeekMeasures, huddle: Huddle): readonly Row[] {
  const gaps = lines.map(({ who, z }) => ({ name: words.gap(whoOf(who, huddle)), value: words.gapIs(z) }));
  return shuffle === null
    ? gaps
    : [...gaps, { name: words.chance, value: words.chanceIs(inAHundred(shuffle.p), shuffle.exact) }];
}

function inAHundred(p: number): string {
  return p < 0.01 ? words.few : String(Math.round(p * 100));
}

function answerRows({ answers }: WeekMeasures, huddle: Huddle): readonly Row[] {
  if (answers.of === 0) return [];
  const whole = { name: words.answers, value: words.answersOf(answers.answers, answers.of) };
  if (answers.lines === null) return [whole];
  return [
    whole,
    ...answers.lines.map((line) => ({
      name: words.answersBy(whoOf(line.who, huddle)),
      value: words.answersOf(line.answers, line.of),
    })),
  ];
}

/** That week was told by no digest; null where none was yet. */
export function noMeasures(monday: LocalDate | null): Document {
  return monday === null ? note(words.none) : note(words.noneOf(monday), words.noneHow);
}
