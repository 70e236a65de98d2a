import type { promiseFormWords } from '../../../src/words/en/promise-forms.ts';
import type { SamplesOf } from '../rendered.ts';
import { many } from './worst.ts';

export const promiseFormSamples: SamplesOf<typeof promiseFormWords> = {
  typeInstead: {
    did: [[many]],
    couldNot: [[many]],
    notYet: [[many]],
    notYetUnnamed: [[many]],
    change: [[many]],
    no: [[many]],
    yesBut: [[many]],
    correct: [[many]],
  },
};
