import { longestIdea, type Idea, type IdeaRefusalCode } from '../domain/idea.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ideaWords as words } from '../words/en/ideas.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { makeQuestion, type Filled, type Question } from './promise-forms.ts';

/** An idea with whether a promise that still stands was made from it. */
export interface ShownIdea {
  readonly idea: Idea;
  readonly takenUp: boolean;
}

export interface IdeasFacts {
  readonly huddle: Huddle;
  /** Of one page. */
  readonly ideas: readonly ShownIdea[];
  /** The next page, or null. */
  readonly older: number | null;
}

const mostButtons = 4;

/** Every idea, newest first: those that wait, then those that became a promise. */
export function ideasMessage({ huddle, ideas, older }: IdeasFacts): Document {
  const open = ideas.filter(({ takenUp }) => !takenUp).map(({ idea }) => idea);
  const taken = ideas.filter(({ takenUp }) => takenUp).map(({ idea }) => idea);
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    ...(open.length === 0 ? [paragraph(words.none)] : [lines(open.map(openLine)), paragraph(words.how)]),
    ...(taken.length === 0 ? [] : [paragraph(strong(words.takenTitle)), lines(taken.map(takenLine))]),
    actions(
      ...open.slice(0, mostButtons).map((idea) => takeUp(idea, words.takeUpNumber(idea.number))),
      { action: 'idea-new', subject: huddle.id, label: words.share, opens: 'form' },
      ...(older === null ? [] : [{ action: 'ideas', subject: `${huddle.id}/${String(older)}`, label: words.older }]),
      helpAction(huddle.id),
    ),
  ]);
}

function lines(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((item) => [text(item)]) };
}

function openLine(idea: Idea): string {
  return words.line(idea.number, ended(idea));
}

function takenLine(idea: Idea): string {
  return words.taken(idea.number, ended(idea), idea.takenUp?.promise ?? 0);
}

function ended({ text: said }: Idea): string {
  if (said === null) return words.wordsGone;
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

function takeUp({ huddle, number }: Idea, label: string): Action {
  return { action: 'idea-take-up', subject: `${huddle}/${String(number)}`, label, opens: 'form' };
}

/** To whoever raised it. Their words are not in the summary. */
export function ideaSaved(huddle: Huddle, idea: Idea): Document {
  return document([
    paragraph(words.saved(idea.number)),
    paragraph(words.noName),
    actions(
      takeUp(idea, words.takeUp),
      { action: 'ideas', subject: huddle.id, label: words.see },
      helpAction(huddle.id),
    ),
  ]);
}

export function ideaQuestion(huddle: Huddle): Question {
  const form: Form = {
    form: 'idea',
    subject: huddle.id,
    title: words.form.title,
    intro: [],
    fields: [
      { kind: 'text', name: 'text', label: words.form.label, hint: words.form.hint, lines: 'many', max: longestIdea },
    ],
    submit: words.form.submit,
    cancel: promiseFormWords.cancel,
  };
  const again: Action = { action: 'idea-new', subject: huddle.id, label: words.share, opens: 'form' };
  return { form, document: document([paragraph(words.typeInstead), actions(again, helpAction(huddle.id))]) };
}

/** The form of a promise, with the idea's own words in it, or with what was typed. */
export function takeUpQuestion(
  huddle: Huddle,
  idea: Idea,
  { filled, why }: { filled: Filled; why: string | null },
): Question {
  const given = { ...filled, what: filled.what ?? idea.text };
  return asTakingUp(makeQuestion(huddle, given, why ?? words.form.promiseIntro(idea.number)).form, huddle, idea);
}

/** A form that asks for what a promise lacks, made to remember which idea it is for. */
export function asTakingUp(form: Form, huddle: Huddle, idea: Idea): Question {
  return {
    form: {
      ...form,
      form: 'idea-promise',
      subject: `${huddle.id}/${String(idea.number)}`,
      title: words.form.promiseTitle,
    },
    document: document([
      ...form.intro,
      paragraph(words.takeUpByTyping(idea.number)),
      actions(takeUp(idea, words.takeUp), helpAction(huddle.id)),
    ]),
  };
}

export function whichIdea(): Document {
  return note(words.which);
}

export function ideaRefusal({ refused, details }: Refusal<IdeaRefusalCode>): string {
  return words.refusals[refused](Number(details['number'] ?? 0));
}
