import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelShuffle, type Labelled } from '../../src/domain/label-shuffle.ts';

const people = (...lines: readonly (readonly number[])[]): readonly Labelled[] =>
  lines.flatMap((counts, line) => counts.map((turns) => ({ line, turns, weight: 1 })));

/** Every order of the people, each with the labels as they stand: slow, and plain to see that it is right. */
function byHand(all: readonly Labelled[]): number {
  const labels = all.map(({ line }) => line);
  const lines = Math.max(...labels) + 1;
  const [turns, weight] = [all.reduce((sum, one) => sum + one.turns, 0), all.reduce((sum, one) => sum + one.weight, 0)];
  const widest = (order: readonly Labelled[]) => {
    let most = 0;
    for (let line = 0; line < lines; line++) {
      const there = order.filter((_, at) => labels[at] === line);
      const e = there.reduce((sum, one) => sum + one.weight, 0) / weight;
      const d = there.reduce((sum, one) => sum + one.turns, 0) - e * turns;
      if (e < 1) most = Math.max(most, Math.abs(d) / Math.sqrt(turns * e * (1 - e)));
    }
    return most;
  };
  const found = { wide: 0, all: 0 };
  const asItWas = widest(all);
  const walk = (left: readonly Labelled[], order: readonly Labelled[]): void => {
    if (left.length === 0) {
      found.all += 1;
      if (widest(order) >= asItWas - 1e-9) found.wide += 1;
    }
    left.forEach((one, at) => {
      walk([...left.slice(0, at), ...left.slice(at + 1)], [...order, one]);
    });
  };
  walk(all, []);
  return found.wide / found.all;
}

describe('mixing the labels', () => {
  it('tells one talkative person from a gap of a group', () => {
    const oneTalker = labelShuffle(people([14, 1, 1], [1, 1, 2], [1, 2, 1]), 'w');
    const wholeGroup = labelShuffle(people([6, 5, 5], [1, 1, 2], [1, 2, 1]), 'w');
    // The talker is on some line in each of the ways, and with the two 1s beside them as often as with others.
    expect(oneTalker?.p).toBeGreaterThan(0.5);
    // Of 84 ways to pick three people, one has the widest gap: 3 lines, so 3 of the 84.
    expect(wholeGroup).toEqual({ p: 3 / 84, exact: true });
  });

  it('up to 7 people it is what going through every order gives', () => {
    const one = fc.record({ turns: fc.nat(6), weight: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 4, maxLength: 7 }), fc.integer({ min: 2, max: 3 }), (all, lines) => {
        const labelled = all.map((person, at) => ({ ...person, line: at % lines }));
        if (labelled.every(({ turns }) => turns === 0)) return;
        expect(labelShuffle(labelled, 'w')?.p).toBeCloseTo(byHand(labelled), 10);
      }),
      { numRuns: 25 },
    );
  });

  it('with more than 14 people ways are drawn, and the same week gives the same answer', () => {
    const many = people([9, 8, 7, 2, 1], [1, 2, 0, 1, 3], [0, 2, 1, 1, 2]);
    const first = labelShuffle(many, 'willow 2027-03-08');
    expect(first?.exact).toBe(false);
    expect(labelShuffle(many, 'willow 2027-03-08')).toEqual(first);
    expect(labelShuffle(many, 'willow 2027-03-15')?.p).not.toBe(first?.p);
  });

  it('drawn and exact agree to within what 10,000 draws can tell', () => {
    const fourteen = people([9, 8, 7, 2, 1], [1, 2, 0, 1, 3], [0, 2, 1, 1]);
    const exact = labelShuffle(fourteen, 'w')?.p ?? 0;
    // One more person with no time of their own changes no line's gap, and makes it one too many for all ways.
    const drawn = labelShuffle([...fourteen, { line: 2, turns: 0, weight: 0 }], 'w');
    expect(drawn?.exact).toBe(false);
    expect(Math.abs((drawn?.p ?? 0) - exact)).toBeLessThan(0.02);
  });

  it('says nothing of one line, or of silence', () => {
    expect(labelShuffle(people([3, 2, 1]), 'w')).toBeNull();
    expect(labelShuffle(people([0, 0], [0, 0]), 'w')).toBeNull();
    expect(labelShuffle([], 'w')).toBeNull();
  });
});
