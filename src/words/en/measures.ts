import type { LocalDate } from '../../domain/time.ts';
import { dayAndDate } from '../dates.ts';

/** For coordinators: what lies behind a week's digest. Never about one person. */
export const measureWords = {
  title: (monday: LocalDate, sunday: LocalDate) => `Measures, ${dayAndDate(monday)} to ${dayAndDate(sunday)}`,
  onlyYou: 'Only you can see this. It is a guide, not proof.',
  heard: 'Heard from',
  heardOf: (people: number, of: number) => `${String(people)} of ${String(of)}`,
  voices: 'About how many voices',
  voicesAre: (whole: number, exact: number) => `${String(whole)} (${exact.toFixed(2)})`,
  even: 'How even, from 0 to 1',
  answers: 'Answers to questions',
  answersOf: (answers: number, of: number) => `${String(answers)} of ${String(of)}`,
  answersBy: (who: string) => `Answers: ${who}`,
  gap: (who: string) => `Gap (z): ${who}`,
  gapIs: (z: number) => (z > 0 ? `+${z.toFixed(2)}` : z.toFixed(2)),
  chance: 'By chance alone',
  chanceIs: (inAHundred: string, exact: boolean) =>
    `in ${inAHundred} of 100 ways to mix the people${exact ? '' : ', of 10,000 we drew'}`,
  few: 'under 1',
  noSpread: 'Not enough yet for more numbers.',
  limits: 'A gap under 2 is no news. One who talks a lot can look like a gap of a group.',
  mustNot: 'Not for judging a person or a team. Turns do not tell us who was listened to.',
  none: 'There is no "we said, we did" yet. The measures come with it.',
  noneOf: (monday: LocalDate) =>
    `No "we said, we did" told of the week from ${dayAndDate(monday)}. So it has no measures.`,
  noneHow: 'For the newest, type: measures last week.',
  weekBefore: 'The week before',
} as const;
