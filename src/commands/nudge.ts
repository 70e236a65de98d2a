import type { NudgeChoice } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** What someone chose under the tip to everyone. `monday` is null for a line, which means the newest one. */
export interface NudgeIntent {
  readonly family: 'nudge';
  readonly want: NudgeChoice | 'look';
  readonly huddle: HuddleId | null;
  readonly monday: LocalDate | null;
}

const choices: readonly (readonly [NudgeChoice, RegExp])[] = [
  ['show-together', /^(?:show )?together\b/i],
  ['swap-lead', /^swap(?: the)?(?: lead)?\b/i],
  ['not-now', /^not now\b/i],
];

export const nudgeCommands: readonly CommandSpec<NudgeIntent | RoundIntent>[] = [
  {
    name: 'nudge',
    aliases: ['tip'],
    usage: 'nudge show together, nudge swap lead, or nudge not now',
    example: 'nudge show together',
    about: commandWords.nudge,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => {
      const found = choices.find(([, pattern]) => pattern.test(rest));
      const more = found === undefined ? rest : rest.replace(found[1], '');
      if (!isAlone(more)) return offered(line);
      return { family: 'nudge', want: found?.[0] ?? 'look', huddle: null, monday: null };
    },
  },
];

/** Subjects: the huddle's id, a slash, the Monday of the week that the tip came with. */
export const nudgeActions: Readonly<Record<string, (subject: string) => NudgeIntent>> = {
  'nudge-together': (subject) => chosen('show-together', subject),
  'nudge-swap': (subject) => chosen('swap-lead', subject),
  'nudge-not-now': (subject) => chosen('not-now', subject),
};

function chosen(want: NudgeChoice, subject: string): NudgeIntent {
  const [huddle = '', monday = ''] = subject.split('/');
  return { family: 'nudge', want, huddle: huddle as HuddleId, monday };
}
