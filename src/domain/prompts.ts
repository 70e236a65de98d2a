import type { Huddle } from './huddle.ts';
import type { Prompt, PromptKind, Reach } from './round.ts';
import { stages, type Stage } from './stage.ts';
import { wayOf } from './way.ts';

/** A question of the library. `text` and `options` are in one language; the rest is the same in all. */
export interface LibraryPrompt extends Prompt {
  readonly id: string;
  readonly stage: Stage;
  /** What it is asked for, by the ids of the requirements. */
  readonly serves: readonly string[];
  /** A scale's two ends; none for every other kind. */
  readonly ends: readonly string[];
  /** Answered without a name, and shown as one number or word for all. */
  readonly pulse: boolean;
  /** Asks people to look from another seat; only for those who chose it. */
  readonly roleSwap: boolean;
  readonly creative: boolean;
}

const kinds: readonly PromptKind[] = ['open', 'scale', 'choice', 'emoji', 'photo'];
const reaches: readonly Reach[] = ['private', 'choose', 'held'];

/**
 * Reads the library's JSON, a list of questions.
 * @throws Error that names the first question with a wrong part; the file ships with the program, so that is a bug.
 */
export function readLibrary(json: unknown): readonly LibraryPrompt[] {
  if (!Array.isArray(json)) throw new Error('the prompt library is not a list');
  const library = json.map(readPrompt);
  const ids = new Set(library.map(({ id }) => id));
  if (ids.size !== library.length) throw new Error('two prompts have the same id');
  return library;
}

/** What a round keeps of a library prompt. */
export function promptOf({ id, text, kind, reach, options, pulse, roleSwap, ends }: LibraryPrompt): Prompt {
  return {
    ...{ id, text, kind, reach, options },
    ...(pulse ? { pulse } : {}),
    ...(roleSwap ? { roleSwap } : {}),
    ...(ends.length > 0 ? { ends } : {}),
  };
}

/** Free words, asked by a person: `ask "…"`. */
export function askedPrompt(text: string): Prompt {
  return { id: null, text: text.trim(), kind: 'open', reach: 'choose', options: [] };
}

/** `ask "…" as a private question`: a scale, as all private questions of one's own are. The two ends are words of ours. */
export function privateQuestion(text: string, ends: readonly string[]): Prompt {
  return { id: null, text: text.trim(), kind: 'scale', reach: 'private', options: [], pulse: true, ends };
}

/** As the huddle wants its questions asked now: its answers held, or as the question has it. */
export function asHuddleAsks(prompt: Prompt, huddle: Pick<Huddle, 'together'>): Prompt {
  return huddle.together === undefined ? prompt : together(prompt);
}

/**
 * The same question with its answers held until the close, where people choose who sees theirs. Those to a role swap are
 * never held: they would appear where it was never asked.
 */
export function together(prompt: Prompt): Prompt {
  return prompt.reach === 'choose' && wayOf(prompt) === 'posted' ? { ...prompt, reach: 'held' } : prompt;
}

function readPrompt(json: unknown, at: number): LibraryPrompt {
  if (!isRecord(json)) throw new Error(`prompt ${String(at + 1)} is not an object`);
  const id = string(json['id'], `the id of prompt ${String(at + 1)}`);
  const kind = oneOf(json['kind'], kinds, `${id}: kind`);
  const prompt: LibraryPrompt = {
    id,
    kind,
    stage: oneOf(json['stage'], stages, `${id}: stage`),
    serves: strings(json['serves'], `${id}: serves`),
    text: string(json['text'], `${id}: text`),
    reach: oneOf(json['seenBy'], reaches, `${id}: seenBy`),
    options: json['options'] === undefined ? [] : strings(json['options'], `${id}: options`),
    ends: kind === 'scale' ? ends(json['ends'], `${id}: ends`) : [],
    pulse: json['pulse'] === true,
    roleSwap: json['roleSwap'] === true,
    creative: json['creative'] === true,
  };
  return checked(prompt);
}

/** Five options are as many as can be held in mind at once. Numbers on a scale are for private questions only. */
function checked(prompt: LibraryPrompt): LibraryPrompt {
  const { id, kind, options, reach } = prompt;
  const picks = kind === 'choice' || kind === 'emoji';
  if (picks && (options.length < 2 || options.length > 5)) throw new Error(`${id}: 2 to 5 options`);
  if (!picks && options.length > 0) throw new Error(`${id}: options on a question of kind ${kind}`);
  if ((kind === 'scale' || prompt.pulse) && reach !== 'private') throw new Error(`${id}: a pulse has to be private`);
  return prompt;
}

function ends(json: unknown, what: string): readonly string[] {
  const both = strings(json, what);
  if (both.length !== 2) throw new Error(`${what}: both ends of the scale`);
  return both;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null;
}

function string(json: unknown, what: string): string {
  if (typeof json !== 'string' || json.trim() === '') throw new Error(`${what} is missing`);
  return json;
}

function strings(json: unknown, what: string): readonly string[] {
  if (!Array.isArray(json)) throw new Error(`${what} is not a list`);
  return json.map((item) => string(item, what));
}

function oneOf<Known extends string>(json: unknown, known: readonly Known[], what: string): Known {
  const found = known.find((one) => one === json);
  if (found === undefined) throw new Error(`${what} is not one of ${known.join(', ')}`);
  return found;
}
