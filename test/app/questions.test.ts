import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, mondaysAt10, openStage, said, willow } from './stage.ts';

afterEach(closeStages);
const start = '2027-02-22T09:00:00.000Z';
const running = {
  start,
  huddle: {
    checkIn: { schedule: mondaysAt10, nextDueAt: '2027-03-01T10:00:00.000Z', sent: 0 },
    nextDigestAt: '2027-03-02T09:00:00.000Z',
  },
};
const rounds = async (stage: Awaited<ReturnType<typeof openStage>>) =>
  (await stage.store.read.rounds.recent(willow, 20)).toReversed().map(({ prompt }) => prompt.text);

describe("a member's own question", () => {
  it('waits for its turn, is asked with no name, and the digest says that it came from a member', async () => {
    const stage = await openStage(running);
    expect(said(await stage.type('Amina', 'question add "Who sang this week?"'))).toContain('Saved as question 101.');
    expect(stage.everywhere()).toEqual([]);
    const list = said(await stage.type('Ruth', 'questions'));
    expect(list).toContain('101: Who sang this week?');
    expect(list).not.toContain('Amina');
    await stage.moveTo('2027-04-10T12:00:00.000Z');
    expect((await rounds(stage)).filter((text) => text === 'Who sang this week?')).toHaveLength(1);
    const place = stage.place().find((text) => text.includes('Who sang this week?')) ?? '';
    expect(place).toContain('A question from one of us');
    expect(place).not.toContain('Amina');
    expect(stage.place().filter((text) => text.includes('1 question came from a member.'))).toHaveLength(1);
    expect(JSON.stringify((await stage.store.read.huddles.get(willow))?.questions)).not.toContain('sang');
  });

  it('is worded anew in a form that holds its words, by whoever added it', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'question add Who sang this week?');
    const form = await stage.press('Amina', 'Change question 101');
    expect(JSON.stringify(form)).toContain('Who sang this week?');
    expect((await stage.submit('Amina', form, { text: ' ' })).kind).toBe('invalid');
    await stage.submit('Amina', form, { text: 'Who danced?' });
    expect(said(await stage.type('Dev', 'questions'))).toContain('101: Who danced?');
    expect(said(await stage.type('Dev', 'question reword 101 to Who slept?'))).toContain('added yourself');
  });

  it('that comes again as the same act is kept once', async () => {
    const stage = await openStage({ start });
    const first = await stage.type('Amina', 'question add Who sang?', { id: 'once' });
    expect(await stage.type('Amina', 'question add Who sang?', { id: 'once' })).toEqual(first);
    expect((await stage.store.read.huddles.get(willow))?.questions?.own).toHaveLength(1);
  });

  it('stands in what is held of them, and goes when they are forgotten; what they ruled out stays out', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'question add Who sang?');
    await stage.type('Amina', 'question veto 12');
    const held = said(await stage.type('Amina', 'my data'));
    expect(held).toContain('Who sang?');
    expect(held).toContain('You ruled out question 12.');
    await stage.type('Amina', 'forget me');
    await stage.press('Amina', 'Yes, forget me');
    const questions = (await stage.store.read.huddles.get(willow))?.questions;
    expect(questions?.own).toEqual([]);
    expect(questions?.vetoes.map(({ question }) => question)).toHaveLength(1);
  });
});

describe('a question that a member ruled out', () => {
  it('is never asked, neither in its turn nor by a coordinator, and nobody learns who it was', async () => {
    const stage = await openStage(running);
    await stage.type('Amina', 'questions');
    const first = (await rounds(stage)).length;
    const reply = said(await stage.press('Amina', 'Never ask 50'));
    expect(reply).toContain('I will never ask question 50 here.');
    expect(first).toBe(0);
    expect(said(await stage.type('Priya', 'ask eval-1'))).toContain('ruled that question out');
    expect(said(await stage.type('Priya', 'question allow 50'))).toContain('I do not say who');
    await stage.moveTo('2027-03-02T12:00:00.000Z');
    expect(await rounds(stage)).toHaveLength(1);
    expect((await rounds(stage)).join()).not.toContain('How will we know');
    expect(stage.everywhere().join()).not.toContain('Amina');
    await stage.press('Amina', 'Allow question 50 again');
    expect(said(await stage.type('Priya', 'what changed'))).toContain('A no to question 50 was taken back.');
  });

  it('does not go out in the morning when it was ruled out in the night before', async () => {
    const stage = await openStage({ start: '2027-02-23T22:00:00.000Z' });
    await stage.type('Priya', 'ask eval-1');
    await stage.type('Amina', 'question veto 50');
    await stage.moveTo('2027-02-24T12:00:00.000Z');
    expect(stage.place().join()).not.toContain('How will we know');
  });

  it('that is only talk is no veto', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', 'veto that idea about lifts');
    expect((await stage.store.read.huddles.get(willow))?.questions).toBeUndefined();
  });
});
