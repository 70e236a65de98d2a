import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export interface HelpIntent {
  readonly family: 'help';
  readonly want: 'home' | 'help';
}

export const helpCommands: readonly CommandSpec<HelpIntent | RoundIntent>[] = [
  {
    name: 'help',
    aliases: ['commands', 'what can I say', '?'],
    usage: 'help',
    example: 'help',
    about: commandWords.help,
    who: 'anyone',
    shown: 'private',
    menu: 'both',
    read: () => ({ family: 'help', want: 'help' }),
  },
  {
    name: 'home',
    aliases: ['what waits for me', 'what is waiting', 'hello', 'hi'],
    usage: 'home',
    example: 'home',
    about: commandWords.home,
    who: 'anyone',
    shown: 'private',
    menu: 'chat',
    read: (rest, _given, line) =>
      isAlone(rest.replace(greeted, '')) ? { family: 'help', want: 'home' } : offered(line),
  },
];

/** Whom people greet. What they say after that is no greeting. */
const greeted = /^[,\s]*(?:there|wesaid|we said|all|everyone|everybody|team|folks|bot)\b/i;

export const helpActions = {
  help: (): HelpIntent => ({ family: 'help', want: 'help' }),
  home: (): HelpIntent => ({ family: 'help', want: 'home' }),
} as const;
