import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readability, theirs } from '../support/readability.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/PRIVACY-NOTICE.md'), 'utf8');

/** As people read it on paper: without marks of Markdown, each paragraph in one line, and gaps filled in. */
const notice = (page.split(/<!-{2} \/?notice -{2}>/)[1] ?? '')
  .replace(/«[^»]*»/g, theirs)
  .replace(/^#+ (.*)$/gm, '$1\n')
  .replace(/\*\*/g, '')
  .replace(/(?<!\n)\n(?![\n-])/g, ' ')
  .replace(/ {2,}/g, ' ');

describe('the privacy notice that people are given', () => {
  it('is plain English, line by line', () => {
    expect(notice.length).toBeGreaterThan(1000);
    const found = notice
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => readability(line, { part: true }));
    expect(found.map(({ gate, why, sentence }) => `${gate} (${why}): ${sentence}`)).toEqual([]);
  });
});
