import type { Prompt, SeenBy } from './round.ts';

/**
 * How a question comes to people. `posted`: in the huddle's places. `pulse`: to each who is counted, answered with one
 * press. `alone`: to each one, in words that stay theirs. `swap`: to those alone who chose such questions.
 */
export type Way = 'posted' | 'pulse' | 'alone' | 'swap';

export function wayOf({ pulse, roleSwap, reach }: Pick<Prompt, 'pulse' | 'roleSwap' | 'reach'>): Way {
  if (pulse === true) return 'pulse';
  if (roleSwap === true) return 'swap';
  return reach === 'private' ? 'alone' : 'posted';
}

/** Who may see an answer in words, as it is offered. One to a private question is never for everyone. */
export function seenByChoices(prompt: Pick<Prompt, 'pulse' | 'roleSwap' | 'reach'>): readonly SeenBy[] {
  return wayOf(prompt) === 'alone' ? ['self', 'coordinators', 'none'] : ['named', 'unnamed', 'coordinators', 'none'];
}
