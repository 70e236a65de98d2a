import { burdenHalved, burdenNote, burdenSaid } from '../../src/messages/burden.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import {
  questionAdded,
  questionAllowed,
  questionForm,
  questionReworded,
  questionsMessage,
  questionVetoed,
  whichQuestion,
} from '../../src/messages/questions.ts';
import { sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about the questions that come next, and about those of members. */
export function aboutQuestions(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const one = (number: number) => ({ number, key: String(number), text: written.words });
  const next = [1, 2, 3, 101].map((number) => ({ ...one(number), fromMember: number > 100 }));
  const none = { huddle, next: [], waiting: [], ruledOut: [], yours: [], yourVetoes: [], swaps: [] };
  return {
    questions: questionsMessage({
      huddle,
      next,
      waiting: [one(102), one(103)],
      ruledOut: [one(40), one(41), one(104)],
      yours: [101, 102, 103, 105],
      yourVetoes: [40, 41, 104],
      swaps: [26, 27],
    }),
    'questions, none': questionsMessage(none),
    'question added': questionAdded(huddle, 101),
    'question reworded': questionReworded(huddle, 101),
    'question vetoed': questionVetoed(huddle, 12),
    'question allowed': questionAllowed(huddle, 12, false),
    'question allowed, still out': questionAllowed(huddle, 12, true),
    'question, in words': questionForm(huddle, null).document,
    'question to change, in words': questionForm(huddle, { number: 101, text: written.words }).document,
    'too many questions': burdenNote(huddle) ?? burdenSaid('rareAlready'),
    'too many questions, halved': burdenHalved({ days: [1], time: '10:30', everyWeeks: 4, anchor: '2027-03-01' }),
    'too many questions, kept': burdenSaid('kept'),
    'too many questions, changed': burdenSaid('changedAlready'),
    'too many questions, no times': burdenSaid('noSchedule'),
    'which question': whichQuestion('veto'),
    'which question to allow': whichQuestion('allow'),
    'which question to change': whichQuestion('reword'),
  };
}

export function questionForms(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  return {
    question: questionForm(huddle, null).form,
    'question to change': questionForm(huddle, { number: 101, text: written.words }).form,
  };
}
