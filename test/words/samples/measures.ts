import type { measureWords } from '../../../src/words/en/measures.ts';
import type { SamplesOf } from '../rendered.ts';
import { date, many, side } from './worst.ts';

export const measureSamples: SamplesOf<typeof measureWords> = {
  title: [[date, date]],
  heardOf: [[many, many]],
  voicesAre: [[many, 6.11]],
  answersOf: [[many, many]],
  answersBy: [[side]],
  gap: [[side]],
  gapIs: [[-1.55], [2.71]],
  chanceIs: [
    ['under 1', true],
    ['34', false],
  ],
  noneOf: [[date]],
};
