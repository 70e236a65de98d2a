import { finalSays, rungs, type Decision, type DecisionWords } from '../domain/decision.ts';
import { longestDecision, longestTold } from '../domain/decision-rules.ts';
import type { Huddle } from '../domain/huddle.ts';
import { decisionWords as words } from '../words/en/decisions.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { actions, paragraph, type Action, type Field } from './document.ts';
import { logAction } from './decisions.ts';
import { document, helpAction } from './frame.ts';
import type { Question } from './promise-forms.ts';

/** What was said already; null where nothing was. */
export type DecisionFilled = { readonly [Part in keyof DecisionWords]: DecisionWords[Part] | null };

/** `typed` is the line as it was, for the button of where a form cannot open. */
export function logQuestion(huddle: Huddle, filled: DecisionFilled, typed: string | null): Question {
  return {
    form: {
      form: 'decision',
      subject: huddle.id,
      title: words.form.title,
      intro: [],
      fields: fields(filled),
      submit: words.form.submit,
      cancel: promiseFormWords.cancel,
    },
    document: document([
      ...words.typeInstead.map((line) => paragraph(line)),
      actions(logAction(huddle, typed), helpAction(huddle.id)),
    ]),
  };
}

export function correctionQuestion(huddle: Huddle, decision: Decision): Question {
  const subject = `${huddle.id}/${String(decision.number)}`;
  const again: Action = { action: 'decision-correct', subject, label: words.labels.correct, opens: 'form' };
  return {
    form: {
      form: 'decision-correct',
      subject,
      title: words.form.correctTitle,
      intro: [paragraph(words.form.correctIntro)],
      fields: fields(decision.words),
      submit: words.form.submit,
      cancel: promiseFormWords.cancel,
    },
    document: document([
      paragraph(words.form.correctIntro),
      paragraph(words.correctByTyping(decision.number)),
      actions(again, helpAction(huddle.id)),
    ]),
  };
}

/** Nothing is picked beforehand. */
function fields({ what, finalSay, rung, lived, practice }: DecisionFilled): readonly Field[] {
  const { form } = words;
  const told = { hint: form.hint, optional: true, lines: 'many', max: longestTold } as const;
  return [
    { kind: 'text', name: 'what', label: form.what, lines: 'many', max: longestDecision, ...value(what) },
    {
      kind: 'choice',
      name: 'final-say',
      label: form.finalSay,
      options: finalSays.map((each) => ({ value: each, label: words.finalSay[each] })),
      ...value(finalSay),
    },
    {
      kind: 'choice',
      name: 'rung',
      label: form.rung,
      options: rungs.map((each) => ({ value: each, label: form.rungs[each] })),
      ...value(rung),
    },
    { kind: 'text', name: 'lived', label: form.lived, ...told, ...value(lived) },
    { kind: 'text', name: 'practice', label: form.practice, ...told, ...value(practice) },
  ];
}

function value(said: string | null): { readonly value?: string } {
  return said === null || said === '' ? {} : { value: said };
}
