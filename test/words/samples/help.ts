import type { helpWords } from '../../../src/words/en/help.ts';
import type { SamplesOf } from '../rendered.ts';
import { own, question, shortDay, dayAndTime, many } from './worst.ts';

const promise = `${many}, ${own} (by ${shortDay})`;

export const helpSamples: SamplesOf<typeof helpWords> = {
  // The second gap is a sentence of the commands family, which is read by itself.
  home: [[own]],
  waiting: [['1 thing'], [`${many} things`]],
  question: [[question, dayAndTime]],
  answered: [[question, dayAndTime]],
  answeredFor: [[question, dayAndTime]],
  nextQuestion: [[dayAndTime]],
  yours: [[[]], [[promise]]],
  yourPromise: [[many, own, shortDay]],
  notInHuddle: [[own]],
};
