import type { HelpIntent } from '../commands/help.ts';
import { commands } from '../commands/registry.ts';
import { helpMessage, noHuddle } from '../messages/help.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import { home } from './home.ts';

export async function performHelp(intent: HelpIntent, context: Context): Promise<Reply> {
  switch (intent.want) {
    case 'home':
      return { kind: 'private', document: inHuddle(context) ? await home(context) : noHuddle() };
    case 'help':
      return help(context);
  }
}

function help({ member, huddle }: Context): Reply {
  const lines = commands.map(({ example, about, who }) => ({ example, about, forCoordinators: who === 'coordinator' }));
  return {
    kind: 'private',
    document: helpMessage(lines, { coordinator: member?.coordinator === true || huddle === null, huddle }),
  };
}
