import { describe, expect, it } from 'vitest';
import { weightOf } from '../../../adapters/teams/card.ts';
import type { Piece } from '../../../adapters/teams/elements.ts';
import { fit, split } from '../../../adapters/teams/fit.ts';

/** All of the same weight. */
const piece = (text: string, more: Partial<Piece> = {}): Piece => ({
  element: { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] },
  text,
  ...more,
});
const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join(' ');
const pieces = (...texts: readonly string[]): readonly Piece[] =>
  texts.map((text) => piece(text.slice(0, 1), { opens: text.includes('#'), keep: text.includes('!') }));
const note = piece('…');
const weight = weightOf(piece('a').element) + weightOf('a');
const room = (count: number) => ({ room: count * weight + 8, note });

describe('a message with little room', () => {
  it('is left as it is where it fits', () => {
    expect(words(fit(pieces('a', 'b', 'c'), room(3)))).toBe('a b c');
  });

  it('loses its end, and says so where it was', () => {
    expect(words(fit(pieces('a', 'b', 'c', 'd', 'e'), room(3)))).toBe('a b …');
  });

  it('keeps its buttons, wherever they stand', () => {
    expect(words(fit(pieces('a', '1!', 'b', 'c', 'd', '2!'), room(4)))).toBe('a 1 … 2');
  });
});

describe('a message in parts', () => {
  const parts = (most: number, ...texts: readonly string[]): readonly string[] =>
    split(pieces(...texts), { ...room(4), most }).map(words);

  it('is one where it fits', () => {
    expect(parts(5, 'a', 'b', 'c', 'd')).toEqual(['a b c d']);
  });

  it('is broken between sections', () => {
    expect(parts(5, 'a#', 'b', 'c', 'd#', 'e', 'f')).toEqual(['a b c', 'd e f']);
  });

  it('is broken inside a section rather than left half empty', () => {
    expect(parts(5, 'a#', 'b#', 'c', 'd', 'e', 'f')).toEqual(['a b c d', 'e f']);
  });

  it('of too many parts loses its end in the last', () => {
    expect(parts(2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')).toEqual(['a b c d', 'e f g …']);
  });
});
