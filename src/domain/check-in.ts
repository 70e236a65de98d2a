import { askedPrompt, promptOf, type LibraryPrompt } from './prompts.ts';
import { isRuledOut, mustNotBeSent, noQuestions, type OwnQuestion, type Questions } from './questions.ts';
import type { Prompt } from './round.ts';
import { wayOf } from './way.ts';

/** What a new huddle is asked first, one a week: how will we know, what would make us proud, what to change, the weather. */
const firstFour = ['eval-1', 'values-1', 'need-1', 'neg-9'] as const;

/**
 * The cycle for one, two or three questions a week, as the places of a round of it; the questions of one place take
 * turns. Once a week: what is stuck, how equal it felt, something creative, how we are doing. Twice: Monday and Friday.
 * Three times: the promises, something creative or how equal it felt, what to agree afresh or how we are doing.
 */
const cycles: Readonly<Record<1 | 2 | 3, readonly (readonly string[])[]>> = {
  1: [['neg-2', 'neg-3'], ['neg-4'], ['neg-10', 'neg-9', 'neg-15'], ['eval-2', 'eval-4', 'values-2', 'roles-2']],
  2: [
    ['neg-2', 'neg-9'],
    ['neg-3', 'neg-4', 'values-2', 'eval-2', 'neg-3', 'neg-4', 'values-2', 'eval-4'],
  ],
  // The third day is creative in each week in which the second is not, so that one in any four is.
  3: [
    ['neg-1'],
    ['neg-9', 'neg-4', 'neg-10', 'roles-2'],
    ['neg-3', 'values-3', 'eval-2', 'neg-9', 'values-2', 'values-3', 'eval-4', 'neg-9'],
  ],
};

/** Asked in place of the question about promises while there is none. */
const withoutPromises = 'neg-2';

/**
 * Its turn can go to a role swap: nothing else counts on it, while something creative, how equal it felt and real change
 * each have to come in time. At three a week each of its turns; else every other one, so that it is asked too.
 */
const withSwaps = 'values-2';

/** A member's own question has its turn once in any four, and not before the first four of all. */
const ownEvery = 4;

/**
 * What can have a turn of its own: what is posted, and private questions that are answered with one press. Private words
 * and role swaps come when they are asked for; a role swap also takes the place of another question (`swapFor`).
 */
export function canBeSent(prompt: LibraryPrompt): boolean {
  const way = wayOf(prompt);
  return canBeAsked(prompt) && (way === 'posted' || way === 'pulse');
}

/** Photos wait for a way to take them in. */
export function canBeAsked({ kind }: LibraryPrompt): boolean {
  return kind !== 'photo';
}

/** What decides whose turn it is. `sent` counts the huddle's earlier questions, `perWeek` its days. */
export interface Turn {
  readonly library: readonly LibraryPrompt[];
  readonly sent: number;
  readonly perWeek: number;
  readonly openPromises: boolean;
  readonly questions?: Questions;
  /** Whether a role swap may go out now. Left out, none does: who looks at what comes next is not to learn of it. */
  readonly swaps?: boolean;
}

/** Of a member's own question `own` is set, of one of the library `known`. */
export interface Due {
  readonly prompt: Prompt;
  readonly own: OwnQuestion | null;
  readonly known: LibraryPrompt | null;
}

/**
 * The question whose turn it is: the same each time it is asked for. One in any four is creative (D1). One that a member
 * ruled out gives its turn to the next of its kind. Null where every question there is was ruled out.
 */
export function nextQuestion(turn: Turn): Due | null {
  const known = fromLibrary(turn);
  const own = ownTurn(turn, known);
  if (own !== null) return { prompt: { ...askedPrompt(own.text), fromMember: true }, own, known: null };
  return known === null ? null : { prompt: promptOf(known), own: null, known };
}

/** How the members' questions stand once this one was sent as number `sent` from 0. */
export function afterSending(questions: Questions, { own }: Due, sent: number): Questions {
  if (own === null) return questions;
  return { ...questions, own: questions.own.filter(({ number }) => number !== own.number), lastOwn: sent };
}

/** The questions that come next, in order, if nothing changes. */
export function coming(turn: Turn, many: number): readonly Due[] {
  const due: Due[] = [];
  let { sent, questions = noQuestions } = turn;
  while (due.length < many) {
    const next = nextQuestion({ ...turn, sent, questions });
    if (next === null) break;
    due.push(next);
    questions = afterSending(questions, next, sent);
    sent += 1;
  }
  return due;
}

/** The first that waits, where it is time for one. It takes the place of open words, never of something creative. */
function ownTurn({ library, sent, perWeek, questions = noQuestions }: Turn, known: LibraryPrompt | null) {
  const { own, lastOwn } = questions;
  if (sent < firstFour.length || (lastOwn !== null && sent - lastOwn < ownEvery)) return null;
  const first = own.find(
    ({ number, text }) =>
      !isRuledOut(questions, String(number)) && !mustNotBeSent({ id: null, text }, questions, library),
  );
  if (first === undefined || known?.creative === true) return null;
  const words = cyclesOf(perWeek).flat();
  const hasOpen = library.some((one) => words.includes(one.id) && isOpenWords(one) && !isRuledOut(questions, one.id));
  return known === null || isOpenWords(known) || !hasOpen ? first : null;
}

function isOpenWords({ kind, creative, roleSwap }: LibraryPrompt): boolean {
  return kind === 'open' && !creative && !roleSwap;
}

function fromLibrary(turn: Turn): LibraryPrompt | null {
  const { library, sent, openPromises, questions = noQuestions } = turn;
  const id = firstFour[sent] ?? fromCycle(turn, sent - firstFour.length);
  const due = id === 'neg-1' && !openPromises ? withoutPromises : id;
  const prompt = library.find((each) => each.id === due);
  if (prompt === undefined) throw new Error(`the library lacks ${due}`);
  const swap = due === withSwaps ? swapFor(turn) : null;
  if (swap !== null) return swap;
  return isRuledOut(questions, due) ? inPlaceOf(prompt, turn) : prompt;
}

/** Each role swap in its turn, but for those that were ruled out; null where this turn is not theirs. */
function swapFor({ library, sent, perWeek, swaps, questions = noQuestions }: Turn): LibraryPrompt | null {
  if (swaps !== true) return null;
  const before = Array.from({ length: sent - firstFour.length }, (_, after) => fromCycle({ library, perWeek }, after));
  const turns = before.filter((id) => id === withSwaps).length;
  if (perWeek < 3 && turns % 2 === 1) return null;
  const left = library.filter((one) => one.roleSwap && canBeAsked(one) && !isRuledOut(questions, one.id));
  return left[(perWeek < 3 ? turns / 2 : turns) % left.length] ?? null;
}

function fromCycle({ library, perWeek }: Pick<Turn, 'library' | 'perWeek'>, after: number): string {
  const sendable = new Set(library.filter(canBeSent).map(({ id }) => id));
  const places = cyclesOf(perWeek)
    .map((ids) => ids.filter((id) => sendable.has(id)))
    .filter((ids) => ids.length > 0);
  const turns = places[after % places.length] ?? [];
  return turns[Math.floor(after / places.length) % turns.length] ?? withoutPromises;
}

function cyclesOf(perWeek: number): readonly (readonly string[])[] {
  return cycles[perWeek >= 3 ? 3 : perWeek === 2 ? 2 : 1];
}

/** Creative for creative, as far as there is one; first those of the cycle, then any that can be sent. */
function inPlaceOf({ creative }: LibraryPrompt, turn: Turn): LibraryPrompt | null {
  const { library, sent, perWeek, openPromises, questions = noQuestions } = turn;
  const ids = cyclesOf(perWeek).flat();
  const left = library.filter(
    (one) => canBeSent(one) && !isRuledOut(questions, one.id) && (openPromises || one.id !== 'neg-1'),
  );
  const alike = left.filter((one) => one.creative === creative);
  const known = alike.filter(({ id }) => ids.includes(id));
  const from = [known, alike, left].find((list) => list.length > 0) ?? [];
  return from[sent % from.length] ?? null;
}
