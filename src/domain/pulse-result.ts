import type { Side } from './huddle.ts';
import { scaleTop } from './pulse.ts';
import type { Prompt } from './round.ts';

/** What may be told of one set of answers. `most` and `mixed` are for options that are words; the others for a scale. */
export type PulseShown =
  | { readonly kind: 'middle'; readonly value: number }
  | { readonly kind: 'band'; readonly band: 'low' | 'middle' | 'high' }
  | { readonly kind: 'most'; readonly option: number }
  | { readonly kind: 'mixed' };

/** All that is kept of a private question once it has closed. It is worked out once and never again. */
export type PulseResult =
  | { readonly kind: 'hidden' }
  | {
      readonly kind: 'shown';
      readonly people: number;
      readonly of: number;
      readonly whole: PulseShown;
      /** Empty where the sides may not be told. */
      readonly sides: readonly { readonly side: Side; readonly shown: PulseShown }[];
      /** The middle of the running side less that of the using side (M20); null where either is not told. */
      readonly gap: number | null;
    };

/** One answer with the side of whoever gave it; null for someone in no group. */
export interface SidedAnswer {
  readonly side: Side | null;
  readonly option: number;
}

export interface PulseFacts {
  readonly prompt: Pick<Prompt, 'kind' | 'options'>;
  readonly answers: readonly SidedAnswer[];
  /** The side of each person who was counted at the close, answer or none. */
  readonly roster: readonly (Side | null)[];
  /** Whether the huddle has numbers for each side. */
  readonly bySide: boolean;
}

/** Fewer answers than this tell of no set at all. */
const fewestAnswers = 5;
/** So many that all agree may be told to agree, and then only roughly. */
const fewestAlike = 8;
/** A gap between the sides that the huddle should talk about. */
export const gapToTalkAbout = 1;

/**
 * The rule for small numbers. A set is told from 5 answers on; the sides only where every side that anyone is on has 5,
 * for one that was left out could be worked out from the rest. Where all agree, everyone would know everyone's answer:
 * under 8 such a set is hidden, and with one side all sides.
 */
export function pulseResult({ prompt, answers, roster, bySide }: PulseFacts): PulseResult {
  const whole = shownOf(prompt, answers);
  if (whole === null) return { kind: 'hidden' };
  const sides = bySide ? sidesOf(prompt, answers, roster) : [];
  return { kind: 'shown', people: answers.length, of: roster.length, whole, sides, gap: gapOf(sides) };
}

const order: readonly Side[] = ['using', 'running', 'creative'];

function sidesOf(
  prompt: PulseFacts['prompt'],
  answers: readonly SidedAnswer[],
  roster: PulseFacts['roster'],
): readonly { readonly side: Side; readonly shown: PulseShown }[] {
  const parts = [...new Set([...roster, ...answers.map(({ side }) => side)])];
  // The only side there is would be the whole once more.
  if (parts.length < 2) return [];
  const sets = parts.map((side) => ({
    side,
    shown: shownOf(
      prompt,
      answers.filter((answer) => answer.side === side),
    ),
  }));
  if (sets.some(({ shown }) => shown === null)) return [];
  return order.flatMap((side) => {
    const shown = sets.find((set) => set.side === side)?.shown ?? null;
    return shown === null ? [] : [{ side, shown }];
  });
}

/** Null for a set that has to be hidden. */
function shownOf({ kind }: PulseFacts['prompt'], answers: readonly SidedAnswer[]): PulseShown | null {
  if (answers.length < fewestAnswers) return null;
  const picked = answers.map(({ option }) => option).sort((a, b) => a - b);
  const [least = 0] = picked;
  const alike = picked.at(-1) === least;
  if (alike && picked.length < fewestAlike) return null;
  if (kind !== 'scale') return mostOf(picked);
  return alike ? { kind: 'band', band: bandOf(least + 1) } : { kind: 'middle', value: middleOf(picked) + 1 };
}

function bandOf(value: number): 'low' | 'middle' | 'high' {
  const middle = (scaleTop + 1) / 2;
  return value < middle ? 'low' : value > middle ? 'high' : 'middle';
}

/** The median of sorted numbers; of two in the middle, half-way. */
function middleOf(sorted: readonly number[]): number {
  const at = (index: number) => sorted[index] ?? 0;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

function mostOf(picked: readonly number[]): PulseShown {
  const most = picked.find((option) => picked.filter((other) => other === option).length * 2 > picked.length);
  return most === undefined ? { kind: 'mixed' } : { kind: 'most', option: most };
}

function gapOf(sides: readonly { readonly side: Side; readonly shown: PulseShown }[]): number | null {
  const middle = (wanted: Side) => {
    const shown = sides.find(({ side }) => side === wanted)?.shown;
    return shown?.kind === 'middle' ? shown.value : null;
  };
  const [using, running] = [middle('using'), middle('running')];
  return using === null || running === null ? null : running - using;
}
