import type { PageFacts, PagePromise, ToldPage } from '../../src/domain/told-page.ts';
import { addMs, dayMs } from '../../src/domain/time.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import {
  additionQuestion,
  noteDraft,
  notePosted,
  notePrint,
  noteReminder,
  noteReply,
  noteSheet,
} from '../../src/messages/sponsor.ts';
import { now, sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about the note to the sponsor. */
export function aboutSponsor(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const page = samplePage(written);
  const bare = { ...page, added: [], facts: { ...nothing, made: 0, waiting: page.facts.waiting } };
  return {
    'note to the sponsor': noteDraft(huddle, page),
    'note to the sponsor, with little in it': noteDraft(huddle, bare),
    'note to the sponsor, posted, to coordinators': noteDraft(huddle, { ...page, postedAt: now }),
    'note to the sponsor, in the place': notePosted(huddle, { ...page, postedAt: now }),
    'note to the sponsor, on paper': noteSheet(huddle, page),
    'sponsor note to bring to mind': noteReminder(huddle, page),
    'sponsor note, added': noteReply(page, 'added'),
    'sponsor note, now posted': noteReply(page, 'nowPosted'),
    'sponsor note, print': notePrint(huddle, 'https://wesaid.example/g/print/x'),
    'sponsor note, no page to print': notePrint(huddle, null),
    'sponsor note, add by typing': additionQuestion(huddle).document,
  };
}

export function sponsorForms(written: Written): Readonly<Record<string, Form>> {
  return { 'addition to the note': additionQuestion(sampleHuddle(written)).form };
}

const nothing: PageFacts = {
  from: addMs(now, -28 * dayMs),
  to: now,
  heard: [],
  made: 3,
  kept: [],
  couldNot: [],
  changed: [],
  dropped: [],
  notKept: [],
  open: [],
  waiting: [],
  answered: [],
};

export function samplePage(written: Written): ToldPage {
  const { words } = written;
  const promise = (number: number, more: Partial<PagePromise> = {}): PagePromise => ({
    number,
    what: words,
    due: '2027-03-17',
    reason: null,
    next: null,
    into: null,
    ...more,
  });
  const facts: PageFacts = {
    ...nothing,
    heard: [
      { monday: '2027-02-22', people: 7, of: 9 },
      { monday: '2027-03-01', people: 8, of: 9 },
    ],
    kept: [promise(11)],
    couldNot: [promise(12, { reason: words, next: words }), promise(13, { reason: words })],
    changed: [promise(14, { into: 18 })],
    dropped: [promise(15)],
    notKept: [promise(16)],
    open: [promise(17), promise(18)],
    waiting: [{ number: 3, text: words, days: 21 }],
    answered: [
      { number: 1, text: words, days: 12, says: 'part', words },
      { number: 2, text: words, days: 0, says: 'yes', words: null },
    ],
  };
  return {
    huddle: sampleHuddle(written).id,
    kind: 'note',
    number: 1,
    madeAt: now,
    facts,
    sponsor: `${written.name}, commissioner`,
    added: [words],
    postedAt: null,
    reminded: false,
    version: 1,
  };
}
