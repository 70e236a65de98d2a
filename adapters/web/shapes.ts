import type { Clock, Interaction, Receipt } from '../../src/ports.ts';

/** The shapes that cross the ports, by their own names: an adapter sees the core through its ports alone. */
export type Instant = ReturnType<Clock['now']>;
export type Identity = Interaction['who'];
export type PlaceRef = Exclude<Interaction['where'], 'direct'>;
export type MessageRef = Receipt['message'];
/** An IANA zone name. */
export type Zone = string;
