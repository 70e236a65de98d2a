import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { longestQuestion, type Prompt } from './round.ts';
import type { Instant } from './time.ts';

/** A question that a member wrote, waiting for its turn. Once it was asked nothing says whose it was. */
export interface OwnQuestion {
  /** The huddle's own number for it, from 101 on, so that none has that of a question of the library. */
  readonly number: number;
  readonly text: string;
  readonly by: PersonId;
  readonly addedAt: Instant;
}

/** A question that one member ruled out. Only they can take that back. */
export interface Veto {
  /** The library's id, or the number of a member's own, as text. */
  readonly question: string;
  readonly by: PersonId;
}

/** What members made of a huddle's questions. */
export interface Questions {
  /** First come, first asked. */
  readonly own: readonly OwnQuestion[];
  readonly vetoes: readonly Veto[];
  readonly nextNumber: number;
  /** How many questions had been sent before the newest that came from a member; null where none has. */
  readonly lastOwn: number | null;
}

export const noQuestions: Questions = { own: [], vetoes: [], nextNumber: 101, lastOwn: null };
/** So many may wait at once: at one in four of three a week that is more than half a year. */
export const mostWaiting = 20;

/** A question of the library, as far as it matters here. */
interface Known {
  readonly id: string;
  readonly text: string;
}

/** Something that a member can rule out, by its number. */
export interface Numbered {
  readonly number: number;
  /** As in a veto. */
  readonly key: string;
  readonly text: string;
}

export type QuestionCommand = { readonly now: Instant; readonly by: PersonId } & (
  | { readonly type: 'AddQuestion'; readonly text: string }
  | { readonly type: 'RewordQuestion'; readonly number: number; readonly text: string }
  | { readonly type: 'VetoQuestion' | 'AllowQuestion'; readonly number: number }
);

export type QuestionRefusal =
  | 'question-empty'
  | 'question-too-long'
  | 'question-full'
  | 'question-known'
  | 'no-such-question'
  | 'question-not-yours'
  | 'question-not-vetoed'
  | 'veto-not-yours';

/** What is so after the command, or why not. A veto that stands already, and words that stay, change nothing. */
export function changeQuestions(
  command: QuestionCommand,
  questions: Questions,
  library: readonly Known[],
): Questions | Refusal<QuestionRefusal> {
  switch (command.type) {
    case 'AddQuestion':
      return add(command, questions, library);
    case 'RewordQuestion':
      return reword(command, questions, library);
    case 'VetoQuestion':
      return veto(command, questions, library);
    case 'AllowQuestion':
      return allow(command, questions, library);
  }
}

function add(
  { text: typed, by, now }: Extract<QuestionCommand, { type: 'AddQuestion' }>,
  questions: Questions,
  library: readonly Known[],
): Questions | Refusal<QuestionRefusal> {
  const text = worded(typed, questions, library);
  if (typeof text !== 'string') return text;
  const { own, nextNumber: number } = questions;
  if (own.length >= mostWaiting) return refuse('question-full', { most: mostWaiting });
  return { ...questions, own: [...own, { number, text, by, addedAt: now }], nextNumber: number + 1 };
}

function reword(
  { number, text: typed, by }: Extract<QuestionCommand, { type: 'RewordQuestion' }>,
  questions: Questions,
  library: readonly Known[],
): Questions | Refusal<QuestionRefusal> {
  const found = questions.own.find((one) => one.number === number);
  if (found === undefined)
    return refuse(number <= library.length ? 'question-not-yours' : 'no-such-question', { number });
  if (found.by !== by) return refuse('question-not-yours', { number });
  // One that was ruled out would come back in other words.
  if (isRuledOut(questions, String(number))) return refuse('question-known');
  const others = { ...questions, own: questions.own.filter((one) => one !== found) };
  const text = worded(typed, others, library);
  if (typeof text !== 'string') return text;
  return { ...questions, own: questions.own.map((one) => (one === found ? { ...one, text } : one)) };
}

/** The words, by the same rules as those that a coordinator asks. */
function worded(typed: string, { own }: Questions, library: readonly Known[]): string | Refusal<QuestionRefusal> {
  const text = typed.trim();
  if (text === '') return refuse('question-empty');
  if (text.length > longestQuestion) return refuse('question-too-long', { most: longestQuestion });
  const known = [...own, ...library].some((one) => plain(one.text) === plain(text));
  return known ? refuse('question-known') : text;
}

function veto(
  { number, by }: Extract<QuestionCommand, { number: number }>,
  questions: Questions,
  library: readonly Known[],
): Questions | Refusal<QuestionRefusal> {
  const found = numbered(questions, library).find((one) => one.number === number);
  if (found === undefined) return refuse('no-such-question', { number });
  const { key } = found;
  if (questions.vetoes.some((one) => one.question === key && one.by === by)) return questions;
  return { ...questions, vetoes: [...questions.vetoes, { question: key, by }] };
}

function allow(
  { number, by }: Extract<QuestionCommand, { number: number }>,
  questions: Questions,
  library: readonly Known[],
): Questions | Refusal<QuestionRefusal> {
  const found = numbered(questions, library).find((one) => one.number === number);
  if (found === undefined) return refuse('no-such-question', { number });
  if (!isRuledOut(questions, found.key)) return refuse('question-not-vetoed', { number });
  const isTheirs = (one: Veto) => one.question === found.key && one.by === by;
  if (!questions.vetoes.some(isTheirs)) return refuse('veto-not-yours', { number });
  return { ...questions, vetoes: questions.vetoes.filter((one) => !isTheirs(one)) };
}

/** Every question that can be named by a number. */
export function numbered(questions: Questions, library: readonly Known[]): readonly Numbered[] {
  return [
    ...library.map(({ id, text }, at) => ({ number: at + 1, key: id, text })),
    ...questions.own.map(({ number, text }) => ({ number, key: String(number), text })),
  ];
}

export function isRuledOut({ vetoes }: Pick<Questions, 'vetoes'>, key: string): boolean {
  return vetoes.some(({ question }) => question === key);
}

/** Whether a question must not be sent, be it by its id or in the same words. */
export function mustNotBeSent(
  { id, text }: Pick<Prompt, 'id' | 'text'>,
  questions: Questions,
  library: readonly Known[],
): boolean {
  return numbered(questions, library).some(
    ({ key, text: words }) => isRuledOut(questions, key) && (key === id || plain(words) === plain(text)),
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
