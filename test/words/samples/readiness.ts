import type { readinessWords } from '../../../src/words/en/readiness.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, name, own } from './worst.ts';

export const readinessSamples: SamplesOf<typeof readinessWords> = {
  title: [[own]],
  until: [[day]],
  done: [[['shared work', '2 coordinators', 'who keeps people safe', 'who to ask about data']]],
  homeLine: [[own]],
  contactSaved: [[own]],
  contactNow: [[own]],
  notReached: [[name]],
  notReachedHow: [[name]],
};
