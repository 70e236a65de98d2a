import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, mondaysAt10, openStage, said, willow, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-03-01T09:00:00.000Z';
const weekly = (sent: number) => ({
  checkIn: { schedule: mondaysAt10, nextDueAt: '2027-03-01T10:00:00.000Z', sent },
});

async function prompts(stage: Stage): Promise<readonly string[]> {
  return (await stage.store.read.rounds.recent(willow, 5)).map(({ prompt }) => prompt.reach);
}

describe('answers that wait and are shown together', () => {
  it('for one question, by "together" after it: no answer in the open before the close, and all at once then', async () => {
    const stage = await openStage({ start });
    await stage.moveTo('2027-03-01T10:00:00.000Z');
    await stage.type('Priya', 'ask "What got in the way?" together');
    const question = stage.messageWith('What got in the way?');
    expect(stage.place().join()).toContain(
      'Then we show them all at once. Please answer in private, not in this thread.',
    );
    expect(stage.place().join()).not.toContain('together');
    const { reply } = await stage.say('Ruth', 'The lift.', { thread: question });
    expect(said(reply)).toContain('This question waits, so that no one goes first. Please answer in private too.');
    const form = await stage.press('Dev', 'Answer in private');
    await stage.submit('Dev', form, { text: 'The bus.', 'seen-by': 'named' });
    expect(stage.everywhere().join()).not.toContain('The bus.');
    await stage.moveTo('2027-03-04T10:01:00.000Z');
    const shown = stage.everywhere().join('\n');
    expect(shown).toContain('The bus.');
    expect(shown).not.toContain('The lift.');
  });

  it('a question that ends in the word is only a question', async () => {
    const stage = await openStage({ start });
    await stage.moveTo('2027-03-01T10:00:00.000Z');
    await stage.type('Priya', 'ask How do we work together');
    expect(stage.place().join()).toContain('How do we work together');
    expect(await prompts(stage)).toEqual(['choose']);
  });

  it('as a standing choice, for each question that leaves people to choose, until it is off', async () => {
    const stage = await openStage({ start, huddle: weekly(4) });
    expect(said(await stage.type('Priya', 'settings answers together on'))).toContain('Then we show them all at once');
    await stage.moveTo('2027-03-01T10:00:00.000Z');
    expect(await prompts(stage)).toEqual(['held']);
    await stage.type('Priya', 'settings answers together off');
    await stage.moveTo('2027-03-15T10:00:00.000Z');
    expect(await prompts(stage)).toEqual(['choose', 'private', 'held']);
  });

  it('the next time only: a private question between does not use it up', async () => {
    const stage = await openStage({ start, huddle: weekly(5) });
    await stage.type('Priya', 'settings answers together next');
    await stage.moveTo('2027-03-22T10:00:00.000Z');
    expect(await prompts(stage)).toEqual(['choose', 'private', 'held', 'private']);
    expect((await stage.store.read.huddles.get(willow))?.together).toBeUndefined();
  });

  it('says what it can be set to', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', 'settings answers together perhaps'))).toContain(
      'Please say on, off or next.',
    );
    expect(said(await stage.type('Priya', 'settings private numbers by group on'))).toContain(
      'Each group gets its own number',
    );
    expect(said(await stage.type('Priya', 'settings'))).toContain('for each group too');
  });
});
