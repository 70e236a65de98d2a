import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { decisionWords } from '../../src/words/en/decisions.ts';
import { aboutDecisions } from '../support/sample-decisions.ts';

describe('decisions as people read them', () => {
  it('in the place, in the list, and every no', async () => {
    const messages = Object.values(aboutDecisions({ name: 'Willow', words: 'we will meet every two weeks' }));
    const refusals = Object.values(decisionWords.refusals).map((sentence) => sentence(3));
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/decisions.txt');
  });
});
