import { count } from '../dates.ts';
import { decisionWords } from './decisions.ts';
import { digestWords } from './digest.ts';

const n = String;

/** The page that goes to a board, and what is asked before it may leave. No one's name, and "our sponsor" for theirs. */
export const reportWords = {
  title: (huddle: string) => `${huddle}: a report`,
  agreedOn: (day: string, year: string) => `Agreed by each side on ${day} ${year}.`,
  fourWeeks: digestWords.rollUp,
  turns: digestWords.rollUpTurns,
  turnLine: digestWords.rollUpLine,
  decided: (many: number) => decisionWords.totals(count(many, 'decision')),
  decidedBy: decisionWords.total,
  finalSay: decisionWords.finalSay,

  private: 'Only those who run this huddle can see this draft.',
  mayNotLeave: 'It may not leave yet. Both sides have to say yes: people who use the service, and those who run it.',
  readForNames: 'Read it for names. I take out those that I know.',
  stays: 'All that we could not do stays in it, with the reason.',
  waits: (number: number) => `This report waits as suggested change ${n(number)}. It may not leave yet.`,
  allOfIt: 'This is all that would leave, word for word.',
  notAgreed: 'This report was not agreed. It does not leave.',
  mayLeave: 'This report may leave now.',
  newOne: 'To make a new one, press Make a new draft, or type: report new.',

  /* In the suggested change. */
  asked: 'A report for a board would leave here. I took out the names that I know. Please read it all first.',
  until: 'It does not leave until both sides say yes.',
  held: 'While there is a no, it does not leave. Talk about it. A no can become a yes.',
  agreed: (number: number) =>
    `Agreed by each side, number ${n(number)}: a report for people outside. It may leave now.`,
  done: (number: number) => `Saved. With your yes, number ${n(number)} is agreed. The report may leave now.`,

  labels: {
    share: 'Ask both sides',
    draft: 'Make a new draft',
    print: 'Print it',
    read: 'Read it all',
    see: 'See who has to say yes',
    spoken: (number: number) => `Read it all: the report of suggested change ${n(number)}`,
  },
  printCopy: 'There is no page to print here. Please copy the words of the report.',

  refusals: {
    waitsAlready: (number: number) =>
      `A report waits already, as suggested change ${n(number)}. Let it be agreed or taken back first.`,
    nothing: () => 'There is nothing to tell of that time. Try more of it, such as: report since 1 October.',
    since: () => 'I need a day that is over. Type it like this: report since 1 October.',
    notYet: () => 'No report is agreed yet, so there is none to print. To see where it is, type: report.',
    none: () => 'There is no report to read yet. Those who run this huddle can make one.',
  },
} as const;
