import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { sponsorWords } from '../../src/words/en/sponsor.ts';
import { aboutSponsor } from '../support/sample-sponsor.ts';

describe('the note to the sponsor as people read it', () => {
  it('to coordinators, in the place, on paper, and every no', async () => {
    const messages = Object.values(aboutSponsor({ name: 'Graham Price', words: 'pay a peer trainer' }));
    const refusals = Object.values(sponsorWords.refusals).map((sentence) => sentence());
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/sponsor.txt');
  });
});
