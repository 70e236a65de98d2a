import type { speechWords } from '../../../src/words/en/speech.ts';
import type { SamplesOf } from '../rendered.ts';
import { date, many } from './worst.ts';

export const speechSamples: SamplesOf<typeof speechWords> = {
  ownTurns: [
    [0, date, date],
    [many, date, date],
  ],
};
