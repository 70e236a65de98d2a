import type { digestReplyWords } from '../../../src/words/en/digest-replies.ts';
import type { SamplesOf } from '../rendered.ts';
import { dayAndTime, name } from './worst.ts';

export const digestReplySamples: SamplesOf<typeof digestReplyWords> = {
  comesOn: [[dayAndTime]],
  postedAlready: [[dayAndTime]],
  tooSoon: [[dayAndTime]],
  wrong: [[`${name} and ${name}`]],
};
