import type { sponsorWords } from '../../../src/words/en/sponsor.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, many, name, own, shortDay } from './worst.ts';

export const sponsorSamples: SamplesOf<typeof sponsorWords> = {
  title: [[own, own]],
  postedTitle: [[own]],
  span: [[day, day]],
  heard: [[shortDay, many, many]],
  made: [[0], [1], [many]],
  item: [[many, `${own}.`]],
  by: [[shortDay]],
  ask: [[many, `${own}.`, many]],
  answer: [
    ['part', many, `${own}.`],
    ['yes', 0, null],
  ],
  adds: [[name]],
  showFirst: [[name]],
  sawFirst: [[name]],
  remind: [[name]],
  added: [[name]],
  sheet: [[own]],
  isSponsor: [[own]],
  sponsorSaved: [[own]],
  refusals: {
    'no-sponsor': [[]],
    'note-coordinators-only': [[]],
    'nothing-to-note': [[]],
    'no-note': [[]],
    'note-posted': [[]],
    'addition-needed': [[]],
    'addition-too-long': [[]],
  },
};
