import type { CommitmentStatus, Need, PromiseRefusalCode } from '../domain/commitment.ts';
import type { Side } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { dayAndDate } from '../words/dates.ts';
import { promiseRefusals } from '../words/en/promise-refusals.ts';
import { promiseWords } from '../words/en/promises.ts';

/** What a sentence is made from: the promise's number, 0 where none is meant, and the details of the refusal. */
interface No {
  readonly number: number;
  readonly details: Refusal['details'];
}

const sentences: Readonly<Record<PromiseRefusalCode, (no: No) => string>> = {
  'not-a-member': () => promiseRefusals.notAMember,
  'what-needed': () => promiseRefusals.whatNeeded,
  'what-too-long': ({ details }) => promiseRefusals.whatTooLong(Number(details['most'])),
  'date-needed': ({ details }) => promiseRefusals.dateNeeded(day(details['suggested'])),
  'date-too-far': () => promiseRefusals.dateTooFar,
  'date-passed': ({ details }) => promiseRefusals.datePassed(day(details['due'])),
  'too-many-owners': () => promiseRefusals.tooManyOwners,
  'owner-not-here': () => promiseRefusals.ownerNotHere,
  'no-such-promise': ({ number }) => promiseRefusals.noSuchPromise(number),
  'which-number': ({ details }) => promiseRefusals.whichNumber(details['numbers'] as readonly string[]),
  'nothing-waits-for-you': () => promiseRefusals.nothingWaits,
  'none-of-yours': () => promiseRefusals.nothingOfYours,
  'not-the-owner': ({ number }) => promiseRefusals.notTheOwner(number),
  'nothing-waits': whatItIs,
  'not-asked-of-you': ({ number }) => promiseRefusals.notAskedOfYou(number),
  'own-promise': ({ number }) => promiseRefusals.ownPromise(number),
  'need-side': ({ details }) => promiseWords.needYes([details['side'] as Side], details['side'] as Side),
  'need-other-side': ({ details }) => promiseWords.needNotSide(details['side'] as Side),
  'not-open': whatItIs,
  'claim-waits': ({ number }) => promiseRefusals.claimWaits(number),
  'offer-waits': ({ number }) => promiseRefusals.offerWaits(number),
  'suggestion-waits': ({ number }) => promiseRefusals.suggestionWaits(number),
  'pick-up-waits': ({ number }) => promiseRefusals.pickUpWaits(number),
  'already-yes': ({ number }) => promiseRefusals.alreadyYes(number),
  'yes-from-others': ({ details }) =>
    promiseWords.needYes(details['needs'] as readonly Need[], details['beside'] as Side),
  'reason-needed': ({ details }) =>
    details['of'] === 'no' ? promiseRefusals.reasonNeededForNo : promiseRefusals.reasonNeeded,
  'change-needed': ({ number }) => promiseRefusals.changeNeeded(number),
  'not-looking': ({ number }) => promiseRefusals.notLooking(number),
  'already-owner': ({ number }) => promiseRefusals.alreadyOwner(number),
  'cannot-undo': ({ number }) => promiseRefusals.cannotUndo(number),
  'cannot-correct': ({ number }) => promiseRefusals.cannotCorrect(number),
};

/** The sentence for a no of the rules of promises, and what to do next. */
export function promiseRefusal({ refused, details }: Refusal<PromiseRefusalCode>): string {
  return sentences[refused]({ number: Number(details['number'] ?? 0), details });
}

function whatItIs({ number, details }: No): string {
  return promiseRefusals.whatItIs(number, details['status'] as CommitmentStatus['status'], Number(details['into']));
}

function day(date: Refusal['details'][string] | undefined): string {
  return typeof date === 'string' ? dayAndDate(date) : '';
}
