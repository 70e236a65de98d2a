import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { meetingWords } from '../../src/words/en/meetings.ts';
import { aboutMeetings } from '../support/sample-meetings.ts';

describe('meetings as people read them', () => {
  it('notes at each stage, what their writer reads, and every no', async () => {
    const messages = Object.entries(aboutMeetings({ name: 'Willow', words: 'put a bench in the garden' }));
    const shown = messages.map(([name, one]) => `[[${name}]]\n${one === null ? '(nothing)' : plainText(one.blocks)}`);
    const no = Object.values(meetingWords.no).map((sentence) => sentence('tea makers'));
    const refusals = Object.values(meetingWords.refusals).map((sentence) => sentence());
    await expect(`${[...shown, ...no, ...refusals].join('\n\n---\n\n')}\n`).toMatchFileSnapshot('golden/meetings.txt');
  });

  it('a lock screen shows nothing of what somebody says is wrong', () => {
    const { 'notes to put right': document } = aboutMeetings({ name: 'Willow', words: 'zebra' });
    expect(document?.summary).not.toContain('zebra');
  });
});
