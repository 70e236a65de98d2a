import { expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { coverWords } from '../../src/words/en/cover.ts';
import { aboutCover } from '../support/sample-cover.ts';

it('being away and standing in, as people read it', async () => {
  const messages = Object.entries(aboutCover({ name: 'Ellis', words: 'tea' }));
  const shown = messages.map(([name, one]) => `[[${name}]]\n${plainText(one.blocks)}`);
  const refusals = Object.values(coverWords.refusals).map((sentence) => sentence());
  await expect(`${[...shown, ...refusals].join('\n\n---\n\n')}\n`).toMatchFileSnapshot('golden/cover.txt');
});
