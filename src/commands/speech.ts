import { commandWords } from '../words/en/commands.ts';
import type { LocalDate } from '../domain/time.ts';
import type { CommandSpec, Given } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';
import { readDate } from './when-date.ts';

export type SpeechIntent = { readonly family: 'speech' } & (
  | { readonly want: 'who' }
  /** Any day of the week that is meant; null for the newest that was told. */
  | { readonly want: 'measures'; readonly day: LocalDate | null }
);

export const speechCommands: readonly CommandSpec<SpeechIntent | RoundIntent>[] = [
  {
    name: 'who',
    aliases: ['who has spoken', 'who spoke', 'who has talked', 'who am i', 'my turns'],
    usage: 'who',
    example: 'who',
    about: commandWords.who,
    who: 'member',
    shown: 'private',
    menu: 'chat',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'speech', want: 'who' } : offered(line)),
  },
  {
    name: 'measures',
    aliases: ['measures of'],
    usage: 'measures [last week, or a DATE]',
    example: 'measures last week',
    about: commandWords.measures,
    who: 'coordinator',
    shown: 'private',
    read: readMeasures,
  },
];

/** Buttons: the huddle's id, a slash, the Monday of a week. */
export const speechActions: Readonly<Record<string, (subject: string) => SpeechIntent>> = {
  measures: (subject) => ({ family: 'speech', want: 'measures', day: subject.split('/')[1] ?? null }),
};

function readMeasures(rest: string, { today }: Given, line: string): SpeechIntent | RoundIntent {
  const when = rest.replace(/^(?:of|for|in|from)\s+/i, '').replace(/^(?:the )?week (?:of|from)\s+/i, '');
  if (isAlone(when) || /^(?:the )?last week$/i.test(when)) return { family: 'speech', want: 'measures', day: null };
  const day = readDate(when, today);
  return day === null ? offered(line) : { family: 'speech', want: 'measures', day };
}
