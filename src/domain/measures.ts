/**
 * How evenly people speak. `counts` are turns by person, a zero for everyone on the roster who had none: the roster is
 * the denominator, so a silent member counts. Each measure has its id, M1 to M10.
 */
type Counts = readonly number[];

/** M1: how many had at least one turn. */
export function heardOf(counts: Counts): number {
  return counts.filter((turns) => turns > 0).length;
}

/** M3: a group's share of turns over its share of people; 1 is level. Weights are any unit, and whole: one division, no drift. */
export function voiceRatio({ turns, of, weight, all }: Share): number {
  return (turns * all) / (of * weight);
}

/** A group's turns of all turns, and its weight on the roster of the whole weight, in one whole unit such as counted time. */
export interface Share {
  readonly turns: number;
  readonly of: number;
  readonly weight: number;
  readonly all: number;
}

/** M5: turns above or below level, and how surprising that is. Turns come in bursts, so z is generous to "unfair": a guide. */
export function gap({ turns, of, weight, all }: Share): {
  readonly level: number;
  readonly d: number;
  readonly z: number;
} {
  const level = (weight * of) / all;
  const d = turns - level;
  const variance = (level * (all - weight)) / all;
  return { level, d, z: variance === 0 ? 0 : d / Math.sqrt(variance) };
}

/** M6: Pielou's evenness J, 0 to 1; null when nobody spoke or there are fewer than two people. */
export function evenness(counts: Counts): number | null {
  if (sum(counts) === 0 || counts.length < 2) return null;
  return entropy(counts) / Math.log(counts.length);
}

/** M7: about how many voices there were, exp(H); null when nobody spoke. */
export function voices(counts: Counts): number | null {
  return sum(counts) === 0 ? null : Math.exp(entropy(counts));
}

/** M8: Simpson's D, the sum of squared shares; 1/D is another count of voices. Null when nobody spoke. */
export function simpson(counts: Counts): number | null {
  const all = sum(counts);
  return all === 0 ? null : sum(counts.map((turns) => (turns / all) ** 2));
}

/** M9: plain Gini G can only reach (n-1)/n, so one speaker of four gives 0.75. Null when nobody spoke. */
export function gini(counts: Counts): number | null {
  const all = sum(counts);
  if (all === 0) return null;
  const gaps = counts.map((one) => sum(counts.map((other) => Math.abs(one - other))));
  return sum(gaps) / (2 * counts.length * all);
}

/** M9: Gini made fit for small groups, G*: one speaker of four gives 1. Null when nobody spoke or n < 2. */
export function smallGini(counts: Counts): number | null {
  const plain = gini(counts);
  return plain === null || counts.length < 2 ? null : (plain * counts.length) / (counts.length - 1);
}

/** M10: population variance of turns by person. */
export function variance(counts: Counts): number {
  const mean = sum(counts) / counts.length;
  return sum(counts.map((turns) => (turns - mean) ** 2)) / counts.length;
}

/** M10: standard deviation over mean, to compare weeks. Null when nobody spoke. */
export function variation(counts: Counts): number | null {
  const mean = sum(counts) / counts.length;
  return mean > 0 ? Math.sqrt(variance(counts)) / mean : null;
}

/** Whole percents that add up to 100: what is left over goes to the largest remainders, the first of equals first. */
export function wholePercents(parts: Counts): readonly number[] {
  const all = sum(parts);
  if (all === 0) return parts.map(() => 0);
  const floors = parts.map((part) => Math.floor((part * 100) / all));
  const remainders = parts.map((part, index) => ({ index, left: (part * 100) % all }));
  const first = remainders.sort((a, b) => b.left - a.left || a.index - b.index).slice(0, 100 - sum(floors));
  const up = new Set(first.map(({ index }) => index));
  return floors.map((floor, index) => floor + (up.has(index) ? 1 : 0));
}

/** Shannon's H in nats; 0 ln 0 is 0. */
function entropy(counts: Counts): number {
  const all = sum(counts);
  const shares = counts.filter((turns) => turns > 0).map((turns) => turns / all);
  return sum(shares.map((share) => share * Math.log(1 / share)));
}

function sum(numbers: Counts): number {
  return numbers.reduce((total, number) => total + number, 0);
}
