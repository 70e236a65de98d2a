import type { commonWords } from '../../../src/words/en/common.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own } from './worst.ts';

export const commonSamples: SamplesOf<typeof commonWords> = {
  notDeliveredPlace: [[own]],
  notDeliveredPerson: [[own]],
  thoseWhoRunIt: [[[name, name]], [[]]],
};
