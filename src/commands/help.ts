import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export interface HelpIntent {
  readonly family: 'help';
  readonly want: 'home' | 'help' | 'safe' | 'worried';
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
  {
    name: 'safe',
    aliases: ['crisis', 'emergency', 'i need help', 'i need help now', 'not safe', 'i am not safe', "i'm not safe"],
    usage: 'safe',
    example: 'safe',
    about: commandWords.safe,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'help', want: 'safe' } : offered(line)),
  },
  {
    name: 'worried',
    aliases: ['i am worried', "i'm worried", 'im worried'],
    usage: 'worried',
    example: 'worried',
    about: commandWords.worried,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    // Whom they name after it is read by nobody. Of a thing, "worried about money" is what people say.
    read: (rest, _given, line) =>
      isAlone(rest.replace(aboutSomeone, '')) ? { family: 'help', want: 'worried' } : offered(line),
  },
];

/** With all that comes after it. */
const aboutSomeone = /^[,\s]*(?:about|for)\s+(?:someone|somebody|him|her|them|a\s|my\s|<@|@)[^]*$/i;

/** Whom people greet. What they say after that is no greeting. */
const greeted = /^[,\s]*(?:there|wesaid|we said|all|everyone|everybody|team|folks|bot)\b/i;

export const helpActions = {
  help: (): HelpIntent => ({ family: 'help', want: 'help' }),
  home: (): HelpIntent => ({ family: 'help', want: 'home' }),
} as const;
