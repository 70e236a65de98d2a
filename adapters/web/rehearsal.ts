import type { Instant, Zone } from './shapes.ts';

/** A pretend person. */
export interface PretendPerson {
  /** Short key, as in the page's address: "amina". Letters, digits and "-". */
  readonly user: string;
  readonly name: string;
  /** One plain line about them. */
  readonly about: string;
}

/** What the pages can do with the rehearsal. */
export interface RehearsalControls {
  /** Everyone there is to be, in a fixed order; also those who are in no huddle yet. */
  people(): Promise<readonly PretendPerson[]>;
  now(): Instant;
  /** The zone in which the pages say the time. */
  readonly zone: Zone;
  nextQuestionAt(): Promise<Instant | null>;
  nextDigestAt(): Promise<Instant | null>;
  /** Visits each due instant on the way in turn; done once all that fell due is shown. Throws ClockOnlyGoesForward. */
  moveTo(to: Instant): Promise<void>;
  /** Clears everything; the only way back in time. `at` left out: today. */
  reset(options: { readonly at?: Instant; readonly with: StartWith }): Promise<void>;
  /** Done once everything that waits to be shown now is shown, so a page without scripts has it at once. */
  settled(): Promise<void>;
}

/** With nine people who know each other, or with the same nine before anyone set anything up. */
export type StartWith = 'nobody' | 'willow';

/** The clock was asked to go back. */
export class ClockOnlyGoesForward extends Error {
  constructor() {
    super('the clock only goes forward');
    this.name = 'ClockOnlyGoesForward';
  }
}
