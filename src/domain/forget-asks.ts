import { unnamed, type Gone } from './forget.ts';
import type { PersonId } from './ids.ts';
import { wordsGone } from './retention.ts';
import type { Ask, AskAnswer } from './upstairs.ts';

/** An ask is the huddle's and stays, with its answer. Who asked is nobody; how they had put it before goes. */
export function askWithout(ask: Ask, gone: Gone): Ask {
  const as = gone.newGone();
  const other = (one: PersonId) => (one === gone.person ? as : one);
  const answer = (told: AskAnswer): AskAnswer => ({
    ...told,
    words: told.words === null ? null : unnamed(told.words, gone),
    notedBy: other(told.notedBy),
  });
  const { state } = ask;
  // Taken back by them, its words are shown to nobody, and they were theirs alone.
  const isTheirs = ask.wordsBy === gone.person && state.status === 'taken-back';
  return {
    ...ask,
    text: isTheirs ? wordsGone : unnamed(ask.text, gone),
    askedBy: other(ask.askedBy),
    wordsBy: other(ask.wordsBy),
    state: state.status === 'answered' ? { ...state, answer: answer(state.answer) } : state,
    history: ask.history.map((was) => ({
      ...was,
      text: was.by === gone.person && was.answer === null ? wordsGone : unnamed(was.text, gone),
      answer: was.answer === null ? null : answer(was.answer),
      by: other(was.by),
    })),
  };
}
