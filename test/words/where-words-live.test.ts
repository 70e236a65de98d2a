import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readability } from '../support/readability.ts';
import { textsIn, type SourceText } from '../support/texts.ts';

const src = join(import.meta.dirname, '../../src');

/** Texts that no member reads, and lines to type, which are shown as they are. */
const notSaid = /Error$|\blog\.\w+$|^RegExp$|^(?:usage|example|aliases)$/;

describe('what people read stands in src/words, and nowhere else', () => {
  it.each(['messages', 'commands', 'app'])('src/%s holds no sentence', (folder) => {
    expect(sourcesUnder(join(src, folder)).flatMap(textsOf).filter(isProse).map(inOneLine)).toEqual([]);
  });

  it('a sentence elsewhere is noticed', () => {
    const found = textsIn(
      'a.ts',
      "export const a = (n: number) => `Promise ${n} is done. Thank you for it.`;\nnote('Your answer is saved.');",
    );
    expect(found.filter(isProse).map(({ at }) => at)).toEqual(['a.ts:1', 'a.ts:2']);
  });

  it('errors, log lines and lines to type are left alone', () => {
    const source =
      "log.warn('Could not ask who is in a place');\nconst a = { example: 'did 12 the photo is in it' };\nthrow new Error('A round without its huddle');";
    expect(textsIn('a.ts', source).filter(isProse)).toEqual([]);
  });
});

describe('no banned word stands in src/words, not even where no sample leads', () => {
  it('in the sources', () => {
    const found = sourcesUnder(join(src, 'words'))
      .flatMap(textsOf)
      .flatMap(({ at, text }) =>
        readability(text)
          .filter(({ gate }) => gate === 'G3')
          .map(({ why }) => `${at} ${why}`),
      );
    expect(found).toEqual([]);
  });

  it('and a comment may name one', () => {
    expect(textsIn('a.ts', "/** Never 'you said'. */\nexport const a = 'We said.';").map(({ text }) => text)).toEqual([
      'We said.',
    ]);
  });
});

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function textsOf(path: string): readonly SourceText[] {
  return textsIn(relative(src, path), readFileSync(path, 'utf8'));
}

function isProse({ text, within }: SourceText): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  // A pattern that reads what people type is no sentence.
  if (text.includes('\\') || text.includes('(?')) return false;
  return (
    words.length >= 4 && /\s/.test(text) && (/^\p{Lu}/u.test(text) || /[.?!:]$/.test(text)) && !notSaid.test(within)
  );
}

function inOneLine({ at, text }: SourceText): string {
  return `${at} ${text}`;
}
