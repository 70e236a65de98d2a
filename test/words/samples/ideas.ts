import type { ideaWords } from '../../../src/words/en/ideas.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own } from './worst.ts';

export const ideaSamples: SamplesOf<typeof ideaWords> = {
  title: [[own]],
  line: [[many, `${own}.`]],
  taken: [[many, `${own}.`, many]],
  saved: [[many]],
  takeUpNumber: [[many]],
  form: { promiseIntro: [[many]] },
  takeUpByTyping: [[many]],
  refusals: {
    'idea-needed': [[]],
    'idea-too-long': [[]],
    'no-such-idea': [[]],
    'idea-taken-up': [[many]],
  },
};
