import type { webWords } from '../../../src/words/en/web.ts';
import type { SamplesOf } from '../rendered.ts';
import { instant, many, name, own, zone } from './worst.ts';

export const webSamples: SamplesOf<typeof webWords> = {
  youAre: [[name]],
  be: [[name]],
  trySteps: [[own, own]],
  itIsNow: [[instant, zone]],
  at: [[instant, zone]],
  roomTitle: [[own]],
  replies: [[0], [1], [many]],
  toMessageOf: [[name, instant, zone]],
  ownMessage: [[instant, zone]],
  howItDraws: [[own]],
  drawing: [[own]],
  tooManyLetters: [[3000]],
  tooManyPeople: [[1], [many]],
  status: {
    moved: [[instant, zone]],
    again: [[instant, zone]],
    sent: [[]],
    changed: [[]],
    'taken-back': [[]],
    backwards: [[]],
    'no-date': [[]],
    'too-far': [[]],
  },
};
