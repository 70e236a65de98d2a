import type { LibraryPrompt } from './prompts.ts';

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
 * Photos wait for a way to take them in, and private words for one to ask for them. Until then each gives its turn to
 * the next. A private question that is answered with one press is no such words.
 */
export function canBeSent({ kind, reach, pulse, roleSwap }: LibraryPrompt): boolean {
  return kind !== 'photo' && !roleSwap && (reach !== 'private' || pulse);
}

/** What decides whose turn it is. `sent` counts the huddle's earlier questions, `perWeek` its days. */
export interface Turn {
  readonly library: readonly LibraryPrompt[];
  readonly sent: number;
  readonly perWeek: number;
  readonly openPromises: boolean;
}

/** The question whose turn it is: the same each time it is asked for. One in any four is creative (D1). */
export function nextPrompt({ library, sent, perWeek, openPromises }: Turn): LibraryPrompt {
  const id = firstFour[sent] ?? fromCycle(library, sent - firstFour.length, perWeek);
  const due = id === 'neg-1' && !openPromises ? withoutPromises : id;
  const prompt = library.find((each) => each.id === due);
  if (prompt === undefined) throw new Error(`the library lacks ${due}`);
  return prompt;
}

function fromCycle(library: readonly LibraryPrompt[], after: number, perWeek: number): string {
  const sendable = new Set(library.filter(canBeSent).map(({ id }) => id));
  const cycle = cycles[perWeek >= 3 ? 3 : perWeek === 2 ? 2 : 1];
  const places = cycle.map((ids) => ids.filter((id) => sendable.has(id))).filter((ids) => ids.length > 0);
  const turns = places[after % places.length] ?? [];
  return turns[Math.floor(after / places.length) % turns.length] ?? withoutPromises;
}
