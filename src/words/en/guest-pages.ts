import type { Instant, Zone } from '../../domain/time.ts';
import { localDate } from '../../domain/time.ts';
import { dayAndDate, dayAndTime } from '../dates.ts';

/** Why a page for guests cannot be shown, or why an act was not taken. */
export type GuestProblemCode =
  'closed' | 'no-link' | 'not-found' | 'too-long' | 'not-from-here' | 'old-page' | 'broken';

/** The labels of the pages for people without an account. What WeSaid says on them is not here. */
export const guestPageWords = {
  product: 'WeSaid',
  skip: 'Skip to the main part',
  menu: 'Menu',
  menuStart: 'Start',
  menuQuestion: 'The question',
  menuDigest: 'We said, we did',
  menuNotes: 'Notes to you',
  menuSettings: 'My settings',
  menuHelp: 'Help',

  landingTitle: 'A personal link',
  landingOne: 'This link is for one person alone. If it was not given to you, please close this page.',
  landingAsk: 'Who is at the keys?',
  landingSelf: 'It is me. Open my page',
  landingSupporter: 'I type for someone',
  landingSupporterMeans:
    'If you type for someone, put down what they say and not what you think. I mark the answer for them. They can change it.',
  landingHours: 'This page then stays open on this device for a day. To close it sooner, press Finish.',

  hello: (name: string) => `Hello ${name}`,
  typingFor: (name: string) => `You type for ${name}. Your answers are marked as typed by a supporter.`,
  onlyYou: (huddle: string) => `This is your own page in ${huddle}. No one else sees it.`,
  waits: 'What waits for you',
  nextStep: 'One more thing to pick',
  newNotes: 'The newest notes to you',
  allNotes: 'All notes to you',
  toTheQuestion: 'See the whole question',

  box: 'Type to WeSaid',
  boxHint: 'Use plain words, such as: we will paint the day room by next Friday. Only you see the reply.',
  send: 'Send',
  tooLong: (most: number) => `Please make this shorter. It can have ${String(most)} letters at most.`,

  questionTitle: 'The question',
  noQuestion: 'No question is open for you just now.',
  digestTitle: 'We said, we did',
  noDigest: 'There is nothing to show yet. The first one comes here when it is out.',
  digestMore: 'More about it',
  notesTitle: 'Notes to you',
  noNotes: 'There are no notes to you.',
  newestFirst: 'The newest is on top.',
  newer: 'Newer notes',
  older: 'Older notes',
  noteOf: (at: Instant, zone: Zone) => `Note of ${dayAndTime(at, zone)}`,
  settingsTitle: 'My settings',
  helpTitle: 'What you can type and do',

  replyTitle: 'WeSaid says',
  back: 'Back to my page',
  sent: 'Sent.',
  worksUntil: (endsAt: Instant, zone: Zone) => `Your link works until ${dayAndDate(localDate(endsAt, zone))}.`,
  finish: 'Finish',
  finishMeans: 'This closes your page on this device. To come back, open your link.',
  finishedTitle: 'Your page is closed',
  finished: 'To come back, open your link.',
  notWatched: 'No one watches this page. If life is at risk, call 999. For mental health help, call 111.',

  typedTitle: 'What was typed',
  typedKept: 'I have not kept this. You can copy it from here:',

  cardTitle: (name: string, huddle: string) => `${name}: your own page in ${huddle}`,
  cardHow: 'Point the camera of a phone at this square, or type the address below it.',
  cardCode: 'A square code. It holds the address that is written below it.',
  cardFor: 'It is for you alone. Whoever opens it can read your page and answer as you.',
  cardLost: (huddle: string) => `Lost it? Tell someone who runs ${huddle}. They can end it and give you a new one.`,
  howToPrint: 'To print this page, press Ctrl and P. On a phone, use Share, then Print.',

  problems: {
    closed: [
      'Please open your link again',
      'Your page is closed on this device. Open your link again to come back. If it does not work, ask for a new one.',
    ],
    'no-link': [
      'This link does not open anything',
      'It may be old, or not whole. Please ask the person who gave it to you for a new one.',
    ],
    'not-found': ['This page is not here', 'Please go back to your page.'],
    'too-long': ['That is too long', 'Nothing was saved. Press Back in your browser and make it shorter.'],
    'not-from-here': [
      'That did not come from this page',
      'To keep you safe, nothing was done. Please go to your page.',
    ],
    'old-page': ['This page is an old one', 'Nothing was done. Please go to your page and try again.'],
    broken: ['Something went wrong', 'It is not your fault. Please go to your page and try again.'],
  } satisfies Record<GuestProblemCode, readonly [string, string]>,
} as const;
