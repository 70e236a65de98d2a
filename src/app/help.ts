import { helpTopics, type HelpIntent } from '../commands/help.ts';
import { topics } from '../commands/registry.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import type { Document } from '../messages/document.ts';
import { helpMessage, helpPage, type HelpLine } from '../messages/help.ts';
import { safeMessage, worriedMessage } from '../messages/worry.ts';
import type { Reply } from '../ports.ts';
import type { HelpTopic } from '../words/en/help.ts';
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
      return { kind: 'private', document: help(intent.about, context) };
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

function help(about: HelpTopic | 'all' | null, { member, huddle }: Context): Document {
  const viewer = { coordinator: member?.coordinator === true || huddle === null, huddle };
  if (about === null) return helpMessage(viewer);
  const shown = about === 'all' ? helpTopics : [about];
  return helpPage(
    shown.map((topic) => ({ topic, lines: topics[topic].map(lineOf) })),
    viewer,
  );
}

function lineOf({ example, about, who }: (typeof topics)[HelpTopic][number]): HelpLine {
  return { example, about, forCoordinators: who === 'coordinator' };
}
