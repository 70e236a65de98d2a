import type { Given } from './intent.ts';
import { clean } from './clean.ts';
import { readDue, type PromiseParts } from './promise-line.ts';

const willing =
  /^(?:(?:and|so|ok(?:ay)?|yes|then)[,:]?\s+)?(?:we|i)(?:['’]ll|\s+will|\s+promise\s+to)\s+(?!not\b|never\b)/i;

/**
 * The promise that stands in somebody's message: the sentence that says "we will", or else the whole of it. What is
 * longer than `most` letters is cut down to its first sentence, and then at a word.
 */
export function promiseIn(message: string, given: Given, most: number): Pick<PromiseParts, 'what' | 'due'> {
  const text = clean(message).replace(/\s+/g, ' ').trim();
  const sentences = text.split(/(?<=[.!?])\s+(?=\S)/);
  const promised = sentences.find((sentence) => willing.test(sentence));
  const said = (promised ?? text).replace(willing, '');
  const { what, due } = readDue(said, given);
  return { what: what === null ? null : fitted(what, most), due };
}

function fitted(what: string, most: number): string {
  if (what.length <= most) return what;
  const [first = ''] = what.split(/(?<=[.!?])\s+/, 1);
  if (first.length <= most) return first;
  const cut = first.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}

/** The line that means the same as pressing "Make this a promise", to be carried on by a button. */
export function promiseLine(message: string): string {
  const text = clean(message).trim();
  return willing.test(text) ? text : `we will ${text}`;
}
