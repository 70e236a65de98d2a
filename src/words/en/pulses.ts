import type { Prompt } from '../../domain/round.ts';
import { count } from '../dates.ts';

/** Private questions: answered with one press, told as one number for all. */
export const pulseWords = {
  title: 'A private question',
  scale: (low: string, high: string) => `1 means ${low}. 5 means ${high}.`,
  /** The ends of a scale that people ask for in their own words. */
  ends: ['not at all', 'very much'],
  whoSees: (huddle: string) => `No one in ${huddle} sees your number.`,
  whoSeesPick: (huddle: string) => `No one in ${huddle} sees what you pick.`,
  untilCut: (until: string) => `You can change it until ${until}. Then we cut the link to you.`,
  noWayBack: 'After that we cannot find your answer, so we cannot take it back out.',
  noWayBackShort: 'After that we cannot take it back out.',
  shown: 'We show the middle number only if 5 or more people answer.',
  shownPick: 'We show what most people said only if 5 or more people answer.',
  shownBySide: 'We show the middle number if 5 or more answer; by group, if 5 do in every group.',
  shownPickBySide: 'We show what most people said if 5 or more answer; by group, if 5 do in every group.',
  mayGuess: 'People may still guess.',
  step: (value: number, end: string | null) => (end === null ? String(value) : `${String(value)} ${upperFirst(end)}`),
  /** What a screen reader hears: the words that stand there are in it, for those who steer by voice. */
  spoken: (value: number, end: string | null) =>
    `${end === null ? '' : `${String(value)} ${upperFirst(end)}: `}${String(value)} out of 5`,
  skip: 'Skip',
  summary: 'A private question for you. Only you can see it.',
  saved: 'Saved.',
  canChange: (until: string) => `You can change it until ${until}.`,
  skipped: 'Skipped. That is fine. No one asks why.',
  canStill: (until: string) => `You can still answer until ${until}.`,
  closed: 'This question has closed. We have cut the link to you.',
  closedTold: 'If enough people answered, "we said, we did" tells the middle number.',
  closedToldPick: 'If enough people answered, "we said, we did" tells what most people said.',
  isOpen: (question: string, until: string) =>
    `A private question: "${question}" Open until ${until}. You can answer, or change your answer.`,
  inPrivate: (huddle: string) =>
    `People in ${huddle} can read what you write there, so I have kept nothing. Please answer here, in our own chat.`,
  pickOne: 'Please press one of the answers.',
  youTyped: 'You typed:',

  refusals: {
    'round-not-open': 'That question is not open. Type home to see what is.',
    'private-closed':
      'That question has closed, and I have kept nothing. It takes no late answers, as the link is cut.',
    paused: 'You have paused, so I have kept nothing. Type resume first, then answer again.',
    'not-joined': 'You are not in this huddle yet. Type join, then answer again.',
    'not-counted': 'You asked us not to count you, so I have kept nothing. To be counted again, type: me.',
    'answered-already': 'I have your answer, and it stays. You can still change it.',
  },

  /** In the digest. */
  equalFelt: 'How equal it felt:',
  peopleTold: (people: number, of: number) => `${String(people)} of ${count(of, 'person', 'people')} told us.`,
  middle: (value: number) => `The middle answer was ${String(value)} out of 5.`,
  band: {
    low: 'The answers were low.',
    middle: 'The answers were in the middle.',
    high: 'The answers were high.',
  },
  most: (option: string) => `Most people said: ${option}.`,
  mixed: 'Answers were mixed.',
  sideMiddle: (who: string, value: number) => `${who}: ${String(value)}.`,
  sideBand: {
    low: (who: string) => `${who}: low.`,
    middle: (who: string) => `${who}: in the middle.`,
    high: (who: string) => `${who}: high.`,
  },
  sideMost: (who: string, option: string) => `${who}: most said ${option}.`,
  sideMixed: (who: string) => `${who}: mixed.`,
  gap: (gap: number) => `The gap is ${String(gap)}.`,
  usingLessEqual: 'People who use the service felt less equal than staff did.',
  runningLessEqual: 'Staff felt less equal than people who use the service did.',
  usingLower: 'People who use the service gave lower numbers than staff did.',
  runningLower: 'Staff gave lower numbers than people who use the service did.',
  /** What the huddle should talk about. */
  talkOfEqual: 'how equal it feels here for each of us',

  /** In `my data`. */
  dataClosed: 'Private questions that have closed: We cannot pull out your answer. We do not hold your name with it.',
  dataOpen: 'A private question that is open: a key can find your answer, so that you can change it. I never show it.',
} as const;

/** An option as it stands in a sentence: without its picture, and small, but for "I". */
export function inSentence({ options }: Pick<Prompt, 'options'>, option: number): string {
  const words = (options[option] ?? '')
    .replace(/[^\p{L}\p{N}\p{P}\s]/gu, '')
    .replace(/:/g, ',')
    .replace(/\s+/g, ' ');
  const tidy = words.trim();
  return /^I\b/.test(tidy) ? tidy : tidy.charAt(0).toLowerCase() + tidy.slice(1);
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
