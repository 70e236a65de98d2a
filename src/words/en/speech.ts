import type { LocalDate } from '../../domain/time.ts';
import { count, dayAndDate } from '../dates.ts';

/** A person's own count, for them alone. Never beside anyone else's. */
export const speechWords = {
  ownTurns: (turns: number, monday: LocalDate, sunday: LocalDate) =>
    `You had ${count(turns, 'turn')} from ${dayAndDate(monday)} to ${dayAndDate(sunday)}. Being quiet is fine.`,
  aTurnIs: 'A turn is one go at speaking.',
  waits: 'I do not count your turns, as I wait for your answer. If your yes still holds, type: as before.',
  notCounted: 'We do not count your turns, as you chose. To change that, type: count me.',
} as const;
