import { isCounted, type Standing } from './huddle.ts';
import { refuse, type Refusal } from './refusal.ts';
import { optionOf, type Prompt, type Round } from './round.ts';
import type { Instant } from './time.ts';

/**
 * A private question: asked one to one, and answered with one press. Until its close an answer can be found again with
 * a key, so that a second one replaces the first. Then the key is gone, and only what may be told is left.
 */
export interface PulseAnswer {
  /** Which option, from 0; null for a skip. */
  readonly option: number | null;
  readonly at: Instant;
}

/** What a scale goes up to. */
export const scaleTop = 5;

export function isPulse({ pulse }: Prompt): boolean {
  return pulse === true;
}

/** The option that words name: a number, a number word, an end of the scale, or an option's own words. Null for none. */
export function pulseOption(prompt: Prompt, words: string): number | null {
  if (prompt.kind !== 'scale') return optionOf(prompt, words);
  const said = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s,']/gu, '')
    .trim()
    .replace(/\s+out of (?:5|five)$/, '');
  const [low, high] = prompt.ends ?? [];
  if (said !== '' && said === low) return 0;
  if (said !== '' && said === high) return scaleTop - 1;
  const named = numberWords.indexOf(said);
  if (named >= 0) return named;
  return /^[1-5]$/.test(said) ? Number(said) - 1 : null;
}

const numberWords = ['one', 'two', 'three', 'four', 'five'];

/** How many there are to pick from. */
export function pulseOptions({ kind, options }: Prompt): number {
  return kind === 'scale' ? scaleTop : options.length;
}

export type PulseRefusal =
  'round-not-open' | 'private-closed' | 'paused' | 'not-joined' | 'not-counted' | 'answered-already';

interface Asked {
  readonly round: Round | null;
  readonly standing: Standing | null;
  readonly before: PulseAnswer | null;
}

/** What is kept now: the newest said. An answer that was on its way for longer than a newer one changes nothing. */
export function decidePulse(
  said: PulseAnswer,
  { round, standing, before }: Asked,
): PulseAnswer | Refusal<PulseRefusal> {
  if (round === null || round.status === 'waiting') return refuse('round-not-open');
  if (round.status === 'closed' || said.at >= round.closesAt) return refuse('private-closed');
  if (standing?.status === 'paused') return refuse('paused');
  if (standing?.status !== 'active') return refuse('not-joined');
  if (!isCounted(standing)) return refuse('not-counted');
  if (before !== null && said.at < before.at) return before;
  // A slip of the finger on Skip must not wipe an answer.
  if (said.option === null && before !== null && before.option !== null) return refuse('answered-already');
  return said;
}
