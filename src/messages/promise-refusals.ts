import type { CommitmentStatus, Need, PromiseRefusalCode } from '../domain/commitment.ts';
import type { Side } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { dayAndDate } from '../words/dates.ts';
import { promiseRefusals } from '../words/en/promise-refusals.ts';
import { promiseWords } from '../words/en/promises.ts';

/** The sentence for a no of the rules of promises, and what to do next. */
export function promiseRefusal({ refused, details }: Refusal<PromiseRefusalCode>): string {
  const number = Number(details['number'] ?? 0);
  switch (refused) {
    case 'need-side':
      return promiseWords.needYes([details['side'] as Side], details['side'] as Side);
    case 'need-other-side':
      return promiseWords.needNotSide(details['side'] as Side);
    case 'yes-from-others':
      return promiseWords.needYes(details['needs'] as readonly Need[], details['beside'] as Side);
    case 'nothing-waits':
    case 'not-open':
      return promiseRefusals.whatItIs(number, details['status'] as CommitmentStatus['status'], Number(details['into']));
    case 'date-needed':
      return promiseRefusals.dateNeeded(day(details['suggested']));
    case 'date-passed':
      return promiseRefusals.datePassed(day(details['due']));
    case 'what-too-long':
      return promiseRefusals.whatTooLong(Number(details['most']));
    case 'which-number':
      return promiseRefusals.whichNumber(details['numbers'] as readonly string[]);
    default:
      return plain(refused, number);
  }
}

type Plain = Exclude<
  PromiseRefusalCode,
  | 'need-side'
  | 'need-other-side'
  | 'yes-from-others'
  | 'nothing-waits'
  | 'not-open'
  | 'date-needed'
  | 'date-passed'
  | 'what-too-long'
  | 'which-number'
>;

function plain(refused: Plain, number: number): string {
  switch (refused) {
    case 'not-a-member':
      return promiseRefusals.notAMember;
    case 'what-needed':
      return promiseRefusals.whatNeeded;
    case 'too-many-owners':
      return promiseRefusals.tooManyOwners;
    case 'owner-not-here':
      return promiseRefusals.ownerNotHere;
    case 'no-such-promise':
      return promiseRefusals.noSuchPromise(number);
    case 'nothing-waits-for-you':
      return promiseRefusals.nothingWaits;
    case 'none-of-yours':
      return promiseRefusals.nothingOfYours;
    case 'not-the-owner':
      return promiseRefusals.notTheOwner(number);
    case 'not-asked-of-you':
      return promiseRefusals.notAskedOfYou(number);
    case 'own-promise':
      return promiseRefusals.ownPromise(number);
    case 'claim-waits':
      return promiseRefusals.claimWaits(number);
    case 'offer-waits':
      return promiseRefusals.offerWaits(number);
    case 'suggestion-waits':
      return promiseRefusals.suggestionWaits(number);
    case 'pick-up-waits':
      return promiseRefusals.pickUpWaits(number);
    case 'already-yes':
      return promiseRefusals.alreadyYes(number);
    case 'reason-needed':
      return promiseRefusals.reasonNeeded;
    case 'change-needed':
      return promiseRefusals.changeNeeded(number);
    case 'not-looking':
      return promiseRefusals.notLooking(number);
    case 'already-owner':
      return promiseRefusals.alreadyOwner(number);
    case 'cannot-undo':
      return promiseRefusals.cannotUndo(number);
    case 'cannot-correct':
      return promiseRefusals.cannotCorrect(number);
  }
}

function day(date: Refusal['details'][string] | undefined): string {
  return typeof date === 'string' ? dayAndDate(date) : '';
}
