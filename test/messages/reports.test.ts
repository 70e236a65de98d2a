import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { reportWords } from '../../src/words/en/reports.ts';
import { aboutReports } from '../support/sample-reports.ts';

describe('a report for a board as people read it', () => {
  const messages = aboutReports({ name: 'Graham Price', words: 'pay a peer trainer' });

  it('before and after both sides said yes, in private, in the place and on paper', async () => {
    const texts = Object.entries(messages).flatMap(([name, message]) =>
      message === null ? [] : [`## ${name}\n\n${plainText(message.blocks)}`],
    );
    const { waitsAlready, ...others } = reportWords.refusals;
    const refusals = [waitsAlready(30), ...Object.values(others).map((sentence) => sentence())];
    await expect(`${[...texts, ...refusals].join('\n\n---\n\n')}\n`).toMatchFileSnapshot('golden/reports.txt');
  });

  it('has no way to be printed until it is agreed, and none for members', () => {
    const has = (name: string) => JSON.stringify(messages[name]).includes('report-print');
    for (const name of ['report, draft', 'report, waits', 'report, not agreed', 'report, agreed, to members'])
      expect(has(name), name).toBe(false);
    expect(has('report, agreed')).toBe(true);
  });
});
