import type { Huddle } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { longestAddition, type NoteRefusalCode } from '../domain/sponsor-note.ts';
import { callName, type ToldPage } from '../domain/told-page.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';
import { upstairsWords } from '../words/en/upstairs.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import type { Question } from './promise-forms.ts';
import { pageBlocks } from './told-page.ts';

/** To those who run the huddle: the note as it will be posted, and what has to be done before. */
export function noteDraft(huddle: Huddle, page: ToldPage): Document {
  const name = nameOf(page);
  const isPosted = page.postedAt !== null;
  return document([
    { kind: 'heading', text: words.title(huddle.name, page.sponsor ?? name) },
    ...(isPosted
      ? [paragraph(words.isPosted)]
      : [paragraph(words.private), paragraph(words.showFirst(name)), paragraph(words.readForNames)]),
    ...pageBlocks(page.facts, huddle),
    ...additions(page),
    isPosted
      ? actions(printAction(huddle), helpAction(huddle.id))
      : actions(addAction(huddle), postAction(huddle), printAction(huddle), helpAction(huddle.id)),
  ]);
}

/** In the place, once the sponsor has seen it. */
export function notePosted(huddle: Huddle, page: ToldPage): Document {
  return document([
    { kind: 'heading', text: words.postedTitle(page.sponsor ?? nameOf(page)) },
    paragraph(words.sawFirst(nameOf(page))),
    ...pageBlocks(page.facts, huddle),
    ...additions(page),
    actions({ action: 'upstairs', subject: huddle.id, label: upstairsWords.labels.see }, helpAction(huddle.id)),
  ]);
}

/** On paper, or to be sent on. */
export function noteSheet(huddle: Huddle, page: ToldPage): Document {
  return document([
    paragraph(strong(words.title(huddle.name, page.sponsor ?? nameOf(page)))),
    ...pageBlocks(page.facts, huddle),
    ...additions(page),
  ]);
}

function additions(page: ToldPage): readonly Block[] {
  if (page.added.length === 0) return [];
  const quotes = page.added.map((text) => ({ kind: 'quote' as const, text, from: null }));
  return [paragraph(words.adds(nameOf(page))), ...quotes];
}

function nameOf({ sponsor }: ToldPage): string {
  return sponsor === null ? words.ourSponsor : callName(sponsor);
}

/** Once, to each of those who run the huddle. */
export function noteReminder(huddle: Huddle, page: ToldPage): Document {
  return document([
    paragraph(words.remind(nameOf(page))),
    paragraph(words.remindHow),
    actions(
      { action: 'sponsor-note', subject: huddle.id, label: words.labels.show },
      postAction(huddle),
      helpAction(huddle.id),
    ),
  ]);
}

export function noteReply(page: ToldPage, what: 'added' | 'nowPosted'): Document {
  return note(what === 'added' ? words.added(nameOf(page)) : words.nowPosted);
}

export function additionQuestion(huddle: Huddle): Question {
  const { form } = words;
  return {
    form: {
      form: 'sponsor-note-add',
      subject: huddle.id,
      title: form.title,
      intro: [],
      fields: [
        { kind: 'text', name: 'words', label: form.words, hint: form.hint, lines: 'many', max: longestAddition },
      ],
      submit: form.save,
      cancel: promiseFormWords.cancel,
    },
    document: document([paragraph(words.addByTyping), actions(addAction(huddle), helpAction(huddle.id))]),
  };
}

export function notePrint(huddle: Huddle, address: string | null): Document {
  if (address === null) return note(words.printCopy);
  return document([
    paragraph(`${words.printHow} `, { kind: 'link', text: words.printLabel, url: address }),
    paragraph(words.printEnds),
    actions(helpAction(huddle.id)),
  ]);
}

export function noteRefusal({ refused }: Refusal<NoteRefusalCode>): string {
  return words.refusals[refused]();
}

function addAction({ id }: Huddle): Action {
  return { action: 'sponsor-note-add', subject: id, label: words.labels.add, opens: 'form' };
}

function postAction({ id }: Huddle): Action {
  return { action: 'sponsor-note-post', subject: id, label: words.labels.post };
}

function printAction({ id }: Huddle): Action {
  return { action: 'sponsor-note-print', subject: id, label: words.labels.print };
}
