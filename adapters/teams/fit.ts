import { weightOf } from './card.ts';
import type { Piece } from './elements.ts';

interface Room {
  /** Bytes. */
  readonly room: number;
  /** What stands in the place of what is left out. */
  readonly note: Piece;
}

/** The pieces as they are where they fit. Else what does not is left out from the end, with the note in its place; buttons stay. */
export function fit(pieces: readonly Piece[], { room, note }: Room): readonly Piece[] {
  return sum(pieces) <= room ? pieces : shorten(pieces, { room: room - weigh(note), note });
}

/** The same in several messages, broken between sections where that leaves no message half empty. */
export function split(
  pieces: readonly Piece[],
  { room, note, most }: Room & { readonly most: number },
): readonly (readonly Piece[])[] {
  const parts: (readonly Piece[])[] = [];
  let rest = pieces;
  while (rest.length > 0 && parts.length < most - 1) {
    const end = endOf(rest, room);
    parts.push(fit(rest.slice(0, end), { room, note }));
    rest = rest.slice(end);
  }
  return rest.length === 0 ? parts : [...parts, fit(rest, { room, note })];
}

/** How many pieces go into the next message: all that fit, or up to where the last section in them begins. At least one. */
function endOf(pieces: readonly Piece[], room: number): number {
  let left = room;
  const full = pieces.findIndex((piece) => (left -= weigh(piece)) < 0);
  if (full < 0) return pieces.length;
  const section = pieces.slice(0, full + 1).findLastIndex(({ opens }) => opens);
  return Math.max(section > full / 2 ? section : full, 1);
}

function shorten(pieces: readonly Piece[], { room, note }: Room): readonly Piece[] {
  const kept = affordable(
    pieces.filter(({ keep }) => keep),
    room,
  );
  let left = room - sum([...kept]);
  let open = true;
  const fitting = pieces.flatMap((piece) => {
    if (piece.keep) return kept.has(piece) ? [piece] : [];
    if (!open) return [];
    left -= weigh(piece);
    open = left >= 0;
    return [open ? piece : note];
  });
  return fitting.includes(note) ? fitting : [...fitting, note];
}

function affordable(pieces: readonly Piece[], room: number): ReadonlySet<Piece> {
  let left = room;
  return new Set(pieces.filter((piece) => (left -= weigh(piece)) >= 0));
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + weigh(piece), 0);
}

/** Each stands in the card twice: as an element, and in the text for clients that cannot draw it. */
function weigh({ element, text }: Piece): number {
  return weightOf(element) + weightOf(text);
}
