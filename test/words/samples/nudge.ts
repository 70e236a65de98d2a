import type { nudgeWords } from '../../../src/words/en/nudge.ts';
import type { SamplesOf } from '../rendered.ts';
import { date, own } from './worst.ts';

export const nudgeSamples: SamplesOf<typeof nudgeWords> = {
  savedNotNow: [[date]],
  toLead: [[own]],
  refusals: {
    'no-nudge': [[]],
    'nudge-is-old': [[]],
    'nudge-chosen-already': [[]],
    'together-already': [[]],
  },
};
