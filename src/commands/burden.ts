import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** A coordinator's yes or no to fewer questions. `everyWeeks` is how often they came when it was asked; null for a line. */
export interface BurdenIntent {
  readonly family: 'burden';
  readonly want: 'halve' | 'keep';
  readonly everyWeeks: number | null;
}

export const burdenCommands: readonly CommandSpec<BurdenIntent | RoundIntent>[] = [
  {
    name: 'half as often',
    aliases: ['ask half as often', 'fewer questions'],
    usage: 'half as often, or half as often no',
    example: 'half as often',
    about: commandWords.halfAsOften,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) => {
      const said = rest.replace(/^[,:\s]+/, '');
      if (/^no\b/i.test(said)) return { family: 'burden', want: 'keep', everyWeeks: null };
      const isYes = isAlone(said.replace(/^yes\b/i, '').trim());
      return isYes ? { family: 'burden', want: 'halve', everyWeeks: null } : offered(line);
    },
  },
];

/** Subjects: the huddle's id, a slash, how many weeks lay between when it was asked. */
export const burdenActions: Readonly<Record<string, (subject: string) => BurdenIntent>> = {
  'burden-halve': (subject) => ({ family: 'burden', want: 'halve', everyWeeks: numberIn(subject) }),
  'burden-keep': (subject) => ({ family: 'burden', want: 'keep', everyWeeks: numberIn(subject) }),
};
