import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canBeSent, nextQuestion, type Turn } from '../../src/domain/check-in.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { noQuestions } from '../../src/domain/questions.ts';
import { askedPrompt, promptOf, readLibrary } from '../../src/domain/prompts.ts';

const json: unknown = JSON.parse(readFileSync(new URL('../../src/words/prompts.en.json', import.meta.url), 'utf8'));
const library = readLibrary(json);

const nextPrompt = (turn: Turn) => {
  const known = nextQuestion(turn)?.known ?? null;
  if (known === null) throw new Error('nothing to ask');
  return known;
};

const schedule = (perWeek: number, count: number, openPromises = true, swaps = false) =>
  Array.from({ length: count }, (_, sent) => nextPrompt({ library, sent, perWeek, openPromises, swaps }));
const ids = (perWeek: number, count: number, openPromises = true) =>
  schedule(perWeek, count, openPromises).map(({ id }) => id);

describe('the library', () => {
  it('has 58 questions, each with its own id', () => {
    expect(library).toHaveLength(58);
    expect(new Set(library.map(({ id }) => id)).size).toBe(58);
  });

  it('is refused when a question lacks a part, and the question is named', () => {
    const wrong = (change: object) => () => readLibrary([{ ...(json as object[])[0], ...change }]);
    expect(wrong({})).not.toThrow();
    expect(wrong({ text: ' ' })).toThrow('need-1: text');
    expect(wrong({ kind: 'dance' })).toThrow('need-1: kind');
    expect(wrong({ seenBy: 'all' })).toThrow('need-1: seenBy');
    expect(wrong({ kind: 'choice', options: ['one'] })).toThrow('need-1: 2 to 5 options');
    expect(wrong({ kind: 'choice', options: ['1', '2', '3', '4', '5', '6'] })).toThrow('need-1: 2 to 5 options');
    expect(wrong({ kind: 'scale', ends: ['no', 'yes'] })).toThrow('need-1: a pulse has to be private');
    expect(wrong({ kind: 'scale', seenBy: 'private', ends: ['no'] })).toThrow('need-1: ends');
    expect(() => readLibrary([...(json as object[]), (json as object[])[0]])).toThrow('same id');
    expect(() => readLibrary({})).toThrow('not a list');
  });

  it('gives a round only what the round shows', () => {
    const [first] = library;
    if (first === undefined) throw new Error('the library is empty');
    expect(Object.keys(promptOf(first)).sort()).toEqual(['id', 'kind', 'options', 'reach', 'text']);
    expect(askedPrompt(' What now? ')).toEqual({
      id: null,
      text: 'What now?',
      kind: 'open',
      reach: 'choose',
      options: [],
    });
  });
});

describe('the question whose turn it is', () => {
  it.each([1, 2, 3])('begins with the same four at %i a week', (perWeek) => {
    expect(ids(perWeek, 4)).toEqual(['eval-1', 'values-1', 'need-1', 'neg-9']);
  });

  it('goes round once a week: what is stuck, how equal it felt, something creative, how we are doing', () => {
    expect(ids(1, 16).slice(4)).toEqual([
      ...['neg-2', 'neg-4', 'neg-10', 'eval-2'],
      ...['neg-3', 'neg-4', 'neg-9', 'eval-4'],
      ...['neg-2', 'neg-4', 'neg-10', 'values-2'],
    ]);
  });

  it('keeps its days at two a week', () => {
    expect(ids(2, 12).slice(4)).toEqual([
      ...['neg-2', 'neg-3', 'neg-9', 'neg-4'],
      ...['neg-2', 'values-2', 'neg-9', 'eval-2'],
    ]);
  });

  it('keeps its days at three a week: promises first, and something creative on one of the other two', () => {
    expect(ids(3, 16).slice(4)).toEqual([
      ...['neg-1', 'neg-9', 'neg-3'],
      ...['neg-1', 'neg-4', 'values-3'],
      ...['neg-1', 'neg-10', 'eval-2'],
      ...['neg-1', 'roles-2', 'neg-9'],
    ]);
  });

  it.each([1, 2, 3])(
    'asks at %i a week how equal it felt in each four weeks, and of real change in each 16',
    (perWeek) => {
      for (const swaps of [false, true]) {
        const all = schedule(perWeek, 4 + perWeek * 64, true, swaps)
          .map(({ id }) => id)
          .slice(4);
        for (let week = 0; week + 4 <= 64; week++)
          expect(all.slice(week * perWeek, (week + 4) * perWeek)).toContain('neg-4');
        for (let week = 0; week + 16 <= 64; week++)
          expect(all.slice(week * perWeek, (week + 16) * perWeek)).toContain('eval-4');
      }
    },
  );

  it('asks what got in the way where there is no promise to ask about', () => {
    expect(ids(3, 40, false)).not.toContain('neg-1');
    expect(ids(3, 7, false).slice(4)).toEqual(['neg-2', 'neg-9', 'neg-3']);
  });

  it.each([1, 2, 3])('is never a photo, a role swap or private words at %i a week', (perWeek) => {
    const sent = schedule(perWeek, 200);
    expect(sent.filter((prompt) => !canBeSent(prompt))).toEqual([]);
    expect(sent.filter(({ kind, reach, pulse }) => kind === 'photo' || (reach === 'private' && !pulse))).toEqual([]);
  });

  it.each([1, 2, 3])('is creative at least once in any four at %i a week, so 10 times or more in 40', (perWeek) => {
    for (const [openPromises, swaps] of [
      [true, false],
      [false, false],
      [true, true],
      [false, true],
    ] as const) {
      const creative = schedule(perWeek, 200, openPromises, swaps).map((prompt) => prompt.creative);
      for (let at = 0; at + 4 <= creative.length; at++) expect(creative.slice(at, at + 4)).toContain(true);
      expect(creative.slice(0, 40).filter(Boolean).length).toBeGreaterThanOrEqual(10);
    }
  });

  it.each([
    [3, 12, ['roles-7', 'roles-8', 'roles-7', 'roles-8']],
    [2, 8, ['roles-7', 'values-2', 'roles-8', 'values-2']],
    [1, 64, ['roles-7', 'values-2', 'roles-8', 'values-2']],
  ])(
    'at %i a week gives the place of one question to a role swap, by turns, where enough chose them',
    (perWeek, weeks, turns) => {
      const count = 4 + perWeek * (perWeek === 3 ? 32 : perWeek === 2 ? 16 : weeks);
      const all = schedule(perWeek, count, true, true).map(({ id }) => id);
      const plain = ids(perWeek, count);
      const differ = all.filter((id, at) => id !== plain[at]);
      expect(all.filter((id) => id === 'values-2' || differ.includes(id))).toEqual(turns);
      expect(all.flatMap((id, at) => (id === plain[at] ? [] : [plain[at]]))).toEqual(differ.map(() => 'values-2'));
    },
  );

  it('is no role swap that a member ruled out, and none where both were', () => {
    const at = ids(3, 200).indexOf('values-2');
    const out = (...keys: readonly string[]) => ({
      ...noQuestions,
      vetoes: keys.map((question) => ({ question, by: 'amina' as PersonId })),
    });
    const turn = { library, sent: at, perWeek: 3, openPromises: true, swaps: true };
    expect(nextPrompt(turn).id).toBe('roles-7');
    expect(nextPrompt({ ...turn, questions: out('roles-7') }).id).toBe('roles-8');
    expect(nextPrompt({ ...turn, questions: out('roles-7', 'roles-8') }).id).toBe('values-2');
  });

  it('is the same however often it is worked out', () => {
    expect(ids(1, 60)).toEqual(ids(1, 60));
  });

  it.each([1, 2, 3])('is not the same twice running at %i a week', (perWeek) => {
    const all = ids(perWeek, 100);
    expect(all.filter((id, at) => id === all[at - 1])).toEqual([]);
  });
});
