import type { decisionWords } from '../../../src/words/en/decisions.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, many, own } from './worst.ts';

const who = 'Mostly people who use the service';
const how = 'Designed and run with';

export const decisionSamples: SamplesOf<typeof decisionWords> = {
  heading: [[many]],
  what: [[`${own}.`]],
  finalSayLine: [[who]],
  rungLine: [[how]],
  before: [[day]],
  title: [[own]],
  totals: [['30 decisions']],
  total: [[who, many]],
  line: [[many, `${own}.`, who, how]],
  digest: {
    told: { lived: [[`${own}.`]], practice: [[`${own}.`]] },
    more: [[many]],
  },
  trend: {
    whole: [[12, '30 decisions', ['together 9', 'mostly staff 9', 'outside 9']]],
    part: [[who, many]],
    span: [[day, day, '30 decisions', ['together 9', 'mostly staff 9', 'outside 9']]],
    none: [[day, day]],
  },
  saved: [[many]],
  corrected: [[many]],
  saidYes: [[many]],
  labels: { show: [[many]], spoken: [['Yes, it was so', many]] },
  correctByTyping: [[many]],
  refusals: {
    'decision-needed': [[]],
    'decision-too-long': [[]],
    'told-too-long': [[]],
    'not-co-produced': [[]],
    'no-such-decision': [[]],
    'decision-not-yours': [[many]],
    'decision-day-over': [[many]],
    'decision-as-it-is': [[]],
    'decision-own-words': [[many]],
    'decision-needs-other-side': [[many]],
    'decision-shared': [[many]],
  },
};
