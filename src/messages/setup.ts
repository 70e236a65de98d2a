import type { Huddle } from '../domain/huddle.ts';
import { nextComings, type Region } from '../domain/holidays.ts';
import type { Instant, Zone } from '../domain/time.ts';
import { dayAndTime } from '../words/dates.ts';
import { holidayWords } from '../words/en/holidays.ts';
import { digestInWords, scheduleInWords, settingsWords as words } from '../words/en/settings.ts';
import { careField, neededAfterSetup } from './readiness.ts';
import { actions, paragraph, type Block, type Document, type Form } from './document.ts';
import { document, helpAction } from './frame.ts';
import { digestHolidays, questionHolidays, regionField } from './holidays.ts';

/** What a set-up form shows filled in, and the line that stands for all of it. */
export interface SetupFilled {
  readonly name: string;
  /** User ids of the platform. */
  readonly people: readonly string[];
  readonly checkIn: string;
  readonly second: string | null;
  readonly zone: string;
  readonly holidays: Region | 'none';
  readonly care: 'no' | null;
  readonly line: string;
}

/** Seven questions. What the line before it said stands in them already. */
export function setupForm(filled: SetupFilled): Form {
  return {
    form: 'setup',
    subject: filled.line,
    title: words.setupTitle,
    intro: [paragraph(words.setupIntro)],
    fields: [
      { kind: 'text', name: 'name', label: words.setupName, hint: words.setupNameHint, value: filled.name, max: 60 },
      {
        kind: 'people',
        name: 'people',
        label: words.setupPeople,
        hint: words.setupPeopleHint,
        most: 29,
        value: filled.people,
        optional: true,
      },
      {
        kind: 'text',
        name: 'checkIn',
        label: words.setupWhen,
        hint: words.setupWhenHint,
        value: filled.checkIn,
        max: 100,
      },
      {
        kind: 'people',
        name: 'second',
        label: words.setupSecond,
        hint: words.setupSecondHint,
        most: 1,
        ...(filled.second === null ? {} : { value: [filled.second] }),
        optional: true,
      },
      { kind: 'text', name: 'zone', label: words.setupZone, hint: words.setupZoneHint, value: filled.zone, max: 60 },
      regionField(holidayWords.setupAsk, { hint: holidayWords.setupHint, value: filled.holidays }),
      careField(filled.care),
    ],
    submit: words.setupNext,
    cancel: words.cancel,
  };
}

/** What is missing, with the line so far, where no form can be opened. */
export function setupNeeds(
  needs: { readonly name: boolean; readonly when: boolean },
  { line }: { readonly line: string },
): Document {
  const what = [...(needs.name ? [words.needsName] : []), ...(needs.when ? [words.needsWhen] : [])];
  return document([
    paragraph(words.setupNeeds(what)),
    { kind: 'quote', text: words.setupExample, from: null },
    actions(
      { action: 'setup', subject: line, label: words.setupCarryOn, style: 'primary', opens: 'form' },
      helpAction(''),
    ),
  ]);
}

/** A huddle lives in a channel. What was typed comes back, so that it can be copied. */
export function setupNeedsPlace(line: string): Document {
  return document([
    paragraph(words.setupPlace),
    { kind: 'quote', text: line === '' ? words.setupExample : `setup ${line}`, from: null },
  ]);
}

/** Shown before a form is saved. `line` is what the yes stands for. */
export function setupPreview(plan: Huddle, { now, line }: { readonly now: Instant; readonly line: string }): Document {
  return document([
    paragraph(words.setupSure(plan.name)),
    ...timesBlocks(plan, now),
    actions(
      { action: 'setup-yes', subject: line, label: words.setupYes, style: 'primary' },
      { action: 'setup', subject: line, label: words.changeLabel, opens: 'form' },
      helpAction(''),
    ),
  ]);
}

/** After the save: the times again, who gets a note, and what could not be done. */
export function setupDone(
  huddle: Huddle,
  {
    now,
    lines,
    mustBeReady,
  }: { readonly now: Instant; readonly lines: readonly string[]; readonly mustBeReady: boolean },
): Document {
  const needed = mustBeReady ? neededAfterSetup(huddle) : { lines: [words.setUpNext], actions: [] };
  return document([
    paragraph(words.setUp(huddle.name)),
    ...timesBlocks(huddle, now),
    ...lines.map((line) => paragraph(line)),
    ...needed.lines.map((line) => paragraph(line)),
    actions(
      ...needed.actions,
      { action: 'schedule', subject: huddle.id, label: words.changeTimes, opens: 'form' },
      { action: 'settings', subject: huddle.id, label: words.settingsLabel },
      helpAction(huddle.id),
    ),
  ]);
}

/** The schedule in words with its next three times, the digest's first, and the zone. Of bank holidays one line is enough. */
function timesBlocks(huddle: Huddle, now: Instant): readonly Block[] {
  const { checkIn, digest, nextDigestAt, zone } = huddle;
  const isTold = questionHolidays(huddle, { now, count: 3, most: 1 }).length > 0;
  return [
    ...(checkIn === null ? [] : nextTimes(words.questionComes(scheduleInWords(checkIn.schedule)), huddle, now, 1)),
    paragraph(words.digestComes(digestInWords(digest), nextDigestAt === null ? '' : dayAndTime(nextDigestAt, zone))),
    ...(isTold ? [] : digestHolidays(huddle).map((line) => paragraph(line))),
    paragraph(words.zoneLine(zone)),
  ];
}

/** A line about the schedule, then its next three times, and the bank holidays among them. */
export function nextTimes(line: string, huddle: Huddle, now: Instant, mostHolidays = 2): readonly Block[] {
  const { checkIn, zone } = huddle;
  if (checkIn === null) return [paragraph(line)];
  const times = nextComings(checkIn.schedule, huddle, { after: now, count: 3 });
  const holidays = questionHolidays(huddle, { now, count: 3, most: mostHolidays });
  return [
    paragraph(`${line} ${words.nextTimes}`),
    timeList(times, zone),
    ...holidays.map((sentence) => paragraph(sentence)),
  ];
}

function timeList(times: readonly Instant[], zone: Zone): Block {
  return { kind: 'list', items: times.map((at) => [{ kind: 'text', text: dayAndTime(at, zone) }]) };
}
