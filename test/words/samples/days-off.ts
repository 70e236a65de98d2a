import type { daysOffWords } from '../../../src/words/en/days-off.ts';
import type { SamplesOf } from '../rendered.ts';
import { own } from './worst.ts';

const [first, last] = ['Wednesday 23 September', 'Wednesday 20 September 2028'];
const dates = `${first} to ${last}`;

export const daysOffSamples: SamplesOf<typeof daysOffWords> = {
  on: [[last]],
  planned: [[dates]],
  backOn: [[last]],
  over: [[own]],
  span: [[first, last]],
  mine: [[last]],
  minePlanned: [[dates]],
  refusals: {
    'day-passed': [['23 September', '2028']],
    'start-passed': [['23 September']],
    'ends-first': [[]],
    'too-far': [[]],
    'on-a-break': [[]],
    'day-unread': [[]],
    'days-unread': [[]],
  },
};
