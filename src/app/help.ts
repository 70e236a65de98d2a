import type { HelpIntent } from '../commands/help.ts';
import { commands } from '../commands/registry.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import { helpMessage } from '../messages/help.ts';
import { safeMessage, worriedMessage } from '../messages/worry.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import { home } from './home.ts';
import { outside } from './outside.ts';
import { join } from './people-join.ts';
import { helpFacts } from './safety-state.ts';

export async function performHelp(intent: HelpIntent, context: Context): Promise<Reply> {
  switch (intent.want) {
    case 'home':
      return whatWaits(context);
    case 'help':
      return help(context);
    case 'safe':
      return { kind: 'private', document: safeMessage(await helpFacts(context.huddle, context.records)) };
    case 'worried':
      return { kind: 'private', document: worriedMessage(await helpFacts(context.huddle, context.records)) };
  }
}

/** For whoever was invited the invitation waits, and nothing else yet. */
export async function whatWaits(context: Context): Promise<Reply> {
  if (!inHuddle(context)) return outside(context);
  if (takesPart(context.member)) return { kind: 'private', document: await home(context) };
  return standingNow(context.member).status === 'invited' ? join(null, context) : outside(context);
}

function help({ member, huddle }: Context): Reply {
  const lines = commands.map(({ example, about, who }) => ({ example, about, forCoordinators: who === 'coordinator' }));
  return {
    kind: 'private',
    document: helpMessage(lines, { coordinator: member?.coordinator === true || huddle === null, huddle }),
  };
}
