import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export interface DigestIntent {
  readonly family: 'digest';
  readonly want: 'preview' | 'post' | 'wrong';
}

export const digestCommands: readonly CommandSpec<DigestIntent | RoundIntent>[] = [
  {
    name: 'digest',
    aliases: ['we said we did', 'we said, we did'],
    usage: 'digest preview, or digest post',
    example: 'digest preview',
    about: commandWords.digest,
    who: 'coordinator',
    shown: 'private',
    menu: 'place',
    read: (rest, _given, line) => {
      const [, want, more] = /^(preview|post)?\b(.*)$/is.exec(rest) ?? [];
      if (!isAlone(more ?? '')) return offered(line);
      return { family: 'digest', want: want?.toLowerCase() === 'post' ? 'post' : 'preview' };
    },
  },
];

export const digestActions = {
  'digest-wrong': (): DigestIntent => ({ family: 'digest', want: 'wrong' }),
} as const;
