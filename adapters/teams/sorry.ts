import { paragraph, type Block, type Document } from '../../src/messages/document.ts';
import type { Reply } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import type { Parsed } from './acts.ts';

/** The kind of sorry that each way has when an act could not be saved; null where nobody waits for an answer. */
export function couldNotSave({ way, interaction }: Parsed): Reply | null {
  switch (way.kind) {
    case 'event':
      return null;
    case 'message': {
      if (interaction.kind !== 'spoke') return sorry([]);
      return way.direct || interaction.mentionsBot ? sorry(again(interaction.text)) : null;
    }
    case 'execute':
      return interaction.kind === 'looked' ? { kind: 'none' } : sorry([]);
    case 'open':
    case 'compose-open':
      return sorry([]);
    case 'form':
    case 'compose-form': {
      const [field] = interaction.kind === 'form' ? Object.keys(interaction.values) : [];
      // Beside a field, so that the dialog stays open and nothing typed is lost.
      return field === undefined ? sorry([]) : { kind: 'invalid', fields: { [field]: teamsWords.couldNotSave } };
    }
  }
}

function sorry(more: readonly Block[]): Reply {
  const document: Document = {
    summary: teamsWords.couldNotSave,
    language: 'en',
    blocks: [paragraph(teamsWords.couldNotSave), ...more],
  };
  return { kind: 'private', document };
}

/** In a channel the answer comes elsewhere than the words. */
function again(typed: string): readonly Block[] {
  return typed === '' ? [] : [paragraph(teamsWords.youTyped), { kind: 'quote', text: typed, from: null }];
}
