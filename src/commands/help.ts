import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';

export type HelpIntent = { readonly family: 'help' } & (
  | { readonly want: 'home' }
  | { readonly want: 'help'; readonly about: string | null }
  /** A person in several huddles picked the one they meant; `text` is what they had typed. */
  | { readonly want: 'go-on'; readonly text: string }
);

export const helpCommands: readonly CommandSpec[] = [
  {
    name: 'help',
    aliases: ['commands', 'what can I say', '?'],
    usage: 'help',
    example: 'help',
    about: commandWords.help,
    who: 'anyone',
    shown: 'private',
    read: (rest) => ({ family: 'help', want: 'help', about: rest === '' ? null : rest }),
  },
  {
    name: 'home',
    aliases: ['what waits for me', 'what is waiting', 'hello', 'hi'],
    usage: 'home',
    example: 'home',
    about: commandWords.home,
    who: 'anyone',
    shown: 'private',
    read: () => ({ family: 'help', want: 'home' }),
  },
];

export const helpActions = {
  help: (): HelpIntent => ({ family: 'help', want: 'help', about: null }),
  home: (): HelpIntent => ({ family: 'help', want: 'home' }),
  'in-huddle': (subject: string): HelpIntent => ({
    family: 'help',
    want: 'go-on',
    text: subject.split('\n').slice(1).join('\n'),
  }),
} as const;
