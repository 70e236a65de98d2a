import { actions, type Document, type Form } from '../../src/messages/document.ts';
import type { Interaction } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { limits } from './limits.ts';

/**
 * The document that stands in for a form, for where Teams cannot open one: only a button that was drawn for it can. A
 * document without such a button gets one, that does the same act again.
 */
export function withOpener({ document, form }: { document: Document; form: Form }, interaction: Interaction): Document {
  const opens = document.blocks.some((block) => block.kind === 'actions' && block.actions.some((each) => each.opens));
  const again = opens ? null : actAgain(interaction, form);
  if (again === null) return document;
  const opener = { ...again, label: teamsWords.openForm, style: 'primary', opens: 'form' } as const;
  return { ...document, blocks: [...document.blocks, actions(opener)] };
}

/** A typed line is carried as it is when someone picks the huddle that they meant; that of the form is the one here. */
function actAgain(interaction: Interaction, form: Form): { readonly action: string; readonly subject: string } | null {
  switch (interaction.kind) {
    case 'action':
      return { action: interaction.action, subject: interaction.subject };
    case 'command':
    case 'spoke': {
      const huddle = form.subject.split(/[/~\n]/, 1)[0] ?? '';
      const fits = interaction.text.length <= limits.carriedLine;
      return fits ? { action: 'in-huddle', subject: `${huddle}\n${interaction.text}` } : null;
    }
    default:
      return null;
  }
}
