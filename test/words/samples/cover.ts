import type { coverWords } from '../../../src/words/en/cover.ts';
import type { SamplesOf } from '../rendered.ts';
import { date, name, own, twoNames } from './worst.ts';

const one: [] = [];

export const coverSamples: SamplesOf<typeof coverWords> = {
  away: [[date]],
  covers: [[name]],
  asked: [[name]],
  saidYes: [[name]],
  saidNo: [[name]],
  othersRead: [[twoNames]],
  tells: [[name, own, date]],
  asks: [[name, own, date]],
  youStandIn: [[date]],
  goTo: [[twoNames]],
  waits: [[name, date]],
  dataAway: [[date]],
  dataCovers: [[date]],
  dataLast: [[date]],
  refusals: {
    'day-unread': [one],
    'day-passed': [one],
    'day-too-far': [one],
    'cover-unknown': [one],
    'cover-self': [one],
    'cover-gone': [one],
  },
};
