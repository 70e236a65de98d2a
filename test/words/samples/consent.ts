import type { consentWords } from '../../../src/words/en/consent.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own } from './worst.ts';

const all = ['taking part', 'being counted', 'being quoted', 'photos of you'];

export const consentSamples: SamplesOf<typeof consentWords> = {
  whenOld: [[name, own]],
  whenNew: [[name, own]],
  saidYes: [[all]],
  saidNo: [[all]],
  summary: [[own]],
};
