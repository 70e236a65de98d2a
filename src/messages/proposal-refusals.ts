import type { Refusal } from '../domain/refusal.ts';
import { proposalWords } from '../words/en/proposals.ts';
import { settingRefusal } from './settings-refusals.ts';

const words = proposalWords.refusals;

/** The sentence for a no of the rules of suggested changes, and what to do next. */
export function proposalRefusal({ refused, details }: Refusal): string {
  const number = Number(details['number'] ?? 0);
  switch (refused) {
    case 'times':
      return timesRefusal(details);
    case 'is-over':
      return over(number, String(details['status']), Number(details['into']));
    case 'words-too-long':
      return words['words-too-long'](Number(details['most']));
    case 'role-unread':
      return words.roleUnread();
    case 'one-waits':
    case 'no-such-number':
    case 'already-yes':
    case 'reason-needed':
    case 'not-yours':
    case 'holds-already':
    case 'other-kind':
    case 'report-stays':
      return words[refused](number);
    case 'not-a-member':
    case 'coordinators-only':
    case 'words-needed':
    case 'as-it-is':
    case 'same-words':
    case 'role-gone':
    case 'role-there':
    case 'person-gone':
    case 'holds-it':
      return words[refused]();
    default:
      throw new Error(`a refusal without a sentence: ${refused}`);
  }
}

/** Times are refused as they are in the settings: which days to keep, or what could not be read. */
function timesRefusal(details: Refusal['details']): string {
  const { code } = details;
  return typeof code === 'string' ? settingRefusal({ refused: code, details }) : words.times();
}

function over(number: number, status: string, into: number): string {
  switch (status) {
    case 'agreed':
    case 'withdrawn':
    case 'timed-out':
      return words[status](number);
    default:
      return words.amended(number, into);
  }
}
