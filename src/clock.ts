import { toInstant } from './domain/time.ts';
import type { Clock } from './ports.ts';

/** The machine's own time. */
export const machineClock: Clock = { now: () => toInstant(Date.now()) };
