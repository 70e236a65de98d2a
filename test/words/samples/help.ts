import type { helpWords } from '../../../src/words/en/help.ts';
import type { SamplesOf } from '../rendered.ts';
import { own, question, shortDay, dayAndTime, many } from './worst.ts';

const promise = `${many}, ${own} (by ${shortDay})`;

export const helpSamples: SamplesOf<typeof helpWords> = {
  // The second gap is a sentence of the commands family, which is read by itself.
  home: [[own]],
  waiting: [['1 thing'], [`${many} things`]],
  question: [['A role-swap question', question, dayAndTime]],
  answered: [['A role-swap question', question, dayAndTime]],
  answeredFor: [['A role-swap question', question, dayAndTime]],
  nextQuestion: [[dayAndTime]],
  yours: [[[]], [[promise]]],
  yourPromise: [[many, own, shortDay]],
  notInHuddle: [[own]],
};
