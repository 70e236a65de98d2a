import type { promiseFormWords } from '../../../src/words/en/promise-forms.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own } from './worst.ts';

export const promiseFormSamples: SamplesOf<typeof promiseFormWords> = {
  make: { unknownDay: [[own]] },
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
