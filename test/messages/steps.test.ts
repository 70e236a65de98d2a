import { describe, expect, it } from 'vitest';
import { stepBlocks } from '../../src/messages/digest-steps.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { stepWords } from '../../src/words/en/steps.ts';
import { aboutSteps } from '../support/sample-steps.ts';

describe('steps as people read them', () => {
  it('the list, the second look, the questions, and every no', async () => {
    const messages = Object.values(aboutSteps({ name: 'Willow', words: '' }));
    const refusals = Object.values(stepWords.refusals);
    const text = [...messages.map(({ blocks }) => plainText(blocks)), ...refusals].join('\n\n---\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('golden/steps.txt');
  });

  it('one short line in the digest, and none where nothing moved', () => {
    const line = (closed: Parameters<typeof stepBlocks>[0]) => plainText(stepBlocks(closed));
    expect(line({ closed: ['partners'], opened: 'roles', told: 3 })).toBe(
      'We closed step 2 and opened step 4, who does what.',
    );
    expect(line({ closed: ['need', 'partners'], opened: 'values', told: 5 })).toBe(
      'We closed step 1 and step 2, and opened step 3, what matters to us.',
    );
    expect(line({ closed: [], opened: 'need', told: 1 })).toBe('We opened step 1, what we need to change.');
    expect(line({ closed: ['evaluation'], opened: null, told: 2 })).toBe('We closed step 7.');
    expect(stepBlocks({ closed: [], opened: null, told: 2 })).toEqual([]);
    expect(stepBlocks(undefined)).toEqual([]);
  });
});
