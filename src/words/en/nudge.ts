import type { LocalDate } from '../../domain/time.ts';
import { shortDate } from '../dates.ts';

/** The tip to everyone after two weeks that were not level. It never says who had more, or less. */
export const nudgeWords = {
  title: 'A tip for us all',
  notLevel: 'For 2 weeks, our turns were not level. That can be chance.',
  goRound: 'Try going round each person when we meet. You can pass. Being quiet is fine.',
  choices:
    'Show together: the next answers wait, and we show them all at once. Swap lead: I ask if someone else would lead the next meeting. Not now: no tip like this for 4 weeks.',
  showTogether: 'Show together',
  swapLead: 'Swap lead',
  notNow: 'Not now',
  chosen: {
    'show-together': 'We chose: the next answers wait, and we show them all at once.',
    'swap-lead':
      'An idea for the next meeting: someone from another group leads it. Would you like to? Say so, or type: take lead.',
    'not-now': 'We chose: not now.',
  },
  savedTogether: 'Saved. The next answers wait, and I show them all at once.',
  savedSwap: 'Saved. I have told whoever leads, in private. Everyone can see the idea. I named no one.',
  savedSwapFree: 'Saved. No one leads now, so I have put it to everyone.',
  savedNotNow: (until: LocalDate) => `Saved. No tip like this before ${shortDate(until)}.`,
  how: 'To choose, type: nudge show together, nudge swap lead, or nudge not now.',
  toLead: (huddle: string) => `An idea came up in ${huddle}: someone from another group could lead the next meeting.`,
  toLeadNoFault: 'No one said that you do it badly. It lets more people try it. No one else can see this note.',
  toLeadHow: 'You could ask who would like to. To pass the role on for good, type: hand lead to Dev.',
  seeRoles: 'See the roles',
  refusals: {
    'no-nudge': () => 'There is no tip to answer just now. Nothing has changed.',
    'nudge-is-old': () => 'That tip is from an earlier week. Nothing has changed.',
    'nudge-chosen-already': () => 'Someone has chosen that already. Nothing more has changed.',
    'together-already': () => 'Answers wait and are shown all at once already. Nothing has changed.',
  },
} as const;
