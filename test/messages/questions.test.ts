import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { questionWords } from '../../src/words/en/questions.ts';
import { aboutQuestions } from '../support/sample-questions.ts';

describe('the questions to come, as people read them', () => {
  it('the list, what was changed, and every no', async () => {
    const messages = Object.values(aboutQuestions({ name: 'Willow', words: 'What made us laugh this week?' }));
    const refusals = Object.values(questionWords.refusals).map((sentence) => sentence(12));
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/questions.txt');
  });
});
