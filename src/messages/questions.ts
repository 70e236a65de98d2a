import type { Huddle } from '../domain/huddle.ts';
import type { Numbered, QuestionRefusal } from '../domain/questions.ts';
import type { Refusal } from '../domain/refusal.ts';
import { longestQuestion } from '../domain/round.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { questionWords as words } from '../words/en/questions.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** As one member sees it: `yours` are the numbers that they can change, `yourVetoes` those that they can allow again. */
export interface QuestionsFacts {
  readonly huddle: Huddle;
  readonly next: readonly (Numbered & { readonly fromMember: boolean })[];
  readonly waiting: readonly Numbered[];
  readonly ruledOut: readonly Numbered[];
  readonly yours: readonly number[];
  readonly yourVetoes: readonly number[];
  /** The role swaps that may come; none where the huddle has them off. */
  readonly swaps: readonly number[];
}

/** Slack takes 25 in a block; so many are still read. */
const mostButtons = 3;
/** As much of a question as the list shows of one that waits. */
const mostShown = 120;

export function questionsMessage(facts: QuestionsFacts): Document {
  const { huddle, next, waiting, ruledOut, yours, yourVetoes } = facts;
  return document([
    { kind: 'heading', text: words.title(huddle.name) },
    ...(next.length === 0
      ? [paragraph(words.nothingNext)]
      : [
          paragraph(strong(words.next)),
          list(next.map((one) => (one.fromMember ? words.fromMember : words.line)(one.number, shown(one)))),
        ]),
    ...titled(words.waiting, waiting),
    ...titled(words.ruledOut, ruledOut),
    ...(facts.swaps.length === 0 ? [] : [paragraph(words.swaps(facts.swaps.join(', ')))]),
    paragraph(words.how),
    paragraph(words.turn),
    actions(
      { action: 'question-new', subject: huddle.id, label: words.add, opens: 'form' },
      ...next.slice(0, mostButtons).map(({ number }) => vetoAction(huddle, number)),
      ...yours.slice(0, mostButtons).map((number) => changeAction(huddle, number)),
      ...yourVetoes.slice(0, mostButtons).map((number) => allowAction(huddle, number)),
      helpAction(huddle.id),
    ),
  ]);
}

function titled(title: string, questions: readonly Numbered[]): readonly Block[] {
  if (questions.length === 0) return [];
  return [paragraph(strong(title)), list(questions.map((one) => words.line(one.number, shown(one))))];
}

function shown({ text: said }: Numbered): string {
  return said.length > mostShown ? `${said.slice(0, mostShown)}…` : said;
}

function list(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((item) => [text(item)]) };
}

/** To whoever added one. Their words are not in it. */
export function questionAdded(huddle: Huddle, number: number): Document {
  return document([
    paragraph(words.added(number)),
    paragraph(words.turn),
    actions(changeAction(huddle, number), seeAction(huddle), helpAction(huddle.id)),
  ]);
}

export function questionReworded(huddle: Huddle, number: number): Document {
  return document([paragraph(words.reworded(number)), actions(seeAction(huddle), helpAction(huddle.id))]);
}

export function questionVetoed(huddle: Huddle, number: number): Document {
  return document([
    paragraph(words.vetoed(number)),
    paragraph(words.howToAllow(number)),
    actions(allowAction(huddle, number), seeAction(huddle), helpAction(huddle.id)),
  ]);
}

/** `stillOut`: someone else ruled it out too. */
export function questionAllowed(huddle: Huddle, number: number, stillOut: boolean): Document {
  const line = stillOut ? words.stillOut(number) : words.allowed(number);
  return document([paragraph(line), actions(seeAction(huddle), helpAction(huddle.id))]);
}

/** A new one, or with `change` other words for one's own. `document` says what to type instead. */
export function questionForm(
  huddle: Huddle,
  change: { readonly number: number; readonly text: string } | null,
): { readonly form: Form; readonly document: Document } {
  const { form } = words;
  const again =
    change === null
      ? ({ action: 'question-new', subject: huddle.id, label: words.add, opens: 'form' } as const)
      : changeAction(huddle, change.number);
  return {
    form: {
      form: change === null ? 'question' : 'question-change',
      subject: change === null ? huddle.id : `${huddle.id}/${String(change.number)}`,
      title: change === null ? form.title : form.changeTitle,
      intro: [],
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: form.label,
          hint: form.hint,
          lines: 'many',
          max: longestQuestion,
          ...(change === null ? {} : { value: change.text }),
        },
      ],
      submit: form.submit,
      cancel: promiseFormWords.cancel,
    },
    document: document([
      paragraph(change === null ? words.typeInstead : words.typeToChange(change.number)),
      actions(again, helpAction(huddle.id)),
    ]),
  };
}

export function whichQuestion(want: keyof typeof words.which): Document {
  return note(words.which[want]);
}

export function questionRefusal({ refused, details }: Refusal<QuestionRefusal>): string {
  return words.refusals[refused](Number(details['number'] ?? 0));
}

function changeAction({ id }: Huddle, number: number): Action {
  return { action: 'question-change', subject: `${id}/${String(number)}`, label: words.change(number), opens: 'form' };
}

function vetoAction({ id }: Huddle, number: number): Action {
  const subject = `${id}/${String(number)}`;
  return { action: 'question-veto', subject, label: words.veto(number), spoken: words.spokenVeto(number) };
}

function allowAction({ id }: Huddle, number: number): Action {
  return { action: 'question-allow', subject: `${id}/${String(number)}`, label: words.allow(number) };
}

function seeAction({ id }: Huddle): Action {
  return { action: 'questions', subject: id, label: words.see };
}
