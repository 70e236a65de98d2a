import type { stepWords } from '../../../src/words/en/steps.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own } from './worst.ts';

const what = 'checking in and keeping it fair';
const day = '30 September';

export const stepSamples: SamplesOf<typeof stepWords> = {
  title: [[own]],
  now: [[7, what]],
  line: [[7, 'Checking in and keeping it fair']],
  open: [[day]],
  closed: [[day, day]],
  before: [[1], [many]],
  looked: [[day]],
  secondLookTitle: [[7, what]],
  whenFree: [[many]],
  closedNow: [[7, what]],
  openNow: [[7, what]],
  offerFelt: [[7]],
  felt: [[7, what]],
  questionsTitle: [[7, what]],
  question: [[many, `${own}.`]],
  askedOn: [[day]],
  labels: { open: [[7]], back: [[6]], close: [[7]], ask: [[many]], spokenAsk: [[many]] },
  digest: [[[5, 6], { number: 7, what }]],
};
