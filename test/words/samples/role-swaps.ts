import type { roleSwapWords } from '../../../src/words/en/role-swaps.ts';
import type { SamplesOf } from '../rendered.ts';
import { own } from './worst.ts';

export const roleSwapSamples: SamplesOf<typeof roleSwapWords> = {
  on: [[own]],
  off: [[own]],
  notInHuddle: [[own]],
};
