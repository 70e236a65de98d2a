import type { aloneWords } from '../../../src/words/en/alone.ts';
import type { SamplesOf } from '../rendered.ts';
import { own } from './worst.ts';

export const aloneSamples: SamplesOf<typeof aloneWords> = {
  alone: { youPick: [[own]], howLongKept: [['30']] },
};
