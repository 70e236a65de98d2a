import { weightOf } from './card.ts';
import type { Piece } from './elements.ts';

/** The pieces as they are where they fit. Else what does not is left out from the end, with the note in its place; buttons stay. */
export function fit(pieces: readonly Piece[], { room, note }: { room: number; note: Piece }): readonly Piece[] {
  return sum(pieces) <= room ? pieces : shorten(pieces, { room: room - weigh(note), note });
}

/** The same in several messages, each inside the room, broken between sections where that leaves no message half empty. */
export function split(
  pieces: readonly Piece[],
  { room, note, most }: { room: number; note: Piece; most: number },
): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let weight = 0;
  for (const [index, piece] of pieces.entries()) {
    const part = parts.at(-1) ?? [];
    if (part.length === 0 || weight + weigh(piece) <= room) {
      part.push(piece);
      weight += weigh(piece);
      continue;
    }
    if (parts.length === most) {
      part.splice(0, part.length, ...fit([...part, ...pieces.slice(index)], { room, note }));
      break;
    }
    const next = [...tailOf(part), piece];
    parts.push(next);
    weight = sum(next);
  }
  return parts;
}

/** Takes the last section off, unless more than half of the message would go with it. */
function tailOf(part: Piece[]): Piece[] {
  const at = part.findLastIndex(({ opens }) => opens);
  return at > part.length / 2 ? part.splice(at) : [];
}

function shorten(pieces: readonly Piece[], { room, note }: { room: number; note: Piece }): readonly Piece[] {
  let left = room;
  const kept = new Set(pieces.filter((piece) => piece.keep && (left -= weigh(piece)) >= 0));
  left = room - sum([...kept]);
  let open = true;
  return pieces.flatMap((piece) => {
    if (piece.keep) return kept.has(piece) ? [piece] : [];
    if (!open) return [];
    left -= weigh(piece);
    open = left >= 0;
    return [open ? piece : note];
  });
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + weigh(piece), 0);
}

/** Each stands in the card twice: as an element, and in the text for clients that cannot draw it. */
function weigh({ element, text }: Piece): number {
  return weightOf(element) + weightOf(text);
}
