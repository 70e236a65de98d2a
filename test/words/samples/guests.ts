import type { guestWords } from '../../../src/words/en/guests.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, name, own } from './worst.ts';

export const guestSamples: SamplesOf<typeof guestWords> = {
  invited: [[name, own]],
  link: [[name]],
  newLink: [[name]],
  giveIt: [[name]],
  worksUntil: [[day]],
  summary: [[name]],
  ended: [[name]],
  endedStays: [[name, own]],
  list: [[own]],
  nobody: [[own]],
  listWorks: [[name, day]],
  listOver: [[name]],
  listEnded: [[name]],
  noSuchGuest: [[name]],
  nameTaken: [[name]],
  several: [[name]],
  listLabel: [[name]],
  sheetQuestion: [[own]],
  sheetDigest: [[own]],
  paperAnswer: [[own]],
};
