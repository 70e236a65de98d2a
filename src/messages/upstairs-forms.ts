import type { Huddle } from '../domain/huddle.ts';
import { askSays, type Ask, type AskSays } from '../domain/upstairs.ts';
import { longestAsk, longestAskAnswer } from '../domain/upstairs-rules.ts';
import { promiseFormWords } from '../words/en/promise-forms.ts';
import { upstairsWords as words } from '../words/en/upstairs.ts';
import { actions, paragraph, type Field } from './document.ts';
import { document, helpAction } from './frame.ts';
import type { Question } from './promise-forms.ts';
import { answerAction, newAsk } from './upstairs.ts';

const { cancel } = promiseFormWords;

/** `filled` is what was said already: in a line, or as an answer to a question. */
export function askQuestion(huddle: Huddle, filled: string | null): Question {
  const { form } = words;
  const value = filled === null ? {} : { value: filled.slice(0, longestAsk) };
  return {
    form: {
      form: 'upstairs-ask',
      subject: huddle.id,
      title: form.title,
      intro: [],
      fields: [
        { kind: 'text', name: 'text', label: form.what, hint: form.hint, lines: 'many', max: longestAsk, ...value },
      ],
      submit: form.submit,
      cancel,
    },
    document: document([paragraph(words.typeInstead), actions(newAsk(huddle, filled), helpAction(huddle.id))]),
  };
}

/** What was said already; `why` is what it still lacks. */
export interface AnswerFilled {
  readonly says: AskSays | null;
  readonly words: string | null;
  readonly why: string | null;
}

/** Nothing is picked beforehand. */
export function answerQuestion(huddle: Huddle, ask: Ask, filled: AnswerFilled): Question {
  const { form } = words;
  const { says, words: said, why } = filled;
  const fields: readonly Field[] = [
    {
      kind: 'choice',
      name: 'says',
      label: form.says,
      options: askSays.map((each) => ({ value: each, label: form.options[each] })),
      ...(says === null ? {} : { value: says }),
    },
    {
      kind: 'text',
      name: 'words',
      label: form.words,
      hint: form.wordsHint,
      optional: true,
      lines: 'many',
      max: longestAskAnswer,
      ...(said === null ? {} : { value: said.slice(0, longestAskAnswer) }),
    },
  ];
  const intro = why === null ? [] : [paragraph(why)];
  return {
    form: {
      form: 'upstairs-answer',
      subject: `${huddle.id}/${String(ask.number)}`,
      title: form.answerTitle,
      intro,
      fields,
      submit: form.save,
      cancel,
    },
    document: document([
      ...intro,
      paragraph(words.answerByTyping(ask.number)),
      actions(answerAction(ask), helpAction(huddle.id)),
    ]),
  };
}

export function mendQuestion(huddle: Huddle, ask: Ask): Question {
  const { form } = words;
  const subject = `${huddle.id}/${String(ask.number)}`;
  const label = words.labels.mend;
  return {
    form: {
      form: 'upstairs-mend',
      subject,
      title: form.mendTitle,
      intro: [paragraph(form.mendIntro)],
      fields: [{ kind: 'text', name: 'text', label: form.what, lines: 'many', max: longestAsk, value: ask.text }],
      submit: form.save,
      cancel,
    },
    document: document([
      paragraph(form.mendIntro),
      paragraph(words.mendByTyping(ask.number)),
      actions({ action: 'upstairs-mend', subject, label, opens: 'form' }, helpAction(huddle.id)),
    ]),
  };
}
