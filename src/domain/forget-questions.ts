import { unnamed, type Gone } from './forget.ts';
import type { Questions } from './questions.ts';

/** Their questions that still wait go; what they ruled out stays so, by nobody. */
export function questionsWithout(questions: Questions, gone: Gone): Questions {
  const { person, newGone } = gone;
  return {
    ...questions,
    own: questions.own.filter(({ by }) => by !== person).map((one) => ({ ...one, text: unnamed(one.text, gone) })),
    vetoes: questions.vetoes.map((one) => (one.by === person ? { ...one, by: newGone() } : one)),
  };
}
