import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evenness,
  gap,
  gini,
  heardOf,
  simpson,
  smallGini,
  variance,
  variation,
  voiceRatio,
  voices,
  wholePercents,
} from '../../src/domain/measures.ts';

const within = (value: number | null, wanted: number, tolerance = 0.001) => {
  expect(Math.abs((value ?? Number.NaN) - wanted), `${String(value)} is not ${String(wanted)}`).toBeLessThanOrEqual(
    tolerance,
  );
};

// The worked table. Voices and 1/D are printed there with two decimals.
const worked = [
  {
    name: 'all speak the same',
    counts: [5, 5, 5, 5],
    heard: 4,
    j: 1,
    voices: 4,
    inverse: 4,
    d: 0.25,
    g: 0,
    small: 0,
    variance: 0,
    cv: 0,
  },
  {
    name: 'one voice',
    counts: [20, 0, 0, 0],
    heard: 1,
    j: 0,
    voices: 1,
    inverse: 1,
    d: 1,
    g: 0.75,
    small: 1,
    variance: 75,
    cv: 1.732,
  },
  {
    name: 'a skew',
    counts: [12, 5, 2, 1],
    heard: 4,
    j: 0.745,
    voices: 2.81,
    inverse: 2.3,
    d: 0.435,
    g: 0.45,
    small: 0.6,
    variance: 18.5,
    cv: 0.86,
  },
  {
    name: 'the silent are counted',
    counts: [5, 5, 5, 0, 0],
    heard: 3,
    j: 0.683,
    voices: 3,
    inverse: 3,
    d: 0.333,
    g: 0.4,
    small: 0.5,
    variance: 6,
    cv: 0.816,
  },
  {
    name: 'the silent left out, which is wrong',
    counts: [5, 5, 5],
    heard: 3,
    j: 1,
    voices: 3,
    inverse: 3,
    d: 0.333,
    g: 0,
    small: 0,
    variance: 0,
    cv: 0,
  },
];

describe('the worked examples', () => {
  it.each(worked)('$name', ({ counts, ...wanted }) => {
    expect(heardOf(counts)).toBe(wanted.heard);
    within(evenness(counts), wanted.j);
    within(voices(counts), wanted.voices, 0.005);
    within(1 / (simpson(counts) ?? 0), wanted.inverse, 0.005);
    within(simpson(counts), wanted.d);
    within(gini(counts), wanted.g);
    within(smallGini(counts), wanted.small);
    within(variance(counts), wanted.variance);
    within(variation(counts), wanted.cv);
  });

  it('the second week of a new huddle: about 6 voices, and no side far from level', () => {
    const counts = [2, 1, 1, 4, 0, 3, 2, 1, 0];
    within(voices(counts), 6.11, 0.005);
    within(evenness(counts), 0.824);
    const z = [4, 7, 3].map((turns) => gap({ turns, of: 14, weight: 3, all: 9 }).z);
    [-0.38, 1.32, -0.94].forEach((wanted, index) => {
      within(z[index] ?? null, wanted, 0.005);
    });
  });

  it('a week in which all nine spoke: about 8 voices', () => {
    within(voices([3, 3, 2, 4, 2, 3, 2, 2, 1]), 8.48, 0.005);
    const z = [8, 9, 5].map((turns) => gap({ turns, of: 22, weight: 3, all: 9 }).z);
    [0.3, 0.75, -1.06].forEach((wanted, index) => {
      within(z[index] ?? null, wanted, 0.005);
    });
  });

  it('a ratio of five quarters is exactly that', () => {
    expect(voiceRatio({ turns: 5, of: 12, weight: 3, all: 9 })).toBe(1.25);
    expect(voiceRatio({ turns: 5, of: 12, weight: 3 * 604_800_000, all: 9 * 604_800_000 })).toBe(1.25);
  });

  it('a week without a word has no evenness at all', () => {
    const silent = [0, 0, 0];
    expect([
      heardOf(silent),
      evenness(silent),
      voices(silent),
      simpson(silent),
      gini(silent),
      variation(silent),
    ]).toEqual([0, null, null, null, null, null]);
    expect(evenness([7])).toBeNull();
  });
});

const spoken = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 30 })
  .filter((counts) => counts.some((turns) => turns > 0));
const near = (one: number | null, other: number | null) => {
  within(one, other ?? Number.NaN, 1e-9);
};

describe('whoever speaks how often', () => {
  it('evenness is from 0 to 1, and voices from 1 to the number of people', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        const j = evenness(counts) ?? -1;
        expect(j).toBeGreaterThanOrEqual(0);
        expect(j).toBeLessThanOrEqual(1 + 1e-9);
        const about = voices(counts) ?? -1;
        expect(about).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(about).toBeLessThanOrEqual(counts.length + 1e-9);
        expect(1 / (simpson(counts) ?? 0)).toBeLessThanOrEqual(about + 1e-9);
      }),
    );
  });

  it('the small-group Gini is 0 only when all had the same, and 1 at most', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        const same = counts.every((turns) => turns === counts[0]);
        expect(smallGini(counts) === 0).toBe(same);
        expect(smallGini(counts) ?? 2).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('speaking twice as much all round changes nothing', () => {
    fc.assert(
      fc.property(spoken, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const more = counts.map((turns) => turns * times);
        for (const measure of [evenness, voices, simpson, gini, smallGini, variation])
          near(measure(more), measure(counts));
      }),
    );
  });

  it('one more silent person never makes it more even', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        expect(evenness([...counts, 0]) ?? 2).toBeLessThanOrEqual((evenness(counts) ?? -1) + 1e-9);
      }),
    );
  });

  it('Simpson and the variation say the same thing', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        near(simpson(counts), (1 + (variation(counts) ?? 0) ** 2) / counts.length);
      }),
    );
  });

  it('it does not matter who is named first', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        for (const measure of [evenness, voices, simpson, gini, smallGini, variance])
          near(measure(counts.toReversed()), measure(counts));
      }),
    );
  });

  it('percents are whole, add up to 100, and are never a whole point out', () => {
    fc.assert(
      fc.property(spoken, (counts) => {
        const all = counts.reduce((total, turns) => total + turns, 0);
        const percents = wholePercents(counts);
        expect(percents.reduce((total, percent) => total + percent, 0)).toBe(100);
        percents.forEach((percent, index) => {
          expect(Math.abs(percent - ((counts[index] ?? 0) * 100) / all)).toBeLessThan(1);
        });
      }),
    );
    expect(wholePercents([20, 20, 20])).toEqual([34, 33, 33]);
    expect(wholePercents([0, 0])).toEqual([0, 0]);
  });
});
