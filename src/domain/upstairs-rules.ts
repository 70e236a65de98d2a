import type { UpstairsEvent } from './events-together.ts';
import { refuse, type Refusal } from './refusal.ts';
import { daysBetween, localDate, type Instant, type Zone } from './time.ts';
import type { Ask, AskBook, AskCommand, AskRefusalCode } from './upstairs.ts';

type Made = readonly UpstairsEvent[] | Refusal<AskRefusalCode>;
type Of<Type extends AskCommand['type']> = Extract<AskCommand, { type: Type }>;

export const longestAsk = 300;
export const longestAskAnswer = 500;

export function decideAsk(command: AskCommand, book: AskBook): Made {
  if (command.type === 'AskUpstairs') return askUpstairs(command, book);
  const { number } = command;
  const { ask } = book;
  if (ask === null) return refuse('no-such-ask', { number });
  if (ask.state.status === 'taken-back') return refuse('ask-taken-back', { number });
  switch (command.type) {
    case 'AnswerAsk':
      return answer(command, ask, book);
    case 'MendAsk':
      return mend(command, ask, book);
    case 'TakeBackAsk':
      return takeBack(command, ask);
  }
}

function askUpstairs({ now: at, by, text: said }: Of<'AskUpstairs'>, { nextNumber }: AskBook): Made {
  const text = said.trim();
  return wrongText(text) ?? [{ type: 'AskedUpstairs', at, ask: nextNumber, by, words: { text } }];
}

/** A later answer takes the place of an earlier one, which stays in the history. */
function answer({ now: at, by, number, says, words: said }: Of<'AnswerAsk'>, ask: Ask, book: AskBook): Made {
  if (!book.coordinators.has(by)) return refuse('ask-coordinators-only', { number });
  const words = (said ?? '').trim();
  if (words === '' && says === 'no') return refuse('ask-reason-needed', { number });
  if (words === '' && says === 'part') return refuse('ask-part-needed', { number });
  if (words.length > longestAskAnswer) return refuse('ask-answer-too-long', { most: longestAskAnswer });
  const told = words === '' ? null : words;
  const { state } = ask;
  const isSame = state.status === 'answered' && state.answer.says === says && state.answer.words === told;
  if (isSame) return refuse('ask-as-it-is', { number });
  return [{ type: 'AskAnswered', at, ask: number, by, says, words: { words: told } }];
}

/** What was answered stays as it was asked: else an answer would stand under words that nobody had answered. */
function mend({ now: at, by, number, text: said }: Of<'MendAsk'>, ask: Ask, book: AskBook): Made {
  if (ask.askedBy !== by && !book.coordinators.has(by)) return refuse('ask-not-yours', { number });
  if (ask.state.status === 'answered') return refuse('ask-answered', { number });
  const text = said.trim();
  const wrong = wrongText(text);
  if (wrong !== null) return wrong;
  if (text === ask.text) return refuse('ask-as-it-is', { number });
  return [{ type: 'AskMended', at, ask: number, by, words: { text } }];
}

function takeBack({ now: at, by, number }: Of<'TakeBackAsk'>, ask: Ask): Made {
  if (ask.askedBy !== by) return refuse('ask-not-yours-to-take-back', { number });
  if (ask.state.status === 'answered') return refuse('ask-answered', { number });
  return [{ type: 'AskTakenBack', at, ask: number, by }];
}

function wrongText(text: string): Refusal<AskRefusalCode> | null {
  if (text === '') return refuse('ask-needed');
  return text.length > longestAsk ? refuse('ask-too-long', { most: longestAsk }) : null;
}

/** Whole days on the huddle's calendar since it was asked, to now or to its answer. */
export function daysWaiting({ askedAt, state }: Pick<Ask, 'askedAt' | 'state'>, now: Instant, zone: Zone): number {
  const until = state.status === 'answered' ? state.answer.at : now;
  return Math.max(0, daysBetween(localDate(askedAt, zone), localDate(until, zone)));
}

/** Those that wait first, the longest wait on top; then what was answered or taken back, the newest first. */
export function inTurn(asks: readonly Ask[]): readonly Ask[] {
  const isWaiting = ({ state }: Ask) => state.status === 'waiting';
  return [...asks.filter(isWaiting), ...asks.filter((ask) => !isWaiting(ask)).toReversed()];
}
