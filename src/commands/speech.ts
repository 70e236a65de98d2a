import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export interface SpeechIntent {
  readonly family: 'speech';
  readonly want: 'who';
}

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
];
