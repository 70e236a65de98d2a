import type { digestWords } from '../../../src/words/en/digest.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own, twoNames, dayAndTime, date, many, side, threePeople } from './worst.ts';

export const digestSamples: SamplesOf<typeof digestWords> = {
  title: [[own]],
  span: [[date, date, dayAndTime]],
  counts: [[{ kept: many, couldNot: many, changed: many, dropped: many, notKept: many, open: many }]],
  weDid: [[many]],
  saidYes: [[name]],
  couldNot: [[many]],
  plain: [[own]],
  because: [
    [own, own],
    [own, null],
  ],
  next: [[own]],
  changed: [[many]],
  isNow: [[many]],
  dropped: [[many]],
  item: [[many, own, own]],
  wasDue: [[date]],
  standing: {
    open: [[date]],
    claimed: [[]],
    disputed: [[date]],
    suggested: [[date]],
  },
  andMore: [[many]],
  moreOpen: [[many]],
  moreEnded: [[many]],
  moreByTyping: [[many]],
  heardFrom: [[many, many]],
  proof: [
    [many, own],
    [many, null],
  ],
  proofOfClaim: [
    [many, own],
    [many, null],
  ],
  stillMissing: [[own]],
  agreed: [[many, date]],
  record: [[many, many]],
  recordChanged: [[many]],
  turns: [[many]],
  line: [
    [side, threePeople, many, many],
    [side, threePeople, many, null],
  ],
  people: [
    [many, true],
    [many, false],
  ],
  level: [[[many, many, many]], [[10, 14, 30]]],
  flagged: {
    'much-more': [[side]],
    more: [[side]],
    less: [[side]],
    'much-less': [[side]],
  },
  leads: [[own, twoNames]],
  free: [[[own, own]]],
  share: [[side, many]],
  yesDone: [[many]],
  notYetOf: [[many]],
};
