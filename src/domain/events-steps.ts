import type { Stage } from './stage.ts';
import type { SidesWord } from './steps.ts';
import type { Instant } from './time.ts';

/** A step of the huddle was opened, looked at or closed. Who did it is kept nowhere. */
export type StepEvent = { readonly at: Instant; readonly stage: Stage } & (
  | { readonly type: 'StepOpened' }
  /** `askedSince`: after the last look at it there were more questions. */
  | { readonly type: 'StepClosed'; readonly askedSince: boolean }
  | { readonly type: 'StepLooked'; readonly word: SidesWord }
  /** One more question was sent before the close; or everyone was asked if one should be. */
  | { readonly type: 'StepAskedAgain' | 'StepShared' }
);
