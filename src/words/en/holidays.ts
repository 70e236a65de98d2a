import type { Region } from '../../domain/holidays.ts';

/** Bank holidays: where, and what becomes of a question that falls on one. */
export const holidayWords = {
  label: 'Bank holidays',
  places: {
    england: 'England',
    scotland: 'Scotland',
    wales: 'Wales',
    'northern-ireland': 'Northern Ireland',
  } satisfies Record<Region, string>,
  none: 'none',
  noneLabel: 'I do not look at them',
  thenIs: {
    move: (place: string) => `as in ${place}, and the question waits for the next working day`,
    skip: (place: string) => `as in ${place}, and there is no question on such a day`,
  },
  moved: (day: string, to: string) => `${day} is a bank holiday, so it comes on ${to}.`,
  skipped: (day: string) => `${day} is a bank holiday, so there is no question then.`,
  saved: {
    move: (place: string) => `Saved. I go by ${place}. On a bank holiday, the question waits for the next working day.`,
    skip: (place: string) => `Saved. I go by ${place}. There is no question on a bank holiday.`,
  },
  savedNone: 'Saved. I do not look at bank holidays any more.',
  ask: 'Which bank holidays shall I go by?',
  setupAsk: 'Which bank holidays do you have?',
  setupHint: 'No question comes on one. It waits for the next working day.',
  thenAsk: 'And on such a day?',
  thenLabels: {
    move: 'The question waits for the next working day',
    skip: 'There is no question',
  },
} as const;
