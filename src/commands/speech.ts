import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';

export interface SpeechIntent {
  readonly family: 'speech';
  readonly want: 'who';
}

export const speechCommands: readonly CommandSpec<SpeechIntent>[] = [
  {
    name: 'who',
    aliases: ['who has spoken', 'who spoke', 'my turns'],
    usage: 'who',
    example: 'who',
    about: commandWords.who,
    who: 'member',
    shown: 'private',
    read: () => ({ family: 'speech', want: 'who' }),
  },
];
