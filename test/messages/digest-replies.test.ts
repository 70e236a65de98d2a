import { describe, expect, it } from 'vitest';
import { digestMessage } from '../../src/messages/digest.ts';
import {
  digestPosted,
  digestPostedAlready,
  digestPreview,
  digestTooSoon,
  sayWhatIsWrong,
} from '../../src/messages/digest-replies.ts';
import type { Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { huddleOf, willowGroups } from '../domain/measuring.ts';
import { facts, given } from './digest-sample.ts';

const huddle = huddleOf(willowGroups, { nextDigestAt: '2027-03-16T09:00:00.000Z' });
const messages = digestMessage(facts, given);
const preview = (posting: 'may' | 'is-out' | 'too-soon') => digestPreview(messages, { huddle, posting });
const read = (...documents: readonly Document[]) =>
  `${documents.map(({ blocks }) => plainText(blocks)).join('\n\n---\n\n')}\n`;

describe('a preview', () => {
  it('as a coordinator reads it', async () => {
    await expect(read(preview('may'))).toMatchFileSnapshot('golden/digest-replies-preview.txt');
  });

  it('has everything that would be posted, in its order, and none of its buttons', () => {
    const posted = [messages.channel, messages.threads.proof, messages.threads.heard, messages.threads.roles];
    const lines = read(...posted)
      .split('\n')
      .filter((line) => line !== '' && line !== '---' && !line.startsWith('['));
    const text = read(preview('may'));
    let at = 0;
    for (const line of lines) {
      at = text.indexOf(line, at);
      expect(at, line).toBeGreaterThanOrEqual(0);
    }
    expect(preview('may').blocks.some(({ kind }) => kind === 'actions')).toBe(false);
  });

  it('says how to post it only where it may be posted', () => {
    const lastLine = (posting: 'may' | 'is-out' | 'too-soon') => read(preview(posting)).trim().split('\n').at(-1);
    expect(lastLine('may')).toBe('To post it now, type: digest post.');
    expect(lastLine('is-out')).toBe('It comes on Tuesday 16 March at 9am.');
    expect(lastLine('too-soon')).toBe(
      'There is nothing to tell of last week yet. The next comes on Tuesday 16 March at 9am.',
    );
  });

  it('says first that only they can see it, on a lock screen too', () => {
    expect(read(preview('may')).split('\n')[0]).toContain('Only you can see it.');
    expect(preview('may').summary).toMatch(/^Willow\. This is how it would look now\. Only you can see it\./);
  });
});

it('the short replies', async () => {
  await expect(
    read(
      digestPosted(),
      digestPostedAlready(huddle),
      digestTooSoon(huddle),
      sayWhatIsWrong(['Ellis', 'Priya']),
      sayWhatIsWrong(['Priya']),
      sayWhatIsWrong([]),
    ),
  ).toMatchFileSnapshot('golden/digest-replies-short.txt');
});
