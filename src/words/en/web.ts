import type { Instant, Zone } from '../../domain/time.ts';
import { localDate } from '../../domain/time.ts';
import { count, dayAndTime } from '../dates.ts';

/** Why a page cannot be shown, or why an act was not taken. */
export type ProblemCode =
  | 'not-found'
  | 'no-such-method'
  | 'too-long'
  | 'not-from-here'
  | 'wrong-address'
  | 'not-ready'
  | 'old-page'
  | 'no-room'
  | 'broken';

/** What a page says at its top after an act. */
export type StatusCode = 'moved' | 'again' | 'sent' | 'changed' | 'taken-back' | 'backwards' | 'no-date' | 'too-far';

/** The labels of the web room's own pages. What WeSaid says in the room is not here. */
export const webWords = {
  product: 'WeSaid',
  rehearsal: 'This is a rehearsal',
  rehearsalMeans: 'The people are made up, and nothing leaves this computer.',
  skip: 'Skip to the main part',
  menu: 'Menu',
  menuRoom: 'The room',
  menuPrivate: 'Private notes',
  menuHelp: 'Help',
  youAre: (name: string) => `You are ${name}.`,
  beSomeoneElse: 'Be someone else',

  chooseTitle: 'Who do you want to be?',
  chooseIntro: 'Pick one of these people. You can be someone else at any time.',
  chooseTabs: 'Open 2 tabs, and you can be 2 people at once.',
  be: (name: string) => `Be ${name}`,
  nobodyHere: 'There is nobody to be just now.',

  tryTitle: 'New here? Try this',
  trySteps: (question: string, digest: string): readonly string[] => [
    `Press ${question}. Time moves on, and a question comes into the room.`,
    'Answer it with the buttons under it. You can be someone else, and answer again.',
    'Make a promise. Type: we will paint the day room by next Friday.',
    `Press ${digest}. It tells of last week's talk, and of each promise up to now.`,
  ],

  clockTitle: 'The clock',
  itIsNow: (at: Instant, zone: Zone) => `${dayAndTime(at, zone)}, ${localDate(at, zone).slice(0, 4)}`,
  nextQuestion: 'Next question',
  nextDigest: 'Next digest',
  oneDayOn: 'One day on',
  at: (at: Instant, zone: Zone) => dayAndTime(at, zone),
  noQuestion: 'No question is planned yet.',
  goToDate: 'Go to a date',
  date: 'Date',
  dateHint: 'The clock stops at midday. It only goes forward.',
  go: 'Go to this date',
  startAgain: 'Start again',
  startAgainMeans: 'This takes away all that was said in this room. The clock goes back to today.',
  startWith: { willow: 'Start again with Willow at work', nobody: 'Start again with an empty room' },
  actAs: 'Act as someone else',

  roomTitle: (channel: string) => channel.charAt(0).toUpperCase() + channel.slice(1),
  messages: 'Messages',
  newestFirst: 'The newest is on top.',
  noMessages: 'Nothing has been said here yet.',
  newer: 'Newer messages',
  older: 'Older messages',
  news: 'There is something new.',
  showNews: 'Show it',

  typeToBot: 'Type to WeSaid',
  typeToBotHint:
    'Only you see the reply. Type help, or: we will paint the day room by next Friday. Send it empty to see what waits for you.',
  send: 'Send',

  privateTitle: 'Private notes to you',
  privateIntro: 'Only you can see this page.',
  writePrivate: 'Write to WeSaid in private',
  writePrivateHint: 'Nobody else in the room sees it.',

  threadTitle: 'A thread',
  threadHeading: 'The thread',
  backToRoom: 'Back to the room',
  reply: 'Reply in this thread',
  replyHint: 'All in this room see your reply, with your name.',
  replies: (many: number) => (many === 0 ? 'Reply' : count(many, 'reply', 'replies')),
  toMessageOf: (name: string, at: Instant, zone: Zone) => `to ${name}, ${dayAndTime(at, zone)}`,

  onlyYou: 'Only you can see this',
  change: 'Change',
  takeBack: 'Take it back',
  ownMessage: (at: Instant, zone: Zone) => `your message of ${dayAndTime(at, zone)}`,
  changeTitle: 'Change what you wrote',
  yourMessage: 'Your message',
  save: 'Save',
  cancel: 'Cancel',

  howOthersDraw: 'How Slack and Teams draw it',
  howItDraws: (platform: string) => `In ${platform}`,
  inThisRoom: 'In this room',
  noPreview: 'There is no drawing of this message.',
  onlyDrawings: 'These are drawings. Their buttons do nothing here.',
  drawing: (platform: string) => `This message as ${platform} will draw it`,

  canStayEmpty: 'You can leave this empty.',
  noneOfThese: 'Leave this empty',
  formWrong: 'Something needs a second look',
  needsAnswer: 'Please fill this in.',
  pickOne: 'Please pick one.',
  tooManyLetters: (most: number) => `Please make this shorter. It can have ${String(most)} letters at most.`,
  tooManyPeople: (most: number) => `Please pick ${count(most, 'person', 'people')} at most.`,
  typeFirst: 'Please type something first.',
  formGoneTitle: 'This form was open for too long',
  formGone: 'Something in it needs a second look, and it cannot be shown again. Please open it again from the room.',
  formGoneTyped: 'This is what was typed, so that you can copy it:',

  status: {
    moved: (at: Instant, zone: Zone) => `It is now ${dayAndTime(at, zone)}.`,
    again: (at: Instant, zone: Zone) => `All is as at the start. It is ${dayAndTime(at, zone)}.`,
    sent: () => 'Sent.',
    changed: () => 'Your message has changed.',
    'taken-back': () => 'Your message is gone.',
    backwards: () => 'The clock only goes forward. Please pick a later date. To go back, press Start again.',
    'no-date': () => 'Please pick a date first.',
    'too-far': () => 'That is more than 2 years on. Please go there in smaller steps.',
  } satisfies Record<StatusCode, (at: Instant, zone: Zone) => string>,

  helpTitle: 'How this rehearsal works',
  helpIntro: 'Here you can try WeSaid with people who are made up. It works as it would in Slack or Teams.',
  helpSections: [
    {
      title: 'The room',
      lines: [
        'All can see the messages in the room. Some have the words “Only you can see this” on them.',
        'Press a button under a message to act on it.',
        'Press Reply to answer a message where all can see it.',
      ],
    },
    {
      title: 'The box',
      lines: [
        'Type to WeSaid in plain words. Type help to see all the words it knows.',
        'To name someone, write @ and their name, such as @Ruth.',
        'Press Enter or Send to send it. Shift and Enter starts a new line.',
      ],
    },
    {
      title: 'The clock',
      lines: [
        'Time runs as it does in real life, and you can put it forward. WeSaid then does all that falls due on the way.',
        'The clock only goes forward. Start again takes you back to today.',
      ],
    },
    {
      title: 'Slack and Teams',
      lines: ['Each message from WeSaid has a link. It shows how Slack and Teams will draw the message.'],
    },
  ],
  notWatched: 'No one watches this page. If life is at risk, call 999. For health advice, call 111.',

  problemTitle: 'Sorry',
  problems: {
    'not-found': ['This page is not here', 'It may be from before a new start. Please go back to the room.'],
    'no-such-method': ['This cannot be done here', 'Please go back to the room and use the buttons there.'],
    'too-long': [
      'That is too long',
      'Nothing was saved. Press Back in your browser, make it shorter, and send it again.',
    ],
    'not-from-here': [
      'That did not come from this page',
      'To keep you safe, nothing was done. Please go to the room and try there.',
    ],
    'wrong-address': [
      'Please use another address',
      'You can find this room at 127.0.0.1 only, on the computer that it runs on.',
    ],
    'not-ready': ['WeSaid is just starting', 'Please wait a moment, then load this page again.'],
    'old-page': ['This page is an old one', 'Nothing was done. Please go back to the room and try again.'],
    'no-room': ['WeSaid is running', 'There is no room in the browser here. Please find WeSaid in your chat.'],
    broken: ['Something went wrong', 'It is not your fault. Please go back to the room and try again.'],
  } satisfies Record<ProblemCode, readonly [string, string]>,

  calls: {
    notJson: 'This cannot be read. Please send it in the form that the guide shows.',
    clockNeeds: 'Please send either "to", a moment such as 2027-03-02T09:00:00Z, or "advance", a duration such as P1D.',
    notAMoment: 'This is not a moment in time. Please write it as 2027-03-02T09:00:00Z.',
    notADuration: 'This is not a duration. Please write it as P1D or PT2H.',
    tooFar: 'That is more than 800 days on. Please go there in smaller steps.',
    goesForward: 'The clock only goes forward. To go back, use /rehearsal/reset.',
    resetNeeds:
      'Please send "with", which is "nobody" or "willow", and if you like "at", a moment such as 2027-02-01T08:00:00Z.',
  },
} as const;
