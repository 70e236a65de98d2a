import type { pulseWords } from '../../../src/words/en/pulses.ts';
import type { SamplesOf } from '../rendered.ts';
import { dayAndTime, own, side } from './worst.ts';

export const pulseSamples: SamplesOf<typeof pulseWords> = {
  scale: [['not equal at all', 'as much as I wanted']],
  whoSees: [[own]],
  whoSeesPick: [[own]],
  untilCut: [[dayAndTime]],
  step: [
    [3, null],
    [5, 'as much as I wanted'],
  ],
  spoken: [
    [3, null],
    [5, 'as much as I wanted'],
  ],
  canChange: [[dayAndTime]],
  canStill: [[dayAndTime]],
  isOpen: [[own, dayAndTime]],
  inPrivate: [[own]],
  peopleTold: [[29, 30]],
  middle: [[3.5]],
  most: [['someone outside the huddle']],
  sideMiddle: [[side, 3.5]],
  sideBand: { low: [[side]], middle: [[side]], high: [[side]] },
  sideMost: [[side, 'I need to step back for now']],
  sideMixed: [[side]],
  gap: [[1.5]],
};
