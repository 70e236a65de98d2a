import type { AskSays } from '../../domain/upstairs.ts';
import { count } from '../dates.ts';

const n = String;

const says: Readonly<Record<AskSays, string>> = { yes: 'yes', part: 'yes, in part', no: 'no' };

/** What we ask of someone with more power. Whoever asked is not named beside it: an ask is for all of us. */
export const upstairsWords = {
  says,
  asked: (number: number, text: string) => `We ask upstairs, ask ${n(number)}: ${text}`,
  waits: 'It waits for an answer.',
  waiting: (days: number) => (days === 0 ? 'Asked today.' : `Waiting ${count(days, 'day')}.`),
  askedOn: (day: string) => `Asked on ${day}.`,
  answered: (said: string, day: string, days: number) =>
    days === 0
      ? `The answer is ${said}. It came on ${day}.`
      : `The answer is ${said}. It came on ${day}, after ${count(days, 'day')}.`,
  hasAnswer: (number: number, said: string) => `Ask ${n(number)} has an answer: ${said}.`,
  weAsked: (text: string) => `We asked for this: ${text}`,
  takenBack: (number: number) => `Ask ${n(number)} was taken back.`,
  before: (day: string) => `It was put in other words on ${day}. Before, it read:`,
  answerBefore: (day: string, said: string) => `The answer was put right on ${day}. Before, it was: ${said}.`,

  title: (huddle: string) => `What ${huddle} asks upstairs`,
  about: 'Upstairs is anyone with more power than us.',
  sponsor: (who: string) => `Our sponsor is ${who}.`,
  none: 'Nothing is asked yet. To ask for something, type: upstairs a paid trainer from May.',
  noneWaits: 'No ask waits for an answer.',
  line: (number: number, text: string) => `Ask ${n(number)}: ${text}`,
  lineAnswered: (said: string, day: string, told: string | null) =>
    told === null ? `Answered ${said} on ${day}.` : `Answered ${said} on ${day}: ${told}`,

  saved: (number: number) => `Saved as ask ${n(number)}. Everyone here can read it, without your name.`,
  mayGuess: 'People may guess.',
  mended: (number: number) => `Ask ${n(number)} has other words now. How it read before is kept.`,
  noted: (number: number) => `I have noted the answer to ask ${n(number)}, and told everyone here.`,
  back: (number: number) => `Ask ${n(number)} is taken back. Its words are no longer shown.`,
  which: 'Which ask do you mean? Type upstairs to see them all. Then add its number.',

  labels: {
    see: 'See all asks',
    show: (number: number) => `See ask ${n(number)}`,
    ask: 'Ask upstairs',
    makeAsk: 'Make it an ask',
    answer: 'Note the answer',
    changeAnswer: 'Change the answer',
    mend: 'Put it in other words',
    takeBack: 'Take it back',
    promise: 'Make a promise from it',
    older: 'Older asks',
    spoken: (label: string, number: number) => `${label}: ask ${n(number)}`,
  },

  form: {
    title: 'Ask upstairs',
    what: 'What do we ask someone with more power for?',
    hint: 'Everyone here can read it. Your name is not shown.',
    submit: 'Ask',
    answerTitle: 'Note the answer',
    says: 'What did they say?',
    options: { yes: 'Yes', part: 'Yes, in part', no: 'No' } satisfies Readonly<Record<AskSays, string>>,
    words: 'In their words',
    wordsHint: 'A no needs a reason. Say which part, if it is in part.',
    mendTitle: 'Put it in other words',
    mendIntro: 'How it reads now is kept too.',
    save: 'Save',
    pickOne: 'Please pick one.',
  },
  typeInstead: 'You can type it: upstairs a paid trainer from May.',
  answerByTyping: (number: number) => `You can type it: upstairs ${n(number)} no because there is no money.`,
  mendByTyping: (number: number) => `You can type it: upstairs mend ${n(number)} to a paid trainer from June.`,

  promptHow: 'Your answer can become an ask. Type ask upstairs, and then what you want.',
  promptSaved: 'Shall we ask upstairs for it? That shows it to everyone here, without your name.',

  refusals: {
    'ask-needed': () => 'Say what you ask for. Type it like this: upstairs a paid trainer from May.',
    'ask-too-long': () => 'That is a lot for 1 ask. Use 300 letters or fewer. You can make it 2 asks.',
    'no-such-ask': () => 'There is no ask with that number. Type upstairs to see them all.',
    'ask-coordinators-only': (number: number) =>
      `Only a coordinator can note the answer to ask ${n(number)}. Tell one of them.`,
    'ask-reason-needed': () => 'Please say why they said no. Then we all know.',
    'ask-part-needed': () => 'Please say which part is a yes, and which is not.',
    'ask-answer-too-long': () => 'That is too long. Use 500 letters or fewer.',
    'ask-not-yours': (number: number) =>
      `Only whoever asked, or a coordinator, can put ask ${n(number)} in other words.`,
    'ask-not-yours-to-take-back': (number: number) => `Only whoever asked can take ask ${n(number)} back.`,
    'ask-answered': (number: number) => `Ask ${n(number)} has its answer already. It stays as it is. You can ask anew.`,
    'ask-taken-back': (number: number) => `Ask ${n(number)} was taken back. You can ask anew.`,
    'ask-as-it-is': () => 'That is how it reads now. Nothing has changed.',
  },
} as const;
