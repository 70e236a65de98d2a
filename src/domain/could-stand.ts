import { everyPlacing, type Placing, type Puzzle } from './placings.ts';

/**
 * What readers can think: of each kind, the cells that someone of it is in, in some way that fits. By reader: one who
 * knows of nobody, and each who knows their own cell. Cells are bits.
 */
export type Thoughts = ReadonlyMap<string, readonly number[]>;

const knowsNobody = 'nobody';

/** Null where there are too many ways to look at. */
export function everyThought(puzzle: Puzzle, fits: (placing: Placing) => boolean): Thoughts | null {
  const thoughts = new Map<string, number[]>();
  const isWhole = everyPlacing(puzzle, (placing) => {
    if (fits(placing)) think(thoughts, placing);
  });
  return isWhole ? thoughts : null;
}

function think(thoughts: Map<string, number[]>, placing: Placing): void {
  see(thoughts, placing, knowsNobody);
  placing.forEach((row, kind) => {
    row.forEach((many, cell) => {
      if (many > 0) see(thoughts, placing, `${String(kind)}/${String(cell)}`, { kind, cell });
    });
  });
}

/** All but the reader: they know their own. */
function see(
  thoughts: Map<string, number[]>,
  placing: Placing,
  reader: string,
  own?: { readonly kind: number; readonly cell: number },
): void {
  const seen = thoughts.get(reader) ?? placing.map(() => 0);
  thoughts.set(reader, seen);
  placing.forEach((row, kind) => {
    row.forEach((many, cell) => {
      const others = own?.kind === kind && own.cell === cell ? many - 1 : many;
      if (others > 0) seen[kind] = (seen[kind] ?? 0) | (1 << cell);
    });
  });
}

/**
 * Whether every reader is left with two sides at least for everyone else. `sides` has what each cell would tell. Where
 * no way fits, something is not as it was taken to be, and nothing is known.
 */
export function tellsNothing(thoughts: Thoughts, sides: readonly string[]): boolean {
  if (thoughts.size === 0) return false;
  return [...thoughts.values()].every((seen) => seen.every((bits) => bits === 0 || sidesIn(bits, sides) > 1));
}

function sidesIn(bits: number, sides: readonly string[]): number {
  return new Set(sides.filter((_, cell) => (bits & (1 << cell)) !== 0)).size;
}
