import { roundWords } from '../../../src/words/en/rounds.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, own, dayAndTime, many } from './worst.ts';

export const roundSamples: SamplesOf<typeof roundWords> = {
  howLongKept: [['90', '30']],
  whyWeAsk: Object.values(roundWords.why).map((why) => [why]),
  held: [[dayAndTime]],
  openUntil: [[dayAndTime]],
  heardFrom: [
    [many, many],
    [0, 1],
  ],
  goesInto: [[dayAndTime]],
  lateFrom: [[name]],
  waits: [[dayAndTime]],
  seenBy: {
    coordinators: [
      [[name, name], own],
      [[name], own],
    ],
  },
  saveAs: {
    coordinators: [[`${name} and ${name}`]],
  },
  seenByCoordinators: [[`${name} and ${name}`]],
  canChange: [[dayAndTime]],
  laterOn: [[dayAndTime]],
  longerThanKept: [['3000']],
  askedAt: [[dayAndTime]],
  answersTitle: [[own]],
  answersFor: [[`${name} and ${name}`]],
  refusals: {
    'own-answer-stays': [[]],
    'question-empty': [[]],
    'question-too-long': [['3,000']],
    'only-private': [[]],
    'no-such-prompt': [[]],
    'swaps-off': [[]],
    'prompt-ruled-out': [[]],
    'prompt-not-sent': [[]],
    'one-a-day': [['2027-09-22']],
    'three-a-week': [[]],
    'round-not-open': [[]],
    'round-closed': [[]],
    paused: [[]],
    'not-joined': [[]],
    'answer-empty': [[]],
    'answer-too-long': [['3,000']],
    'option-needed': [[]],
    'seen-by-needed': [[]],
    'answered-already': [[]],
    'later-used': [[]],
    'too-late-for-later': [[]],
  },
};
