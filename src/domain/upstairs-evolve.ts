import type { UpstairsEvent } from './events-together.ts';
import type { Ask, AskBook } from './upstairs.ts';

export function evolveAsk(book: AskBook, event: UpstairsEvent): AskBook {
  const { ask: before, huddle } = book;
  if (event.type === 'AskedUpstairs') {
    const { ask: number, at, by, words } = event;
    const first = { huddle, number, text: words.text, askedBy: by, askedAt: at, wordsBy: by };
    return { ...book, ask: { ...first, state: { status: 'waiting' }, history: [], version: 0 } };
  }
  return before === null ? book : { ...book, ask: changed(before, event) };
}

function changed(before: Ask, event: Exclude<UpstairsEvent, { type: 'AskedUpstairs' }>): Ask {
  const { at, by } = event;
  switch (event.type) {
    case 'AskAnswered': {
      const answer = { says: event.says, words: event.words.words, notedBy: by, at };
      return { ...before, state: { status: 'answered', answer }, history: answeredBefore(before, at) };
    }
    case 'AskMended': {
      const was = { text: before.text, answer: null, by: before.wordsBy, until: at };
      return { ...before, text: event.words.text, wordsBy: by, history: [...before.history, was] };
    }
    case 'AskTakenBack':
      return { ...before, state: { status: 'taken-back', at } };
  }
}

function answeredBefore({ state, history, text, wordsBy }: Ask, until: string): Ask['history'] {
  return state.status === 'answered' ? [...history, { text, answer: state.answer, by: wordsBy, until }] : history;
}
