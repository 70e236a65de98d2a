/** What people say when they, or someone near them, may be in danger, as words without their signs: "better off dead". */
export interface Worries {
  /** The list's own number; it counts up when the list changes. */
  readonly version: number;
  /**
   * A word may end in "*" for any ending, and "..." stands for up to two words in between: "kill* ... myself". The
   * name of each list says whom it is about, for those who look after the lists: people are told the same whichever it is.
   */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
}

/**
 * A test for text that may tell of danger. It is local, knows nothing but the list, and would rather show help once too
 * often than once too seldom. Case, signs, accents, hidden signs and letters that are doubled make no difference. Its time
 * grows with the text and no faster.
 */
export function readWorries({ phrases }: Worries): (text: string) => boolean {
  const all = Object.values(phrases).flat().map(toPattern);
  const pattern = new RegExp(` (?:${all.join('|')}) `);
  return (text) => pattern.test(bare(text));
}

const between = '(?: [a-z0-9]{1,20}){0,2}';

function toPattern(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) =>
      word === '...' ? between : ` ${squeezed(word.replace('*', ''))}${word.endsWith('*') ? '[a-z]{0,12}' : ''}`,
    )
    .join('')
    .trim();
}

/** Lower case, letters and numbers alone, one space between words and at both ends: "I’m KILLLING" → " im kiling ". */
function bare(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´]+/gu, '')
    .replace(/[^a-z0-9]+/g, ' ');
  return squeezed(` ${plain} `);
}

/** Doubled letters as one, in the list and in the text alike: people in distress do not mind their spelling. */
function squeezed(words: string): string {
  return words.replace(/(.)\1+/g, '$1');
}
