/**
 * Could a gap between lines be one talkative person? The same people, each with their turns, are put on the lines in
 * other ways, as many people to each line as there are. `p` is the share of these ways in which the widest gap of any
 * line is at least as wide as it was.
 */
export interface Shuffled {
  readonly p: number;
  /** Every way was looked at; else 10,000 that were drawn. */
  readonly exact: boolean;
}

/** One person of a window: the place of their line, their turns, and their time counted, in one whole unit. */
export interface Labelled {
  readonly line: number;
  readonly turns: number;
  readonly weight: number;
}

/** With more people there are too many ways to look at each. */
export const mostForExact = 14;
const draws = 10_000;

/** `seed` is any text that names the huddle and the week, so that the same week always gives the same answer. Null: one line. */
export function labelShuffle(people: readonly Labelled[], seed: string): Shuffled | null {
  const sizes = sizesOf(people);
  const gapOf = gapsAmong(people);
  if (sizes.length < 2 || sizes.includes(0) || people.every(({ turns }) => turns === 0)) return null;
  const asItWas = Math.max(...sizes.map((_, line) => gapOf(people.filter((person) => person.line === line))));
  // Two ways that are as wide come out a hair apart where they are added up in another order.
  const isWide = (some: readonly Labelled[]) => gapOf(some) >= asItWas - 1e-9;
  return people.length <= mostForExact
    ? { p: shareOfAll(people, sizes, isWide), exact: true }
    : { p: shareOfDrawn(people, { sizes, isWide, seed }), exact: false };
}

function sizesOf(people: readonly Labelled[]): readonly number[] {
  const lines = Math.max(-1, ...people.map(({ line }) => line)) + 1;
  return Array.from({ length: lines }, (_, line) => people.filter((person) => person.line === line).length);
}

/** |z| of a line that these people would make (M5). */
function gapsAmong(people: readonly Labelled[]): (line: readonly Labelled[]) => number {
  const all = sum(people, 'weight');
  const turns = sum(people, 'turns');
  return (line) => {
    const share = sum(line, 'weight') / all;
    const variance = turns * share * (1 - share);
    return variance > 0 ? Math.abs(sum(line, 'turns') - share * turns) / Math.sqrt(variance) : 0;
  };
}

function sum(people: readonly Labelled[], of: 'turns' | 'weight'): number {
  return people.reduce((all, person) => all + person[of], 0);
}

/**
 * Lines are filled one after the other. In how many ways the last ones can be filled with no wide gap depends on who is
 * left alone, so each such set, a number with one bit a person, is worked out once: about a million small steps for 14
 * people, where there are over 4 million ways to walk.
 */
function shareOfAll(
  people: readonly Labelled[],
  sizes: readonly number[],
  isWide: (line: readonly Labelled[]) => boolean,
): number {
  const everyone = 2 ** people.length - 1;
  const many = howManyIn(everyone);
  const known = new Map<number, number>();
  const wide = new Map<number, boolean>();
  const isWideSet = (set: number): boolean => {
    const found = wide.get(set) ?? isWide(people.filter((_, at) => (set & (1 << at)) !== 0));
    wide.set(set, found);
    return found;
  };
  const narrowWays = (left: number, line: number): number => {
    const size = sizes[line];
    if (size === undefined) return 1;
    const found = known.get(left);
    if (found !== undefined) return found;
    let ways = 0;
    // Every set of people who are left, from all of them down to one.
    for (let set = left; set > 0; set = (set - 1) & left) {
      if (many[set] === size && !isWideSet(set)) ways += narrowWays(left & ~set, line + 1);
    }
    known.set(left, ways);
    return ways;
  };
  const all = waysToFill(sizes);
  return (all - narrowWays(everyone, 0)) / all;
}

/** How many people each set has. */
function howManyIn(everyone: number): Uint8Array {
  const many = new Uint8Array(everyone + 1);
  for (let set = 1; set <= everyone; set++) many[set] = (many[set >> 1] ?? 0) + (set & 1);
  return many;
}

function waysToFill(sizes: readonly number[]): number {
  let [ways, placed] = [1, 0];
  for (const size of sizes) {
    for (let one = 1; one <= size; one++) ways = (ways * ++placed) / one;
  }
  return Math.round(ways);
}

/** The week as it was counts as one of the ways, so that p is never 0. */
function shareOfDrawn(
  people: readonly Labelled[],
  given: {
    readonly sizes: readonly number[];
    readonly isWide: (line: readonly Labelled[]) => boolean;
    readonly seed: string;
  },
): number {
  const next = numbersFrom(given.seed);
  const mixed = [...people];
  let wide = 1;
  for (let draw = 0; draw < draws; draw++) {
    mix(mixed, next);
    let from = 0;
    if (given.sizes.some((size) => given.isWide(mixed.slice(from, (from += size))))) wide += 1;
  }
  return wide / (draws + 1);
}

/** Fisher and Yates: each order is as likely as any other. */
function mix(list: Labelled[], next: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const [here, there] = [list[at], list[other]];
    if (here !== undefined && there !== undefined) [list[at], list[other]] = [there, here];
  }
}

/** Numbers in [0, 1) that only the seed decides: FNV-1a of it, then mulberry32. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
