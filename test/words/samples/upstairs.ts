import type { upstairsWords } from '../../../src/words/en/upstairs.ts';
import type { SamplesOf } from '../rendered.ts';
import { many, own, shortDay } from './worst.ts';

const says = 'yes, in part';

export const upstairsSamples: SamplesOf<typeof upstairsWords> = {
  asked: [[many, `${own}.`]],
  waiting: [[0], [1], [many]],
  askedOn: [[shortDay]],
  answered: [
    [says, shortDay, 0],
    [says, shortDay, many],
  ],
  hasAnswer: [[many, says]],
  weAsked: [[`${own}.`]],
  takenBack: [[many]],
  before: [[shortDay]],
  answerBefore: [[shortDay, says]],
  title: [[own]],
  sponsor: [[own]],
  line: [[many, `${own}.`]],
  lineAnswered: [
    [says, shortDay, null],
    [says, shortDay, `${own}.`],
  ],
  saved: [[many]],
  mended: [[many]],
  noted: [[many]],
  back: [[many]],
  labels: { show: [[many]], spoken: [['Put it in other words', many]] },
  answerByTyping: [[many]],
  mendByTyping: [[many]],
  refusals: {
    'ask-needed': [[]],
    'ask-too-long': [[]],
    'no-such-ask': [[]],
    'ask-coordinators-only': [[many]],
    'ask-reason-needed': [[]],
    'ask-part-needed': [[]],
    'ask-answer-too-long': [[]],
    'ask-not-yours': [[many]],
    'ask-not-yours-to-take-back': [[many]],
    'ask-answered': [[many]],
    'ask-taken-back': [[many]],
    'ask-as-it-is': [[]],
  },
};
