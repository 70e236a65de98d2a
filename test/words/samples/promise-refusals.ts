import type { promiseRefusals } from '../../../src/words/en/promise-refusals.ts';
import type { SamplesOf } from '../rendered.ts';
import { name, day, many } from './worst.ts';

export const promiseRefusalsSamples: SamplesOf<typeof promiseRefusals> = {
  whatItIs: [
    [many, 'offered', many],
    [many, 'declined', many],
    [many, 'open', many],
    [many, 'claimed', many],
    [many, 'kept', many],
    [many, 'could-not', many],
    [many, 'changed', many],
    [many, 'dropped', many],
    [many, 'not-kept', many],
    [many, 'undone', many],
  ],
  whatTooLong: [[many]],
  dateNeeded: [[day]],
  datePassed: [[day]],
  whoIsThat: [[name]],
  noSuchPromise: [[many]],
  notTheOwner: [[many]],
  notAskedOfYou: [[many]],
  ownPromise: [[many]],
  claimWaits: [[many]],
  offerWaits: [[many]],
  suggestionWaits: [[many]],
  pickUpWaits: [[many]],
  alreadyYes: [[many]],
  changeNeeded: [[many]],
  notLooking: [[many]],
  alreadyOwner: [[many]],
  cannotUndo: [[many]],
  cannotCorrect: [[many]],
  whichNumber: [[['11', '12', '13']]],
};
