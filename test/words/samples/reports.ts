import type { reportWords } from '../../../src/words/en/reports.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, many, own } from './worst.ts';

export const reportSamples: SamplesOf<typeof reportWords> = {
  title: [[own]],
  agreedOn: [[day, '2027']],
  fourWeeks: [['2027-02-22', '2027-03-21']],
  turns: [[many], [1]],
  turnLine: [
    [own, many, 33],
    [own, many, null],
  ],
  decided: [[many], [1]],
  decidedBy: [['Mostly people who use the service', many]],
  waits: [[many]],
  agreed: [[many]],
  done: [[many]],
  labels: { spoken: [[many]] },
  refusals: {
    waitsAlready: [[many]],
    nothing: [[]],
    since: [[]],
    notYet: [[]],
    none: [[]],
  },
};
