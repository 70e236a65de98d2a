import { afterEach, describe, expect, it } from 'vitest';
import type { RoundId } from '../../src/domain/ids.ts';
import { channel, closeStages, everyone, openStage, personOf, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-03-03T10:00:00.000Z';
const closes = '2027-03-06T10:00:00.000Z';
const goal = 'What did you see when the goal moved?';
const none = '' as RoundId;
const names = Object.keys(everyone) as readonly Name[];
const secret = 'We lost heart that week.';

async function asking(id = 'values-6', given: Partial<Parameters<typeof openStage>[0]> = {}): Promise<Stage> {
  const stage = await openStage({ start, huddle: { nextDigestAt: '2027-03-09T09:00:00.000Z' }, ...given });
  expect(said(await stage.type('Priya', `ask ${id}`))).toContain('Sent to each person in private.');
  return stage;
}
const got = (stage: Stage, name: Name) => stage.notes(name).filter((text) => text.includes(goal));

async function answer(stage: Stage, name: Name, seenBy: string, text = secret) {
  const form = await stage.press(name, 'Answer in private', { direct: true });
  return stage.submit(name, form, { text, 'seen-by': seenBy }, { direct: true });
}

describe('a private question in words', () => {
  it('comes to each person alone, and stands in no place, also not in one that is added or opened later', async () => {
    const stage = await asking();
    for (const name of names) expect(got(stage, name)).toHaveLength(1);
    expect(got(stage, 'Amina')[0]).toContain('You pick who reads it');
    expect(got(stage, 'Amina')[0]).not.toContain('Answer to everyone');
    await stage.moveTo('2027-03-06T12:00:00.000Z');
    expect(stage.everywhere().join()).not.toContain(goal);
  });

  it('is not sent to whoever is on a break, and waits for a day of peace after a card with numbers to call', async () => {
    const stage = await openStage({ start, people: { Dev: { heldUntil: '2027-03-04T12:00:00.000Z' } } });
    await stage.type('Jo', 'pause');
    await stage.type('Priya', 'ask values-6');
    expect([got(stage, 'Jo').length, got(stage, 'Dev').length]).toEqual([0, 0]);
    await stage.moveTo('2027-03-04T12:00:00.000Z');
    expect([got(stage, 'Jo').length, got(stage, 'Dev').length]).toEqual([0, 1]);
  });

  it('keeps an answer for the person alone: they find it in what is held, and nobody else reads it anywhere', async () => {
    const stage = await asking();
    expect(said(await answer(stage, 'Amina', 'self'))).toContain('No one else sees it.');
    expect(said(await stage.type('Amina', 'my data', { direct: true }))).toContain(secret);
    expect(said(await stage.type('Priya', 'answers'))).not.toContain(secret);
    expect(said(await stage.type('Priya', 'home'))).not.toContain('only for those who run');
    await stage.moveTo('2027-03-09T10:00:00.000Z');
    expect(stage.everywhere().join()).not.toContain(secret);
    for (const name of names.filter((one) => one !== 'Amina')) expect(stage.notes(name).join()).not.toContain(secret);
    expect(JSON.stringify(stage.logged)).not.toContain('lost heart');
    expect(JSON.stringify(await stage.store.read.journal.list(willow))).not.toContain('lost heart');
  });

  it('is read by those who run the huddle where the person picked that', async () => {
    const stage = await openStage({ start });
    const appointed = {
      type: 'CoordinatorAppointed',
      at: start,
      person: personOf('Priya'),
      by: personOf('Priya'),
    } as const;
    await stage.store.transact((records) => records.journal.append(willow, [appointed]));
    await stage.type('Priya', 'ask values-6');
    await answer(stage, 'Amina', 'coordinators');
    await answer(stage, 'Dev', 'self', 'Not for you.');
    const read = said(await stage.type('Priya', 'answers'));
    expect(read).toContain(secret);
    expect(read).not.toContain('Not for you.');
  });

  it('takes no answer for everyone, whatever comes in', async () => {
    const stage = await asking();
    expect((await answer(stage, 'Amina', 'named')).kind).toBe('invalid');
    const { reply } = await stage.say('Amina', 'answer we lost heart', { direct: true });
    expect(said(reply)).not.toContain('with my name');
    expect(said(await stage.press('Amina', 'Yes, only for me', { direct: true }))).toContain('Heard. Thank you.');
  });

  it('counts as a turn and in heard from, and its close says how many without the question', async () => {
    const stage = await asking();
    await answer(stage, 'Amina', 'self');
    await answer(stage, 'Dev', 'none');
    const turns = await stage.store.read.speech.between(willow, start, closes);
    expect(turns.map(({ person }) => person)).toEqual([personOf('Amina'), personOf('Dev')]);
    await stage.moveTo('2027-03-06T12:00:00.000Z');
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    expect(round?.heard).toEqual({ people: 2, of: 9 });
    const [told = ''] = stage.place().filter((text) => text.includes('A private question has closed.'));
    expect(told).toContain('We heard from 2 of 9 people.');
    expect(told).not.toContain('Add a late answer');
    expect(got(stage, 'Ruth').at(-1)).toContain('Add a late answer');
  });

  it('can be picked from, in the form or in words', async () => {
    const stage = await asking('roles-6');
    const { reply } = await stage.say('Ruth', 'answer not yet', { direct: true });
    expect(said(reply)).toContain('Is this your answer?');
    await stage.press('Ruth', 'Yes, only for me', { direct: true });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    expect(await stage.store.read.rounds.response(round?.id ?? none, personOf('Ruth'))).toMatchObject({
      answer: { text: 'Not yet', option: 2, seenBy: 'self' },
    });
    expect(said(await stage.type('Ruth', 'home'))).toContain('A private question: "Have you been paid');
  });

  it('goes when they are forgotten, and its words after 30 days', async () => {
    const stage = await asking();
    await answer(stage, 'Amina', 'self');
    await answer(stage, 'Dev', 'self', 'Dev keeps this.');
    await stage.type('Amina', 'forget me', { direct: true });
    await stage.press('Amina', 'Yes, forget me', { direct: true });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const left = JSON.stringify(await stage.store.read.rounds.responses(round?.id ?? none));
    expect(left).not.toContain('lost heart');
    expect(left).toContain('Dev keeps this.');
    const words = { what: 'private-answers', before: addDays(closes, 31) } as const;
    expect(await stage.store.read.retention.count(words)).toBe(1);
  });

  it('can be ruled out by a member', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'question veto 18');
    expect(said(await stage.type('Priya', 'ask values-6'))).toContain('ruled that question out');
  });

  it.each(['values-6', 'roles-6'])('%s is posted nowhere, also where a place is to get what is open', async (id) => {
    const stage = await asking(id);
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const note = { kind: 'prompt', subject: round?.id ?? none, to: channel, huddle: willow, notBefore: start } as const;
    await stage.store.transact((records) => records.outbox.enqueue({ ...note, expiresAt: null, under: null }));
    await stage.outbox.flush();
    expect(stage.everywhere()).toEqual([]);
  });
});

function addDays(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}
