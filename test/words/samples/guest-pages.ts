import type { guestPageWords } from '../../../src/words/en/guest-pages.ts';
import type { SamplesOf } from '../rendered.ts';
import { instant, name, own, zone } from './worst.ts';

export const guestPageSamples: SamplesOf<typeof guestPageWords> = {
  hello: [[name]],
  typingFor: [[name]],
  onlyYou: [[own]],
  tooLong: [[4_000]],
  noteOf: [[instant, zone]],
  worksUntil: [[instant, zone]],
  cardTitle: [[name, own]],
  cardLost: [[own]],
};
