import type { Intent } from '../commands/registry.ts';
import { paragraph, type Document } from '../messages/document.ts';
import { roundWords } from '../words/en/rounds.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';

/** A line of so many words costs little to type again, and to repeat it would only be noise. */
const fewWords = 6;

/**
 * A command's line is gone from the screen once it is sent. Where nothing came of it, it stands below the reply again,
 * to be copied and put right. The summary stays as it was: lock screens show it.
 */
export async function withTyped(reply: Reply, context: Context): Promise<Reply> {
  const typed = lineOf(context).trim();
  if (!('document' in reply) || typed.split(/\s+/).length <= fewWords || showsWords(reply.document)) return reply;
  const quote = { kind: 'quote', text: await named(typed, context), from: null } as const;
  const { document } = reply;
  const blocks = [...document.blocks, paragraph(roundWords.youTyped), quote];
  return { ...reply, document: { ...document, blocks } };
}

/** What only looks changes nothing, and there is nothing to put right; `me` says itself what it saved. */
export function asksForChange(intent: Intent): boolean {
  const looks = ['help', 'speech', 'links', 'rights', 'pulses', 'readiness', 'cover'];
  return !looks.includes(intent.family) && intent.want !== 'me';
}

/** Said in a direct chat, or in a thread, words stay where they were written. */
function lineOf({ interaction }: Context): string {
  if (interaction.kind === 'command') return interaction.text;
  const carried = interaction.kind === 'action' && interaction.action === 'in-huddle';
  return carried ? interaction.subject.split('\n').slice(1).join('\n') : '';
}

function showsWords({ blocks }: Document): boolean {
  return blocks.some(({ kind }) => kind === 'quote');
}

/** A mention as people read it. */
async function named(typed: string, { records, interaction, directory }: Context): Promise<string> {
  const { platform, workspace } = interaction.who;
  let text = typed;
  for (const [mention, user = ''] of typed.matchAll(/<@([\w:.-]+)>/g)) {
    const shown = directory.find(({ identity }) => identity.user === user)?.name;
    const name = shown ?? (await records.people.byIdentity({ platform, workspace, user }))?.name ?? user;
    text = text.replace(mention, `@${name}`);
  }
  return text;
}
