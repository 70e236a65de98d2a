import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance } from '../../src/domain/balance.ts';
import { wholePercents } from '../../src/domain/measures.ts';
import { rollUpOf } from '../../src/domain/roll-up.ts';
import { addDays } from '../../src/domain/time.ts';

const monday = '2027-03-22';
const groups = ['people', 'staff', 'artists'];
const lines = (turns: readonly number[], who = groups): Balance => ({
  shown: 'lines',
  turns: turns.reduce((all, each) => all + each, 0),
  lines: turns.map((each, at) => ({
    who: { group: who[at] ?? '' },
    people: 3,
    turns: each,
    level: 1,
    percent: null,
    word: 'level',
  })),
});
const weeks = (...balances: readonly Balance[]) =>
  balances.map((balance, back) => ({ week: { monday: addDays(monday, -7 * back) }, balance }));

describe('four weeks together', () => {
  it('add the figures as they were told, with whole percents', () => {
    const four = weeks(lines([9, 15, 6]), lines([10, 10, 10]), lines([8, 12, 4]), lines([4, 7, 3]));
    expect(rollUpOf(four)).toEqual({
      from: '2027-03-01',
      to: '2027-03-28',
      shown: {
        as: 'lines',
        turns: 98,
        lines: [
          { who: { group: 'people' }, turns: 31, percent: 32 },
          { who: { group: 'staff' }, turns: 44, percent: 45 },
          { who: { group: 'artists' }, turns: 23, percent: 23 },
        ],
      },
      leadWeeks: null,
    });
  });

  it('under 50 turns they have no percents', () => {
    const few = rollUpOf(weeks(...Array.from({ length: 4 }, () => lines([4, 4, 4]))));
    expect(few?.shown).toMatchObject({ turns: 48, lines: [{ percent: null }, { percent: null }, { percent: null }] });
  });

  it('where one week was split in another way, or not at all, there is the total alone', () => {
    const same = lines([4, 4, 4]);
    const total: Balance = { shown: 'total', turns: 12, why: 'hidden' };
    const other = lines([6, 6], ['people', 'else']);
    expect(rollUpOf(weeks(same, total, same, same))?.shown).toEqual({ as: 'total', turns: 48 });
    expect(rollUpOf(weeks(same, same, same, other))?.shown).toEqual({ as: 'total', turns: 48 });
  });

  it('where one week told nothing, neither do the four: the rest taken away would tell it', () => {
    const same = lines([4, 4, 4]);
    expect(rollUpOf(weeks(same, same, { shown: 'not-enough' }, same))?.shown).toEqual({ as: 'not-enough' });
  });

  it('come with every fourth digest, of four weeks running', () => {
    const told: { week: { monday: string }; balance: Balance; rollUp?: NonNullable<ReturnType<typeof rollUpOf>> }[] =
      [];
    for (let week = 0; week < 9; week++) {
      const next = { week: { monday: addDays(monday, 7 * week) }, balance: lines([4, 4, 4]) };
      const rollUp = rollUpOf([next, ...told]);
      told.unshift(rollUp === null ? next : { ...next, rollUp });
    }
    const came = told.toReversed().map(({ rollUp }) => rollUp !== undefined);
    expect(came).toEqual([false, false, false, true, false, false, false, true, false]);
    const [a, b, c, d] = weeks(lines([4, 4, 4]), lines([4, 4, 4]), lines([4, 4, 4]), lines([4, 4, 4]));
    const gap = [a, b, c, { ...d, week: { monday: '2027-02-15' }, balance: lines([4, 4, 4]) }];
    expect(rollUpOf(gap.filter((one) => one !== undefined) as never)).toBeNull();
  });
});

describe('whole percents', () => {
  it('add up to 100, each less than one from its share, and more is never shown as less', () => {
    const parts = fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }).filter((all) => all.some((part) => part > 0));
    fc.assert(
      fc.property(parts, (all) => {
        const sum = all.reduce((total, part) => total + part, 0);
        const percents = wholePercents(all);
        expect(percents.reduce((total, percent) => total + percent, 0)).toBe(100);
        percents.forEach((percent, at) => {
          expect(Math.abs(percent - ((all[at] ?? 0) * 100) / sum)).toBeLessThan(1);
        });
        all.forEach((one, at) => {
          all.forEach((other, to) => {
            if (one > other) expect(percents[at]).toBeGreaterThanOrEqual(percents[to] ?? 0);
          });
        });
      }),
    );
  });
});
