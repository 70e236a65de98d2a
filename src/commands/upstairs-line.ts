import type { AskSays } from '../domain/upstairs.ts';

/** What a line says of one ask, after its number. */
export type SaidOfAsk =
  | { readonly what: 'show' | 'take-back' }
  | { readonly what: 'answer'; readonly says: AskSays; readonly words: string | null }
  | { readonly what: 'mend'; readonly text: string };

const numbered = /^(?:ask\s+)?(?:number\s+|no\.?\s*(?=\d)|#\s*)?(\d{1,6})\b[:,.]?\s*(.*)$/is;

/** "3 yes from May", "ask 3", "3 to a room for two days" → the number and the rest; null where no number comes first. */
export function cutAsk(rest: string): { readonly number: number; readonly rest: string } | null {
  const [, number, more = ''] = numbered.exec(rest) ?? [];
  return number === undefined ? null : { number: Number(number), rest: more.trim() };
}

/** What follows an ask's number; null where it is talk, so that "3 more chairs" can be asked for. */
export function readOfAsk(rest: string): SaidOfAsk | null {
  if (rest === '') return { what: 'show' };
  if (/^(?:(?:is |was )?taken? (?:it )?back|withdrawn?|back)$/i.test(rest)) return { what: 'take-back' };
  const answer = readAnswer(rest);
  if (answer !== null) return { what: 'answer', ...answer };
  const text = /^(?:to|as|now)\s*[: ]\s*(?=\D)(.+)$/is.exec(rest)?.[1]?.trim();
  return text === undefined ? null : { what: 'mend', text };
}

const answers: readonly (readonly [RegExp, AskSays])[] = [
  [/^(?:answered |they said |said )?(?:in part|partly|part)\b/i, 'part'],
  [/^(?:answered |they said |said )?yes\b/i, 'yes'],
  [/^(?:answered |they said |said )?no\b/i, 'no'],
];

/** "yes from May", "no, because there is no money", "in part: two days a week". */
export function readAnswer(rest: string): { readonly says: AskSays; readonly words: string | null } | null {
  for (const [pattern, says] of answers) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    const words = rest
      .slice(found.length)
      .replace(/^[\s,:;.-]+/, '')
      .replace(says === 'no' ? /^(?:because|as|since)\b[\s,:]*/i : /^/, '');
    return { says, words: words === '' ? null : words };
  }
  return null;
}

/** What people say about a floor, or about those upstairs, asks for nothing. */
const talk =
  /^(?:is|are|was|were|has|have|had|does|did|do|in|on|at|feels?|felt|can|can't|cannot|won't|never|always|says?|said|thinks?|told|needs?|wants?|gets?|got|will|would|people|staff|toilets?|rooms?|floors?|wards?|and|or|but)\b/i;

export function isTalk(rest: string): boolean {
  return talk.test(rest);
}

/** What is asked for, without the words that only lead to it. */
export function askedFor(rest: string): string {
  return rest
    .replace(/^[\s,:;-]+/, '')
    .replace(/^for\s+/i, '')
    .replace(/^["'](.*)["']$/s, '$1')
    .trim();
}
