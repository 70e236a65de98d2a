import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';

export interface DigestIntent {
  readonly family: 'digest';
  readonly want: 'preview' | 'post' | 'wrong';
}

export const digestCommands: readonly CommandSpec<DigestIntent>[] = [
  {
    name: 'digest',
    aliases: ['we said we did', 'we said, we did'],
    usage: 'digest preview, or digest post',
    example: 'digest preview',
    about: commandWords.digest,
    who: 'coordinator',
    shown: 'private',
    read: (rest) => ({ family: 'digest', want: /^post\b/i.test(rest) ? 'post' : 'preview' }),
  },
];

export const digestActions = {
  'digest-wrong': (): DigestIntent => ({ family: 'digest', want: 'wrong' }),
} as const;
