import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { promptLibrary } from '../../src/words/library.ts';
import { readability, type Finding } from '../support/readability.ts';
import { exceptions } from './exceptions.ts';
import { families } from './families.ts';
import { rendered } from './rendered.ts';

const folder = join(import.meta.dirname, '../../src/words/en');

describe('everything that WeSaid says is plain English', () => {
  it('every family of sentences is read', () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(Object.keys(families).sort()).toEqual(files.sort());
  });

  it.each(Object.entries(families))('%s', (_family, texts) => {
    const stopped = texts().flatMap(({ path, text }) =>
      readability(text, { part: true })
        .filter((finding) => !isExcepted(path, finding))
        .map(inOneLine(path)),
    );
    expect(stopped).toEqual([]);
  });

  it('every question of the library, its answers and the ends of its scales', () => {
    const stopped = promptLibrary.flatMap(({ id, text, options, ends }) =>
      [text, ...options, ...ends].flatMap((said) => readability(said, { part: true }).map(inOneLine(id))),
    );
    expect(promptLibrary.length).toBeGreaterThan(50);
    expect(stopped).toEqual([]);
  });

  it('no exception stands for a sentence that has gone or passes by now', () => {
    const findings = Object.values(families)
      .flatMap((texts) => texts())
      .flatMap(({ path, text }) => readability(text, { part: true }).map(({ gate }) => `${path} ${gate}`));
    const unused = exceptions.filter(
      ({ path, gate }) => !findings.some((found) => found.startsWith(path) && found.endsWith(gate)),
    );
    expect(unused).toEqual([]);
  });

  it('a function without a sample is noticed', () => {
    expect(() => rendered('roles', { taken: (role: string) => `You lead on ${role}.` }, {})).toThrow(
      'roles.taken has no sample',
    );
  });
});

function isExcepted(path: string, { gate }: Finding): boolean {
  return exceptions.some((known) => known.gate === gate && path.startsWith(known.path));
}

function inOneLine(path: string): (finding: Finding) => string {
  return ({ gate, sentence, why }) => `${path} ${gate} (${why}): ${sentence}`;
}
