import { actions, type Document } from '../../src/messages/document.ts';
import type { Interaction } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { sayAgain } from './buttons.ts';
import { limits } from './limits.ts';

/**
 * The document that stands in for a form, for where Teams cannot open one: only a button that was drawn for it can. A
 * document without such a button gets one, that does the same act again.
 */
export function withOpener(document: Document, interaction: Interaction): Document {
  const opens = document.blocks.some((block) => block.kind === 'actions' && block.actions.some((each) => each.opens));
  const again = opens ? null : actAgain(interaction);
  if (again === null) return document;
  const opener = { ...again, label: teamsWords.openForm, style: 'primary', opens: 'form' } as const;
  return { ...document, blocks: [...document.blocks, actions(opener)] };
}

function actAgain(interaction: Interaction): { readonly action: string; readonly subject: string } | null {
  switch (interaction.kind) {
    case 'action':
      return { action: interaction.action, subject: interaction.subject };
    case 'command':
    case 'spoke':
      return interaction.text.length <= limits.carriedLine ? { action: sayAgain, subject: interaction.text } : null;
    default:
      return null;
  }
}
