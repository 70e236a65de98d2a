import type { safetyWords } from '../../../src/words/en/safety.ts';
import type { ownNumbers, worryWords } from '../../../src/words/en/worry.ts';
import type { SamplesOf } from '../rendered.ts';
import { day, dayAndTime, name, own } from './worst.ts';

export const worrySamples: SamplesOf<typeof worryWords> = {
  leadReads: [[own]],
  near: [[own]],
  someoneElseTell: [[own]],
  worriedOwn: [[own]],
  worriedTellWho: [[own]],
};

export const ownNumberSamples: SamplesOf<typeof ownNumbers> = {
  life: [[own]],
  'mental-health': [[own]],
  talk: [[own]],
};

export const safetySamples: SamplesOf<typeof safetyWords> = {
  title: [[own]],
  checkedOn: [[day]],
  checkAgain: [[day]],
  leadAsked: [[name]],
  leadReady: [[name, own]],
  leadOn: [[name, own]],
  savedContact: [[own]],
  savedLocal: [[own]],
  savedChecked: [[day, day]],
  savedLead: [[name]],
  leadAsks: [[own]],
  leadHours: [[own]],
  answeredYes: [[name]],
  tellsNow: [[name]],
  tellsHours: [[own]],
  noticeTells: [[name, own]],
  toldWho: [[name, own]],
  toldWhen: [[dayAndTime]],
  lapsed: [[own, day]],
  lapsedNever: [[own]],
  refusals: {
    'needs-words': [[]],
    'too-long': [['120', '300']],
    'day-to-come': [[]],
    'needs-hours': [[]],
    'lead-unknown': [[]],
    'no-lead': [[]],
    'lead-has-not-said-yes': [[]],
    'not-asked-to-lead': [[]],
    'number-unread': [[]],
    'day-unread': [[]],
  },
};
