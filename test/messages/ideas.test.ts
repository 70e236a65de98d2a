import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { aboutIdeas } from '../support/sample-ideas.ts';
import { ideaWords } from '../../src/words/en/ideas.ts';

describe('ideas as people read them', () => {
  it('the list, what was saved, and every no', async () => {
    const messages = Object.values(aboutIdeas({ name: 'Willow', words: 'a bench in the garden' }));
    const refusals = Object.values(ideaWords.refusals).map((sentence) => sentence(3));
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/ideas.txt');
  });
});
