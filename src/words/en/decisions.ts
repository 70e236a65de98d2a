import type { FinalSay, Rung } from '../../domain/decision.ts';
import { upperFirst } from './digest.ts';

const n = String;

/** Who had the final say. */
const finalSay: Readonly<Record<FinalSay, string>> = {
  together: 'Together',
  staff: 'Mostly staff',
  using: 'Mostly people who use the service',
  outside: 'Someone outside',
};

/** The ladder, in plain words. Only the top rung is co-production. */
const rung: Readonly<Record<Rung, string>> = {
  told: 'Told',
  asked: 'Asked',
  'designed-with': 'Designed with',
  'run-with': 'Designed and run with',
};

/** What was decided. Nobody is named beside a decision, and nobody's side. */
export const decisionWords = {
  finalSay,
  rung,
  heading: (number: number) => `Decision ${n(number)}`,
  what: (text: string) => upperFirst(text),
  finalSayLine: (who: string) => `Final say: ${lowerFirst(who)}.`,
  rungLine: (how: string) => `How people took part: ${lowerFirst(how)}.`,
  lived: 'What lived experience told us:',
  practice: 'What practice told us:',
  noLived: 'Nothing recorded from lived experience.',
  noPractice: 'Nothing recorded from practice.',
  oneSide: 'This is as logged by one side. It waits for a yes from another side.',
  shared: 'More than one side says that it was so.',
  before: (day: string) => `It was put right on ${day}. Before, it read:`,

  title: (huddle: string) => `Decisions in ${huddle}`,
  none: 'No decision is logged yet. To log one, type: decision we meet at 2pm.',
  totals: (many: string) => `Who had the final say, of ${many}:`,
  total: (who: string, many: number) => `${who}: ${n(many)}`,
  line: (number: number, text: string, who: string, how: string) =>
    `${n(number)}: ${upperFirst(text)} Final say: ${lowerFirst(who)}. How people took part: ${lowerFirst(how)}.`,
  lineOneSide: 'As logged by one side.',

  digest: {
    title: 'Decisions',
    noWords: 'Its words are not shown.',
    isThere: {
      lived: 'Something is recorded from lived experience.',
      practice: 'Something is recorded from practice.',
    },
    told: {
      lived: (said: string) => `Lived experience told us: ${said}`,
      practice: (said: string) => `Practice told us: ${said}`,
    },
    more: (many: number) => `And ${n(many)} more. To see them all, type: decisions.`,
  },
  trend: {
    whole: (weeks: number, many: string, parts: readonly string[]) =>
      `In the last ${n(weeks)} weeks: ${many}. ${upperFirst(parts.join(', '))}.`,
    part: (who: string, many: number) => `${lowerFirst(who)} ${n(many)}`,
    span: (first: string, last: string, many: string, parts: readonly string[]) =>
      `${first} to ${last}: ${many}. ${upperFirst(parts.join(', '))}.`,
    none: (first: string, last: string) => `${first} to ${last}: none.`,
  },

  saved: (number: number) => `Saved as decision ${n(number)}. Everyone here can read it, without your name.`,
  corrected: (number: number) => `Decision ${n(number)} is put right. How it read before is kept.`,
  saidYes: (number: number) => `Your yes to decision ${n(number)} counts.`,
  which: 'Which decision do you mean? Type decisions to see them all. Then add its number.',

  labels: {
    yes: 'Yes, it was so',
    see: 'See all decisions',
    show: (number: number) => `See decision ${n(number)}`,
    correct: 'Put it right',
    log: 'Log a decision',
    older: 'Older decisions',
    spoken: (label: string, number: number) => `${label}: decision ${n(number)}`,
  },

  form: {
    title: 'Log a decision',
    correctTitle: 'Put a decision right',
    correctIntro: 'How it reads now is kept too. Another side says yes again.',
    what: 'What was decided?',
    finalSay: 'Who had the final say?',
    rung: 'How did people who use the service take part?',
    rungs: {
      told: 'They were told',
      asked: 'They were asked',
      'designed-with': 'We designed it with them',
      'run-with': 'We designed it and run it with them',
    } satisfies Readonly<Record<Rung, string>>,
    lived: 'What did lived experience tell us?',
    practice: 'What did practice tell us?',
    hint: 'You can leave this blank. It will say so.',
    submit: 'Save',
    pickOne: 'Please pick one.',
  },
  typeInstead: [
    'Please say who had the final say, and how people took part.',
    'You can type it: decision we meet at 2pm, final say together, rung asked.',
  ],
  correctByTyping: (number: number) =>
    `You can type it: correct decision ${n(number)} to we meet at 3pm, final say together.`,

  refusals: {
    'decision-needed': () => 'Say what was decided. Type it like this: decision we meet at 2pm.',
    'decision-too-long': () => 'That is a lot for 1 decision. Use 300 letters or fewer.',
    'told-too-long': () => 'That is too long. Use 500 letters or fewer for each part.',
    'not-co-produced': () =>
      'People were only told or asked. So it was not co-produced. Use other words, or pick another rung.',
    'no-such-decision': () => 'There is no decision with that number. Type decisions to see them all.',
    'decision-not-yours': (number: number) =>
      `Only whoever logged decision ${n(number)}, or a coordinator, can put it right.`,
    'decision-day-over': (number: number) =>
      `Decision ${n(number)} was logged on another day. It stays as it is. You can log a new one.`,
    'decision-as-it-is': () => 'That is how it reads now. Nothing has changed.',
    'decision-own-words': (number: number) => `I have your yes to decision ${n(number)} already.`,
    'decision-needs-other-side': (number: number) =>
      `Decision ${n(number)} waits for a yes from another side. Your yes does not add one. Type me to see your group.`,
    'decision-shared': (number: number) => `More than one side says yes to decision ${n(number)} already.`,
  },
} as const;

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
