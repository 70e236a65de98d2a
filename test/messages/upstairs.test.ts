import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { upstairsWords } from '../../src/words/en/upstairs.ts';
import { aboutUpstairs } from '../support/sample-upstairs.ts';

describe('asks upstairs as people read them', () => {
  it('in the place, in the queue, and every no', async () => {
    const messages = Object.values(aboutUpstairs({ name: 'Willow', words: 'a paid peer trainer from May' }));
    const refusals = Object.values(upstairsWords.refusals).map((sentence) => sentence(3));
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/upstairs.txt');
  });
});
