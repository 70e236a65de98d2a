import type { Stage } from '../../domain/stage.ts';
import type { StepRefusalCode } from '../../domain/steps-rules.ts';
import { joinNames } from '../dates.ts';
import { upperFirst } from './digest.ts';

const n = String;

/** What each step is about, to go on a sentence with. */
const about: Readonly<Record<Stage, string>> = {
  need: 'what we need to change',
  partners: 'who is with us',
  values: 'what matters to us',
  roles: 'who does what',
  training: 'what we want to learn',
  negotiation: 'checking in and keeping it fair',
  evaluation: 'what changed',
};

/** The seven steps of a huddle. No side is named, and nobody is. */
export const stepWords = {
  about,
  title: (huddle: string) => `The 7 steps of ${huddle}`,
  now: (number: number, what: string) => `We are in step ${n(number)} of 7: ${what}.`,
  noneYet: 'No step is open yet. You need not use them. Those who run this huddle can open one by typing: steps 1.',
  noneNow: 'No step is open now.',
  line: (number: number, what: string) => `${n(number)}: ${what}.`,
  open: (from: string) => `Open since ${from}.`,
  closed: (from: string, to: string) => `${from} to ${to}.`,
  before: (many: number) =>
    many === 1 ? 'It was open once before that.' : `It was open ${n(many)} times before that.`,
  every: 'We heard from every side in this step.',
  notEvery: 'Not from every side yet.',
  closedWithout: 'Closed without a word from every side.',
  askedAgain: 'We asked once more.',
  looked: (day: string) => `Looked at on ${day}.`,
  nothingSaid: 'Where I say nothing of sides, no one has looked yet, or telling could give someone away.',

  secondLookTitle: (number: number, what: string) => `Step ${n(number)} of 7: ${what}`,
  secondLook: 'Before we close this step, have we heard from all sides? We can ask once more.',
  stillAsking: 'A question of this step is still open. You can also wait until it closes.',
  toEveryone: 'You can also put this to everyone here first.',
  sayHere: 'Tell us in this thread what you think. Then those who run this huddle press a button.',
  isClosed: 'This step is closed.',
  shared: 'I put it to everyone.',
  sentAgain: 'When that question has closed, type: steps next.',
  whenFree: (number: number) => `You can ask it later. Type: steps ask again. It is question ${n(number)} in our list.`,
  noneToAsk: 'There is no question of this step that I can send. You can ask one of your own: ask "…" together.',

  closedNow: (number: number, what: string) => `Step ${n(number)} is closed: ${what}.`,
  openNow: (number: number, what: string) => `Step ${n(number)} of 7 is open now: ${what}.`,
  offerFelt: (number: number) =>
    `I can ask everyone in private how much they were part of step ${n(number)}. No one has to answer.`,
  felt: (number: number, what: string) => `How much were you part of step ${n(number)}, ${what}?`,
  feltAlready: 'I asked that already for this step. I ask it once at most.',
  feltNone: 'I ask that when a step has closed. None has closed yet.',

  questionsTitle: (number: number, what: string) => `Questions of step ${n(number)}: ${what}`,
  question: (number: number, text: string) => `${n(number)}: ${text}`,
  inPrivate: 'This one is asked in private.',
  askedOn: (day: string) => `Asked on ${day}.`,
  howToAsk: 'Those who run this huddle can ask one. To do it by typing: steps ask, then its number.',
  whichQuestion: 'Which question do you mean? Type steps questions to see their numbers. Then type: steps ask 9.',
  noSuchQuestion: 'That is no question of this step that I can send. To see those, type: steps questions.',
  nothingToList: 'No step is open now. To see the steps, type: steps.',

  labels: {
    open: (number: number) => `Open step ${n(number)}`,
    back: (number: number) => `Go back to step ${n(number)}`,
    close: (number: number) => `Close step ${n(number)}`,
    questions: 'See its questions',
    again: 'Ask once more',
    closeNow: 'Close it now',
    share: 'Put it to everyone',
    felt: 'Ask them in private',
    see: 'See the steps',
    ask: (number: number) => `Ask ${n(number)}`,
    spokenAsk: (number: number) => `Ask question ${n(number)} now`,
    more: 'More questions',
  },

  /** In the digest's thread: "We closed step 2 and opened step 3, who does what." */
  digest: (closed: readonly number[], opened: { readonly number: number; readonly what: string } | null) => {
    const parts = [
      ...(closed.length === 0 ? [] : [`closed ${joinNames(closed.map((number) => `step ${n(number)}`))}`]),
      ...(opened === null ? [] : [`opened step ${n(opened.number)}, ${opened.what}`]),
    ];
    return `We ${parts.join(closed.length > 1 ? ', and ' : ' and ')}.`;
  },

  refusals: {
    'step-is-now': 'We are in that step now. To see all of them, type: steps.',
    'no-step-open': 'No step is open now. To open one, type its number: steps 1.',
    'step-moved-on': 'The steps have moved on since then. To see where we are, type: steps.',
    'step-asking': 'A question of this step is still open.',
    'step-is-first': 'There is no step before this one. To open a step, type its number: steps 1.',
    'steps-all-done': 'All 7 steps are done. You can open any of them again by its number: steps 1.',
    'no-such-step': 'There are 7 steps. To open one, type its number: steps 3.',
  } satisfies Readonly<Record<StepRefusalCode, string>>,
} as const;

/** To begin a line with. */
export function stepName(stage: Stage): string {
  return upperFirst(about[stage]);
}
