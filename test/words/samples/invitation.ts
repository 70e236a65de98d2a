import type { invitationWords } from '../../../src/words/en/invitation.ts';
import type { SamplesOf } from '../rendered.ts';
import { own, question } from './worst.ts';

export const invitationSamples: SamplesOf<typeof invitationWords> = {
  quiet: [[own]],
  question: [[question]],
  summary: [[own]],
  notInHuddle: [[own]],
};
