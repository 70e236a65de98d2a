import { afterEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { MessageRef, RoundId } from '../../src/domain/ids.ts';
import {
  closeStages,
  memberOf,
  messageOf,
  openStage,
  personOf,
  huddleOf,
  willow,
  type Given,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const minute = (n: number) => new Date(Date.parse(monday) + n * 60_000).toISOString();

/** Willow with a question to reply to. */
async function asked(given: Partial<Given> = {}) {
  const stage = await openStage({ start: monday, ...given });
  await stage.type('Priya', 'ask "What shall we plant?"');
  const thread = stage.messageWith('What shall we plant?');
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  return { stage, thread, round: round?.id ?? ('' as RoundId) };
}

const message = messageOf('reply');
const spoken = (stage: Stage, thread: MessageRef, at: number) =>
  stage.say('Amina', 'herbs', { thread, message, at: minute(at) });
const deleted = (stage: Stage, thread: MessageRef, at: number) =>
  stage.delete('Amina', message, thread, { at: minute(at) });
const restored = (stage: Stage, thread: MessageRef, at: number, text = 'herbs') =>
  stage.act('Amina', { kind: 'restored', message, thread, text, files: 0, at: minute(at) });

const turns = async (stage: Stage) =>
  (await stage.store.read.speech.between(willow, monday, '2027-04-01T00:00:00.000Z')).length;
const answerOf = async (stage: Stage, round: RoundId) =>
  (await stage.store.read.rounds.response(round, personOf('Amina')))?.answer ?? null;

describe('a deletion that is taken back', () => {
  it('counts again, and the answer that it gave is given again with its words, in time as it was', async () => {
    const { stage, thread, round } = await asked();
    await spoken(stage, thread, 1);
    await deleted(stage, thread, 2);
    expect([await turns(stage), await answerOf(stage, round)]).toEqual([0, null]);
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    const reply = await stage.act('Amina', { kind: 'restored', message, thread, text: 'herbs', files: 0 });
    expect(reply).toEqual({ kind: 'none' });
    expect(await turns(stage)).toBe(1);
    expect(await answerOf(stage, round)).toMatchObject({ text: 'herbs', late: false, seenBy: 'named', message });
  });

  it('deleted once more is gone once more, whatever the platform calls the second deletion', async () => {
    const { stage, thread, round } = await asked();
    await spoken(stage, thread, 1);
    await stage.delete('Amina', message, thread, { at: minute(2), id: 'reply:gone' });
    await restored(stage, thread, 3);
    await stage.delete('Amina', message, thread, { at: minute(4), id: 'reply:gone' });
    expect([await turns(stage), await answerOf(stage, round)]).toEqual([0, null]);
  });

  it('in a thread that is none of ours leaves nothing', async () => {
    const { stage } = await asked();
    await restored(stage, messageOf('elsewhere'), 1);
    expect(await stage.store.read.speech.get(`slack/T1/C1/reply`)).toBeNull();
  });

  it('of a command is no turn and no answer', async () => {
    const { stage, thread, round } = await asked();
    await stage.say('Amina', 'promises', { thread, message, mentionsBot: true, at: minute(1) });
    await deleted(stage, thread, 2);
    const back = { kind: 'restored', message, thread, text: 'promises', files: 0, mentionsBot: true, at: minute(3) };
    await stage.act('Amina', back);
    expect([await turns(stage), await answerOf(stage, round)]).toEqual([0, null]);
  });

  it('does not wipe what the person wrote in the form since', async () => {
    const { stage, thread, round } = await asked();
    await spoken(stage, thread, 1);
    await deleted(stage, thread, 2);
    stage.setClock(minute(3));
    await stage.type('Amina', 'answer trees');
    await stage.press('Amina', 'Just count me as heard');
    await restored(stage, thread, 4);
    expect(await answerOf(stage, round)).toMatchObject({ seenBy: 'none', message: null });
  });

  it('of someone who is not counted gives the answer again, and still no turn', async () => {
    const standings = [{ from: monday, status: 'active', counted: false, group: null, also: null }] as const;
    const { stage, thread, round } = await asked({ members: { Amina: { standings } } });
    await spoken(stage, thread, 1);
    await deleted(stage, thread, 2);
    await restored(stage, thread, 3);
    expect([await turns(stage), (await answerOf(stage, round))?.text]).toEqual([0, 'herbs']);
    expect(memberOf('Amina', huddleOf(monday), monday).standings[0]?.counted).toBe(true);
  });
});

it.each([
  ['', true, 1],
  [', of someone who is not counted', false, 0],
] as const)(
  'comes out the same in whatever order the news of a message arrives, and however often%s',
  async (_whose, counted, many) => {
    const standings = [{ from: monday, status: 'active', counted, group: null, also: null }] as const;
    const news = { spoken, deleted, restored } as const;
    type News = keyof typeof news;
    const at: Readonly<Record<News, number>> = { spoken: 1, deleted: 2, restored: 3 };
    const all: readonly News[] = ['spoken', 'deleted', 'restored'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...all], { minLength: 3 }),
        fc.array(fc.constantFrom(...all), { maxLength: 3 }),
        async (order, again) => {
          const { stage, thread, round } = await asked({ members: { Amina: { standings } } });
          for (const each of [...order, ...again]) await news[each](stage, thread, at[each]);
          expect([await turns(stage), (await answerOf(stage, round))?.text]).toEqual([many, 'herbs']);
          await stage.close();
        },
      ),
      { numRuns: 20 },
    );
  },
);

it('a deletion that is never taken back stays, in whatever order it came', async () => {
  for (const order of [
    [spoken, deleted],
    [deleted, spoken],
    [spoken, deleted, spoken],
  ]) {
    const { stage, thread, round } = await asked();
    for (const each of order) await each(stage, thread, each === spoken ? 1 : 2);
    expect([await turns(stage), await answerOf(stage, round)]).toEqual([0, null]);
  }
});
