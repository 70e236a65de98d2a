import type { burdenWords } from '../../../src/words/en/burden.ts';
import type { SamplesOf } from '../rendered.ts';
import { own } from './worst.ts';

const times = 'Mondays, Wednesdays and Fridays at 10:30am, every 2 weeks';

export const burdenSamples: SamplesOf<typeof burdenWords> = {
  many: [[own]],
  now: [[times]],
  then: [[times]],
  halved: [[times]],
};
