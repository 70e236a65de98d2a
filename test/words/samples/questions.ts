import type { questionWords } from '../../../src/words/en/questions.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own } from './worst.ts';

export const questionSamples: SamplesOf<typeof questionWords> = {
  swaps: [['26, 27']],
  title: [[own]],
  line: [[many, `${own}.`]],
  fromMember: [[many, `${own}.`]],
  added: [[many]],
  reworded: [[many]],
  vetoed: [[many]],
  howToAllow: [[many]],
  allowed: [[many]],
  stillOut: [[many]],
  change: [[many]],
  veto: [[many]],
  spokenVeto: [[many]],
  allow: [[many]],
  typeToChange: [[many]],
  refusals: {
    'question-empty': [[]],
    'question-too-long': [[]],
    'question-full': [[]],
    'question-known': [[]],
    'no-such-question': [[]],
    'question-not-yours': [[]],
    'question-not-vetoed': [[many]],
    'veto-not-yours': [[]],
  },
};
