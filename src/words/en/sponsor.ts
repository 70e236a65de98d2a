import type { AskSays } from '../../domain/upstairs.ts';
import { count } from '../dates.ts';
import { upstairsWords } from './upstairs.ts';

const n = String;

/** The one page that goes to the sponsor, and to a board. Always "we", past facts, no one's name. */
export const sponsorWords = {
  title: (huddle: string, sponsor: string) => `${huddle}: a note for ${sponsor}`,
  postedTitle: (sponsor: string) => `Our note to ${sponsor}`,
  span: (from: string, to: string) => `This tells of the time from ${from} to ${to}.`,
  heardTitle: 'Who we heard from each week',
  heard: (monday: string, people: number, of: number) =>
    `Week of ${monday}: we heard from ${n(people)} of ${count(of, 'person', 'people')}.`,
  noWeeks: 'No week was counted in this time.',
  made: (many: number) =>
    many === 0 ? 'We made no new promise.' : `We made ${count(many, 'new promise', 'new promises')}.`,
  kept: 'We did',
  couldNot: 'We could not',
  noCouldNot: 'We could not: there is nothing to tell here this time.',
  changed: 'We changed it together',
  dropped: 'We let this go',
  notKept: 'Not kept, and we do not know why',
  open: 'Still open',
  waiting: 'What we ask, and still wait for',
  answered: 'What we asked, and have an answer to',
  item: (number: number, what: string) => `${n(number)}: ${what}`,
  by: (due: string) => `Due ${due}.`,
  ask: (number: number, text: string, days: number) =>
    `${upstairsWords.line(number, text)} ${upstairsWords.waiting(days)}`,
  answer: (says: AskSays, days: number, told: string | null) => {
    const after = days === 0 ? 'on the same day' : `after ${count(days, 'day')}`;
    return `The answer was ${upstairsWords.says[says]}, ${after}${told === null ? '.' : `: ${told}`}`;
  },
  adds: (name: string) => `${name} adds:`,
  someoneHere: 'one of us',
  ourSponsor: 'our sponsor',

  private: 'Only those who run this huddle can see this note now.',
  showFirst: (name: string) => `Show it to ${name} first. They can add words. No one can take any away.`,
  readForNames: 'Read it for names, too. I take out those that I know.',
  isPosted: 'This note is posted.',
  sawFirst: (name: string) => `${name} saw this before it was posted. They could add to it, and take nothing away.`,
  remind: (name: string) => `The note for ${name} is not posted yet. Have they seen it?`,
  remindHow: 'To see it, type: upstairs note. I will not ask about it again.',
  added: (name: string) => `I have added what ${name} wants to say.`,
  nowPosted: 'The note is posted here for everyone.',

  labels: {
    add: 'Add their words',
    post: 'They have seen it. Post it',
    print: 'Print it',
    show: 'Show me the note',
  },
  form: {
    title: 'Add their words',
    words: 'What do they want to add?',
    hint: 'Everyone here can read it once the note is posted.',
    save: 'Add it',
  },
  addByTyping: 'You can type it: upstairs note add we will look for the money.',
  printHow: 'The page to print:',
  printLabel: 'open the page',
  printEnds: 'This link opens for 7 days. Anyone with it can read the page.',
  printCopy: 'There is no page to print here. Please copy the words of the note.',
  sheet: (huddle: string) => `${huddle}: a note`,

  isSponsor: upstairsWords.sponsor,
  sponsorSaved: (who: string) => `Done. The sponsor is ${who} now.`,
  sponsorMonthly: 'On the first Monday of a month, I make a note for them. You show it to them first.',
  noSponsor: 'No sponsor is named.',
  sponsorHow:
    'To name one, type: settings sponsor Graham Price, commissioner. To take them out, type: settings sponsor none.',
  sponsorGone: 'Done. No sponsor is named now.',
  tooLong: 'That is too long. Use 200 letters or fewer.',

  refusals: {
    'no-sponsor': () => 'No sponsor is named yet. Type it like this: settings sponsor Graham Price, commissioner.',
    'note-coordinators-only': () => 'Only a coordinator can do this. Ask one of them.',
    'nothing-to-note': () => 'There is no promise and no ask to tell of yet.',
    'no-note': () => 'There is no note yet. To make one, type: upstairs note.',
    'note-posted': () => 'That note is posted already. It stays as it is.',
    'addition-needed': () =>
      'Say what they want to add. Type it like this: upstairs note add we will look for the money.',
    'addition-too-long': () => 'That is too much. Use 500 letters or fewer, and add 6 times at most.',
  },
} as const;
