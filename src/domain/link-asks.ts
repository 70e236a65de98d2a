import { oneId, type OnePerson } from './link.ts';
import type { Ask, AskAnswer } from './upstairs.ts';

/** What either of the two asked, put into words or noted is that of the one. */
export function oneAsk(ask: Ask, one: OnePerson): Ask {
  const answer = (told: AskAnswer): AskAnswer => ({ ...told, notedBy: oneId(told.notedBy, one) });
  const { state } = ask;
  return {
    ...ask,
    askedBy: oneId(ask.askedBy, one),
    wordsBy: oneId(ask.wordsBy, one),
    state: state.status === 'answered' ? { ...state, answer: answer(state.answer) } : state,
    history: ask.history.map((was) => ({
      ...was,
      answer: was.answer === null ? null : answer(was.answer),
      by: oneId(was.by, one),
    })),
  };
}
