import type { loadWords } from '../../../src/words/en/load.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own, shortDay } from './worst.ts';

export const loadSamples: SamplesOf<typeof loadWords> = {
  title: [[many]],
  summary: [[own]],
  promise: [[many, own, shortDay]],
  more: [[many]],
};
