import type { agreementWords } from '../../../src/words/en/agreement.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, many, own } from './worst.ts';

export const agreementSamples: SamplesOf<typeof agreementWords> = {
  title: [[own]],
  part: [[4, 4]],
  toFill: [['suggest purpose: a day room that works for all of us']],
  onDate: [[day]],
  agreedOn: [[many, day]],
  notAgreed: [['People who use the service, and carers']],
  signed: [['People who use the service, and carers', day]],
  changedSince: [[day]],
  edition: [[many, day]],
  rule: [[own, own]],
  ruleUnknown: [[own]],
};
