import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { proposalNote } from '../../src/messages/proposals.ts';
import { proposalRefusal } from '../../src/messages/proposal-refusals.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { person } from '../support/sample-facts.ts';
import { aboutProposals, sampleProposal, sampleProposalFacts } from '../support/sample-proposals.ts';

const written = { name: 'Priya', words: 'a warm day room' };

function read(begins: RegExp): string {
  return Object.entries(aboutProposals(written))
    .filter(([name, document]) => begins.test(name) && document !== null)
    .map(([name, document]) => `# ${name}\n\n${plainText(document?.blocks ?? [])}\n`)
    .join('\n');
}

describe('suggested changes as people read them', () => {
  it('in the place, in private and at their end', async () => {
    await expect(read(/^(?!agreement)/)).toMatchFileSnapshot('golden/proposals.txt');
  });

  it('what we agree, in parts that can be printed', async () => {
    await expect(read(/^agreement/)).toMatchFileSnapshot('golden/agreement.txt');
  });

  it('a note of a no keeps the reason from a lock screen', () => {
    const no = sampleProposal(written, {
      answers: [{ person: person('dev'), at: '', says: 'no', fills: [], words: 'I cannot pay' }],
    });
    const note = proposalNote(no, sampleProposalFacts(written, [no]), 'no');
    expect(plainText(note?.blocks ?? [])).toContain('I cannot pay');
    expect(note?.summary).not.toContain('I cannot pay');
  });

  it('times over the caps say which days to keep', () => {
    const refusal = refuse('times', { code: 'too-many-days', keep: ['1', '2', '3'] });
    expect(proposalRefusal(refusal)).toContain('Monday, Tuesday and Wednesday');
  });
});
