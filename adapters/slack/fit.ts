import type { types } from '@slack/bolt';
import { limits } from './limits.ts';

/** A Slack block with the characters it shows. `keep` marks what must not be left out: the buttons. */
export interface Piece {
  readonly block: types.KnownBlock;
  readonly size: number;
  readonly keep?: boolean;
}

/**
 * The blocks as they are where they fit. Else neighbouring rich text is joined, and what still does not fit is left
 * out from the end, with the note in its place.
 */
export function fit(pieces: readonly Piece[], { most, note }: { most: number; note: Piece }): types.KnownBlock[] {
  if (fits(pieces, most)) return pieces.map(({ block }) => block);
  const joined = join(pieces);
  const fitting = fits(joined, most) ? joined : shorten(joined, { most, note });
  return fitting.map(({ block }) => block);
}

function fits(pieces: readonly Piece[], most: number): boolean {
  return pieces.length <= most && sum(pieces) <= limits.textInMessage;
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last && piece.block.type === 'rich_text' && last.block.type === 'rich_text';
    if (both && last.size + piece.size <= limits.textInBlock) {
      const elements = [...last.block.elements, ...piece.block.elements];
      joined[joined.length - 1] = { block: { type: 'rich_text', elements }, size: last.size + piece.size };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

function shorten(pieces: readonly Piece[], { most, note }: { most: number; note: Piece }): Piece[] {
  const kept = affordable(
    pieces.filter(({ keep }) => keep),
    { blocks: most - 1, text: limits.textInMessage - note.size },
  );
  let blocks = most - 1 - kept.length;
  let text = limits.textInMessage - note.size - sum(kept);
  let open = true;
  return pieces.flatMap((piece) => {
    if (piece.keep) return kept.includes(piece) ? [piece] : [];
    if (!open) return [];
    blocks -= 1;
    text -= piece.size;
    open = blocks >= 0 && text >= 0;
    return [open ? piece : note];
  });
}

function affordable(pieces: readonly Piece[], room: { blocks: number; text: number }): readonly Piece[] {
  let text = room.text;
  return pieces.slice(0, room.blocks).filter(({ size }) => (text -= size) >= 0);
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { size }) => total + size, 0);
}
