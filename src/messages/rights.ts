import type { Huddle } from '../domain/huddle.ts';
import type { Platform } from '../domain/ids.ts';
import { dayAndDate } from '../words/dates.ts';
import { platformName } from '../words/en/links.ts';
import { readinessWords as dataWords } from '../words/en/readiness.ts';
import { rightsWords as words } from '../words/en/rights.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** One thing that is held: what it is, and their own words where there are any. */
export interface HeldLine {
  readonly line: string;
  readonly quote: string | null;
}

export interface HeldSection {
  readonly title: string;
  readonly lines: readonly HeldLine[];
}

/** A message holds so many lines and signs on every platform, with room to spare. */
const mostLines = 16;
const mostSigns = 2_600;

/** All that is held of someone, in as many messages as it needs; they are shown one at a time. */
export function dataPages(sections: readonly HeldSection[]): readonly Document[] {
  const pages: Block[][] = [[]];
  let [lines, signs] = [0, 0];
  const put = (blocks: readonly Block[], size: number): void => {
    if (lines > 0 && (lines >= mostLines || signs + size > mostSigns)) {
      pages.push([]);
      [lines, signs] = [0, 0];
    }
    pages.at(-1)?.push(...blocks);
    [lines, signs] = [lines + 1, signs + size];
  };
  for (const { title, lines: held } of sections) {
    for (const [at, { line, quote }] of held.entries()) {
      const head: readonly Block[] = at === 0 ? [paragraph(strong(title))] : [];
      const own: readonly Block[] = quote === null ? [] : [{ kind: 'quote', text: quote, from: null }];
      put([...head, paragraph(line), ...own], line.length + (quote?.length ?? 0));
    }
  }
  return pages.map((blocks, at) => dataPage(blocks, { part: at + 1, of: pages.length }));
}

function dataPage(blocks: readonly Block[], { part, of }: { part: number; of: number }): Document {
  const next: readonly Action[] =
    part < of ? [{ action: 'my-data', subject: String(part + 1), label: words.more, style: 'primary' }] : [];
  return document(
    [
      paragraph(words.privately),
      ...(of > 1 ? [paragraph(words.page(part, of))] : []),
      ...blocks,
      actions(...next, { action: 'my-data-file', subject: '1', label: words.asFile }, helpAction('')),
    ],
    words.privately,
  );
}

/** What fits into a quote on every platform. */
const mostInPart = 2_000;

/** The same for a computer, as text: no platform then asks for the right to send files. */
export function dataFile(file: string, part: number): Document {
  const signs = Array.from(file);
  const of = Math.max(1, Math.ceil(signs.length / mostInPart));
  const at = Math.min(part, of);
  const text = signs.slice((at - 1) * mostInPart, at * mostInPart).join('');
  const next: readonly Action[] =
    at < of ? [{ action: 'my-data-file', subject: String(at + 1), label: words.moreFile, style: 'primary' }] : [];
  return document(
    [
      paragraph(words.copyFile),
      paragraph(words.page(at, of)),
      { kind: 'quote', text, from: null },
      actions(...next, helpAction('')),
    ],
    words.privately,
  );
}

export function holdsNothing(): Document {
  return note(words.stranger);
}

/** The first of two steps: what goes, what stays and why. */
export function forgetQuestion(): Document {
  return document([
    paragraph(strong(words.forgetTitle)),
    {
      kind: 'list',
      items: [words.forgetGoes, words.forgetPosted, words.forgetUnnamed, words.forgetStays, words.forgetPlatform].map(
        (line) => [{ kind: 'text' as const, text: line }],
      ),
    },
    paragraph(words.forgetNoWay),
    actions(
      { action: 'forget-yes', subject: '', label: words.forgetYes, style: 'danger' },
      { action: 'forget-no', subject: '', label: words.forgetNo },
      helpAction(''),
    ),
  ]);
}

export function forgottenMessage(): Document {
  return note(words.forgotten, words.forgottenBack);
}

export function notForgotten(): Document {
  return note(words.notForgotten);
}

export function lastCoordinator(huddles: readonly string[]): Document {
  return note(words.lastCoordinator(huddles), words.lastHow);
}

/** In the place of a message that cannot be shown without the name of someone who was forgotten. */
export function namesGone(): Document {
  return note(words.gone);
}

/** In the place of an answer that stood there with their name. */
export function answerOfGone(): Document {
  return note(words.answerOfGone);
}

export function fixMessage(buttons: readonly Action[], helper: string): Document {
  return document([
    paragraph(words.fixTitle),
    paragraph(words.fixElse),
    paragraph(words.fixPeople(helper)),
    actions(...buttons, helpAction('')),
  ]);
}

export function whoSees({
  runBy,
  platforms,
  sponsor,
  dataContact,
}: {
  runBy: string;
  platforms: readonly Platform[];
  /** Who gets a note once a month; null when nobody is named. */
  sponsor: string | null;
  /** Who to ask about data; null when nobody is named. */
  dataContact: string | null;
}): Document {
  const lines = [
    words.seesAll,
    words.seesRun(runBy),
    words.seesYou,
    words.seesGroups,
    words.seesServer,
    ...(platforms.length === 0 ? [] : [words.seesPlatform(platforms.map((platform) => platformName[platform]))]),
    ...(sponsor === null ? [] : [words.seesSponsor(sponsor)]),
    words.seesNot,
    ...(dataContact === null ? [] : [words.seesAsk(dataContact)]),
  ];
  return document([
    paragraph(words.seesTitle),
    { kind: 'list', items: lines.map((line) => [{ kind: 'text', text: line }]) },
  ]);
}

export interface ComplaintFacts {
  /** Who takes complaints, with how to reach them; null when nobody is named. */
  readonly contact: string | null;
  readonly runBy: string;
  readonly today: string;
  readonly due: string;
  /** Set where the contact can be told by us. */
  readonly tell: Huddle | null;
}

export function complainMessage({ contact, runBy, today, due, tell }: ComplaintFacts): Document {
  return document([
    paragraph(words.complain),
    paragraph(contact === null ? words.complainNone(runBy) : words.complainTo(contact)),
    paragraph(words.complainDates(dayAndDate(today), dayAndDate(due))),
    paragraph(words.complainOffice),
    ...(tell === null
      ? []
      : [
          actions(
            { action: 'complain-tell', subject: tell.id, label: words.complainTell, style: 'primary' },
            helpAction(tell.id),
          ),
        ]),
  ]);
}

export function complaintTold({ contact, today, due }: { contact: string; today: string; due: string }): Document {
  return note(
    words.complainTold(contact),
    words.complainKept(dayAndDate(today), dayAndDate(due)),
    words.complainOffice,
  );
}

/** To the contact alone. Its summary names nobody: lock screens show it. */
export function complaintNote(
  huddle: Huddle,
  { name, today, due }: { name: string; today: string; due: string },
): Document {
  return document(
    [
      paragraph(words.complainNote(name, huddle.name, dayAndDate(today))),
      paragraph(words.complainNoteDue(dayAndDate(due))),
      paragraph(words.complainNoteAlone),
    ],
    words.complainNoteDue(dayAndDate(due)),
  );
}

export function contactMessage(
  what: 'complaints' | 'dataContact',
  contact: string | null,
  { saved }: { saved: boolean },
): Document {
  const { contactNone, contactHow, contactSaved, contactNow } = what === 'complaints' ? words : dataWords;
  if (contact === null) return note(contactNone, contactHow);
  return note(saved ? contactSaved(contact) : contactNow(contact), contactHow);
}

export function changesMessage(
  huddle: Huddle,
  { lines, older }: { lines: readonly string[]; older: number | null },
): Document {
  const next: readonly Action[] =
    older === null
      ? []
      : [{ action: 'what-changed', subject: `${huddle.id}/${String(older)}`, label: words.older, style: 'primary' }];
  return document([
    paragraph(words.changedTitle(huddle.name)),
    ...(lines.length === 0
      ? [paragraph(words.changedNone)]
      : [{ kind: 'list' as const, items: lines.map((line) => [{ kind: 'text' as const, text: line }]) }]),
    ...(next.length === 0 ? [] : [actions(...next, helpAction(huddle.id))]),
  ]);
}
