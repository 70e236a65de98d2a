import type { Refusal } from '../domain/refusal.ts';
import type { Weekday } from '../domain/time.ts';
import { dayName, joinNames, time12 } from '../words/dates.ts';
import { peopleWords } from '../words/en/people.ts';
import { settingsWords } from '../words/en/settings.ts';

const words = settingsWords.refusals;

/** One sentence or two: why a set-up or a setting was not saved, and what to do. Forms show it beside the field. */
export function settingRefusal({ refused, details }: Refusal): string {
  const said = (key: string) => String(details[key] ?? '');
  switch (refused) {
    case 'huddle-full':
      return peopleWords.refusals['huddle-full']('', Number(details['most']), Number(details['would']));
    case 'huddle-exists':
      return words['huddle-exists'](said('huddle'));
    case 'too-long':
      return words['too-long'](said('longest'), said('is'));
    case 'no-such-zone':
      return words['no-such-zone'](said('zone'));
    case 'digest-is-quiet':
    case 'time-is-quiet':
      return words[refused](time12(said('time')), time12(said('from')), time12(said('to')));
    case 'too-many-groups':
    case 'weeks-out-of-range':
      return words[refused](said('most'));
    case 'group-exists':
    case 'no-such-group':
    case 'group-in-use':
      return words[refused](said('group'));
    case 'too-many-days':
      return words['too-many-days'](keptDays(details['keep']));
    default:
      return plainSentence(refused);
  }
}

function plainSentence(code: string): string {
  switch (code) {
    case 'needs-words':
    case 'needs-using-group':
    case 'needs-side':
    case 'no-days':
    case 'no-time':
    case 'two-times':
    case 'not-weekly':
    case 'when-unread':
    case 'digest-unread':
    case 'quiet-unread':
    case 'lines-unread':
    case 'listening-unread':
    case 'holidays-unread':
    case 'together-unread':
    case 'sides-unread':
    case 'load-unread':
    case 'swap-unread':
    case 'switch-unread':
    case 'invite-unread':
    case 'baseline-unread':
    case 'rename-unread':
      return words[code]();
    default:
      throw new Error(`a refusal without a sentence: ${code}`);
  }
}

/** The days as ISO numbers in text. */
function keptDays(keep: Refusal['details'][string] | undefined): string {
  const days = Array.isArray(keep) ? keep : [];
  return joinNames(days.map((day) => dayName(Number(day) as Weekday)));
}
