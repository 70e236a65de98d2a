import type { Intent } from '../commands/registry.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';
import { performDigest } from './digest.ts';
import { performHelp } from './help.ts';
import { performPeople } from './people.ts';
import { performPromises } from './promises.ts';
import { performRoles } from './roles.ts';
import { performRounds } from './rounds.ts';
import { performSpeech } from './speech.ts';

/** Hands an intent to its family. Each answers the person who asked, and nobody else. */
export function perform(intent: Intent, context: Context): Promise<Reply> {
  switch (intent.family) {
    case 'rounds':
      return performRounds(intent, context);
    case 'promises':
      return performPromises(intent, context);
    case 'roles':
      return performRoles(intent, context);
    case 'speech':
      return performSpeech(intent, context);
    case 'people':
      return performPeople(intent, context);
    case 'digest':
      return performDigest(intent, context);
    case 'help':
      return performHelp(intent, context);
  }
}
