import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance, BalanceLine } from '../../src/domain/balance.ts';
import { streakOf, wantsNudge, type ToldWeek } from '../../src/domain/streak.ts';
import { addDays } from '../../src/domain/time.ts';

const newest = '2027-03-29';
type Word = BalanceLine['word'];

function lines(...words: readonly Word[]): Balance {
  const sides = ['using', 'running', 'creative'] as const;
  return {
    shown: 'lines',
    turns: 30,
    lines: words.map((word, at) => ({
      who: { side: sides[at] ?? 'using' },
      people: 3,
      turns: 10,
      level: 10,
      percent: null,
      word,
    })),
  };
}

const hidden: Balance = { shown: 'total', turns: 30, why: 'hidden' };
const weeks = (...balances: readonly Balance[]): readonly ToldWeek[] =>
  balances.map((balance, back) => ({ week: { monday: addDays(newest, -7 * back) }, balance }));
const [week, ...before] = weeks(lines('less', 'more'), lines('level', 'much-more'));
const now = '2027-04-06T08:00:00.000Z';
const wants = (setting: Parameters<typeof wantsNudge>[0], given: Partial<Parameters<typeof wantsNudge>[1]> = {}) =>
  week !== undefined && wantsNudge(setting, { week, before, now, ...given });

describe('weeks running in which the same group was flagged in the same direction', () => {
  it('"more" and "much more" are one direction', () => {
    expect(streakOf(weeks(lines('level', 'more'), lines('level', 'much-more'), lines('level', 'more')))).toBe(3);
  });

  it('another group, or the other direction, begins anew', () => {
    expect(streakOf(weeks(lines('level', 'more'), lines('more', 'level')))).toBe(1);
    expect(streakOf(weeks(lines('level', 'more'), lines('level', 'less')))).toBe(1);
  });

  it('a hidden week breaks it, and so does one that no digest told', () => {
    expect(streakOf(weeks(lines('less'), hidden, lines('less')))).toBe(1);
    const [first, , third] = weeks(lines('less'), lines('less'), lines('less'));
    expect(streakOf([first, third].filter((one) => one !== undefined))).toBe(1);
    expect(streakOf(weeks(hidden, lines('less')))).toBe(0);
  });

  it('a flag by head and one by sides are two things', () => {
    const bySides: Balance = { ...lines('level', 'level'), sides: { using: 20, of: 70, word: 'less' } } as Balance;
    expect(streakOf(weeks(bySides, lines('less')))).toBe(1);
    expect(streakOf(weeks(bySides, bySides))).toBe(2);
  });

  it('whatever the weeks, it is as long as the longest run that a plain count finds', () => {
    const word = fc.constantFrom<Word>('much-more', 'more', 'level', 'less', 'much-less');
    const told = fc.oneof(fc.constant(null), fc.tuple(word, word, word));
    fc.assert(
      fc.property(fc.array(told, { maxLength: 8 }), (history) => {
        const direction = (one: Word) => (one.includes('more') ? 1 : one.includes('less') ? -1 : 0);
        let longest = 0;
        for (const at of [0, 1, 2] as const) {
          for (const wanted of [1, -1]) {
            let run = 0;
            for (const one of history) {
              if (one === null || direction(one[at]) !== wanted) break;
              run += 1;
            }
            longest = Math.max(longest, run);
          }
        }
        expect(streakOf(weeks(...history.map((one) => (one === null ? hidden : lines(...one)))))).toBe(longest);
      }),
    );
  });
});

describe('a tip to everyone', () => {
  it('comes after two flagged weeks, where the huddle has it on; off is how it starts', () => {
    expect(wants({ on: true })).toBe(true);
    expect(wants({ on: false })).toBe(false);
    expect(wants(undefined)).toBe(false);
    expect(wants({ on: true }, { before: [] })).toBe(false);
  });

  it('comes not twice for the same two weeks, nor while "not now" holds', () => {
    expect(wants({ on: true }, { before: before.map((one) => ({ ...one, nudge: true as const })) })).toBe(false);
    expect(wants({ on: true, notBefore: '2027-04-06T08:00:00.001Z' })).toBe(false);
    expect(wants({ on: true, notBefore: now })).toBe(true);
  });
});
