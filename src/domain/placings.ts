/** Named people who held the same of everything that was told, so that a reader cannot tell them apart. */
export interface Kind {
  readonly people: number;
  /** Of each thing told before, in its order. */
  readonly told: readonly number[];
  /** Whether they take part now, and so need a seat. */
  readonly isHere: boolean;
}

/** Those in a cell are on the same line of everything that was or could be told. */
export interface Cell {
  /** How many who take part now are in it. */
  readonly seats: number;
}

/** One thing that was told before: its lines, and on which of them each cell is; null for on none. */
export interface Sum {
  readonly lines: readonly { readonly amount: number; readonly people: number }[];
  readonly lineOf: readonly (number | null)[];
}

/** How many of each kind are in each cell. */
export type Placing = readonly (readonly number[])[];

export interface Puzzle {
  readonly kinds: readonly Kind[];
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/** At most, so that a preview is not kept waiting: some hundredths of a second. */
const mostSteps = 80_000;
/** Lines are told in tenths. */
const rounding = 0.05 + 1e-6;

/**
 * Calls `each` with every way to put the named people into cells that fits all that was told before. False where there
 * are too many ways to look at, so that nothing is known. `each` must not keep what it is given: it changes.
 */
export function everyPlacing({ kinds, cells, sums }: Puzzle, each: (placing: Placing) => void): boolean {
  const placing = kinds.map(() => cells.map(() => 0));
  const seats = cells.map((cell) => cell.seats);
  const left = sums.map(({ lines }) => lines.map((line) => ({ ...line })));
  let steps = 0;

  const fill = (kind: number): boolean => {
    const next = kinds[kind];
    if (next !== undefined) return spread(kind, 0, next.people);
    if (!left.every((lines) => lines.every(({ amount }) => Math.abs(amount) < rounding))) return true;
    each(placing);
    return true;
  };
  const spread = (kind: number, cell: number, people: number): boolean => {
    steps += 1;
    if (steps > mostSteps) return false;
    if (cell === cells.length) return people === 0 ? fill(kind + 1) : true;
    for (let many = 0; many <= people; many += 1) {
      const fits = move(kind, cell, many);
      const isDone = fits ? spread(kind, cell + 1, people - many) : true;
      move(kind, cell, -many);
      if (!isDone) return false;
      if (!fits) return true;
    }
    return true;
  };
  /** Whether they still fit; they are moved in any case. */
  const move = (nth: number, cell: number, many: number): boolean => {
    const kind = kinds[nth];
    const row = placing[nth];
    if (kind === undefined || row === undefined || many === 0) return true;
    row[cell] = (row[cell] ?? 0) + many;
    if (kind.isHere) seats[cell] = (seats[cell] ?? 0) - many;
    let fits = (seats[cell] ?? 0) >= 0;
    for (const [at, sum] of sums.entries()) {
      const amount = kind.told[at] ?? 0;
      if (amount === 0) continue;
      const line = left[at]?.[sum.lineOf[cell] ?? -1];
      if (line === undefined) {
        fits = false;
        continue;
      }
      line.amount -= many * amount;
      line.people -= many;
      fits = fits && line.amount > -rounding && line.people >= 0;
    }
    return fits;
  };
  return fill(0);
}
