import type { checkerWords } from '../../../src/words/en/checkers.ts';
import type { SamplesOf } from '../rendered.ts';
import { dayAndTime, many, name, own } from './worst.ts';

const numbers = '28, 29 and 30';

export const checkerSamples: SamplesOf<typeof checkerWords> = {
  title: [[own]],
  willing: [[name]],
  asked: [[name]],
  asks: [[own]],
  draft: [[own, dayAndTime]],
  draftSummary: [[own]],
  mended: { hide: [[many]], show: [[many]], talk: [[many]] },
  refusals: {
    'checkers-two': [[]],
    'checkers-unknown': [[]],
    'checkers-sides': [[]],
    'not-asked-to-check': [[]],
    'no-draft': [[]],
    'draft-not-yours': [[]],
    'not-in-draft': [[many]],
    'could-not-stays': [[]],
  },
  checkedBy: [[`${name} and ${name}`]],
  moved: [[numbers]],
  hidden: [[numbers]],
  added: [[numbers]],
  proofHidden: [[many]],
  proofHiddenOfClaim: [[many]],
};
