import { afterEach, describe, expect, it } from 'vitest';
import { addMs, dayMs, hourMs } from '../../src/domain/time.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import {
  addHuddle,
  channel,
  closeStages,
  huddleOf,
  identityOf,
  memberOf,
  messageOf,
  openStage,
  personOf,
  said,
  willow,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

/** A Wednesday at 10:40 at night, deep in the quiet hours. */
const night = '2027-03-17T22:40:00.000Z';
const words = 'I do not want to wake up, to be honest';

async function asked(start = '2027-03-17T12:00:00.000Z') {
  const stage = await openStage({ start });
  await stage.type('Priya', 'ask "What got in the way this week?"');
  return { stage, question: stage.messageWith('What got in the way this week?') };
}

const standingIn = ({ platform }: Stage, to: string) =>
  platform.messages().filter((message) => message.to.includes(to));
const cards = (stage: Stage) => stage.platform.messages().filter(({ text }) => text.includes('116 123'));
const everything = async ({ store }: Stage): Promise<string> =>
  JSON.stringify([
    await store.read.journal.list(willow),
    await store.read.rounds.recent(willow, 5),
    await store.read.speech.between(willow, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z'),
  ]);

describe('an answer that may tell of danger', () => {
  it('is met with who to call, to the writer alone, at once and in a message that lasts, also at night', async () => {
    const { stage } = await asked();
    const form = await stage.press('Amina', 'Answer in private');
    stage.setClock(night);
    const before = stage.platform.messages().length;
    const reply = await stage.submit('Amina', form, { text: words, 'seen-by': 'named' });
    expect(reply.kind).toBe('private');
    for (const number of ['999', 'A&E', '111', '116 123', '85258']) expect(said(reply)).toContain(number);
    expect(said(reply)).toContain('I am a computer. No one is watching this chat all the time.');
    expect(said(reply)).toContain('I kept none of your words and told no one.');
    expect(stage.platform.messages().slice(before)).toHaveLength(1);
    expect(cards(stage).map(({ to }) => to)).toEqual([standingIn(stage, identityOf('Amina').user)[0]?.to]);
  });

  it('is kept nowhere, and they are heard all the same', async () => {
    const { stage } = await asked();
    const form = await stage.press('Amina', 'Answer in private');
    await stage.submit('Amina', form, { text: words, 'seen-by': 'named' });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const response = round && (await stage.store.read.rounds.response(round.id, personOf('Amina')));
    expect(response?.answer).toMatchObject({ text: null, seenBy: 'none' });
    expect(await everything(stage)).not.toContain('wake up');
    const [lasting] = cards(stage);
    expect(lasting).toBeDefined();
    expect(await stage.store.read.outbox.byMessage(messageOf(lasting?.id ?? ''))).toBeNull();
    expect(JSON.stringify(stage.logged)).not.toMatch(/wake up|card|worry/);
  });

  it('does not wipe the answer that they gave before', async () => {
    const { stage } = await asked();
    await stage.submit('Amina', await stage.press('Amina', 'Answer in private'), {
      text: 'The lift.',
      'seen-by': 'named',
    });
    await stage.submit('Amina', await stage.press('Amina', 'Answer in private'), { text: words, 'seen-by': 'named' });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const response = round && (await stage.store.read.rounds.response(round.id, personOf('Amina')));
    expect(response?.answer?.text).toBe('The lift.');
  });

  it('twice over is one card: a platform may send an act again', async () => {
    const { stage, question } = await asked();
    const act = { thread: question, id: 'one-act' };
    await stage.say('Ruth', 'this rota is killing me', act);
    await stage.say('Ruth', 'this rota is killing me', act);
    expect(cards(stage)).toHaveLength(1);
  });
});

describe('in this week’s thread', () => {
  it('the writer alone sees the card; the turn counts, the words do not', async () => {
    const { stage, question } = await asked();
    const inTheRoom = stage.everywhere().length;
    const { reply } = await stage.say('Ruth', 'this rota is killing me', { thread: question });
    expect(said(reply)).toContain('116 123');
    expect(stage.everywhere()).toHaveLength(inTheRoom);
    const turns = await stage.store.read.speech.between(willow, '2027-03-17T00:00:00.000Z', '2027-03-18T00:00:00.000Z');
    expect(turns.map(({ person }) => person)).toEqual([personOf('Ruth')]);
    expect(await everything(stage)).not.toContain('rota');
  });

  it('said to WeSaid by name as a command, it is an answer and no talk', async () => {
    const { stage } = await asked();
    await stage.say('Ruth', 'answer I want to die', { mentionsBot: true });
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const response = round && (await stage.store.read.rounds.response(round.id, personOf('Ruth')));
    expect(response?.answer).toMatchObject({ text: null, seenBy: 'none' });
  });

  it('other people’s talk is not read', async () => {
    const { stage } = await asked();
    const { reply } = await stage.say('Ruth', 'this rota is killing me');
    expect(reply).toEqual({ kind: 'none' });
    expect(cards(stage)).toEqual([]);
  });

  it('an answer that is edited so loses its words', async () => {
    const { stage, question } = await asked();
    const { message } = await stage.say('Amina', 'The lift.', { thread: question });
    const reply = await stage.edit('Amina', message, words);
    expect(said(reply)).toContain('116 123');
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    const response = round && (await stage.store.read.rounds.response(round.id, personOf('Amina')));
    expect(response?.answer?.text).toBeNull();
  });
});

describe('wherever else it is written', () => {
  it('a reply in a thread of ours that is edited so is met, also where it was no answer', async () => {
    const { stage } = await asked();
    await stage.type('Ruth', 'we will paint the day room by 20 March');
    const under = stage.messageWith('paint the day room');
    const { message } = await stage.say('Ruth', 'The lift.', { thread: under });
    expect(said(await stage.edit('Ruth', message, words))).toContain('116 123');
  });

  it('the field of any form is met, and nothing of the form is saved', async () => {
    const { stage } = await asked();
    const form = await stage.type('Ruth', 'we will');
    const values = { what: 'paint the day room', date: '2027-03-20', due: '2027-03-20', for: words };
    expect(said(await stage.submit('Ruth', form, values))).toContain('116 123');
    expect(await stage.store.read.promises.list(willow)).toEqual([]);
  });

  it('a button that carries typed words on is met, in the chat and for an answer that was offered', async () => {
    const { stage } = await asked();
    for (const action of ['promise-from', 'answer-as', 'in-huddle']) {
      const reply = await stage.act('Amina', { kind: 'action', action, subject: `${willow}\n${words}`, message: null });
      expect(said(reply), action).toContain('116 123');
    }
  });

  it('someone in two huddles gets the lasting card and the day of peace, though nobody asks which they mean', async () => {
    const { stage } = await asked();
    await stage.store.transact(async (records) => {
      const huddle = huddleOf(stage.now(), { id: 'elm' as HuddleId, name: 'Elm' });
      await addHuddle(records, huddle, { ...channel, channel: 'C2' });
      await records.members.save(memberOf('Amina', huddle, stage.now()));
    });
    const act = { direct: true, id: 'one-act' };
    expect(said(await stage.type('Amina', words, act))).toContain('116 123');
    await stage.type('Amina', words, act);
    expect(cards(stage)).toHaveLength(1);
    expect((await stage.store.read.people.get(personOf('Amina')))?.heldUntil).toBe(addMs(stage.now(), dayMs));
  });

  it('in Teams it is met in the same way', async () => {
    const { stage } = await asked();
    const reply = await stage.act('Amina', { kind: 'command', text: words }, { on: 'teams' });
    expect(said(reply)).toContain('116 123');
  });
});

describe('a command that holds such words', () => {
  it.each(['could not cope last night', 'we will end it all by Friday', 'answer I want to die', 'I want to die'])(
    '"%s" is met with the card, never with an error, and runs nothing',
    async (line) => {
      const { stage } = await asked();
      expect(said(await stage.type('Amina', line))).toContain('116 123');
      expect(await stage.store.read.promises.list(willow)).toEqual([]);
    },
  );

  it('is met with it for someone who is in no huddle, too', async () => {
    const { stage } = await asked();
    const who = { ...identityOf('Jo'), user: 'U99' };
    const reply = await stage.act('Jo', { kind: 'command', text: 'I want to die', who });
    expect(said(reply)).toContain('116 123');
  });
});

it('for a day nothing else of ours reaches them, and then it does', async () => {
  const { stage } = await asked();
  await stage.press('Amina', 'Ask me later');
  await stage.say('Amina', words, { direct: true });
  const at = stage.now();
  const reached = () => standingIn(stage, identityOf('Amina').user).filter(({ text }) => !text.includes('116 123'));
  const before = reached().length;
  await stage.moveTo(addMs(at, dayMs - hourMs));
  expect(reached()).toHaveLength(before);
  await stage.moveTo(addMs(at, dayMs + 12 * hourMs));
  expect(reached().length).toBeGreaterThan(before);
});

describe('anyone can ask at any time', () => {
  it.each(['safe', 'Crisis', "I'm not safe", 'i need help'])('"%s" shows who to call', async (line) => {
    const { stage } = await asked();
    expect(said(await stage.type('Jo', line))).toContain('call 111');
  });

  it('whoever is worried about someone is told what to do, and nothing of it is kept', async () => {
    const { stage } = await asked();
    expect(said(await stage.type('Dev', 'worried about someone in Marigold ward'))).toContain(
      'If a life is at risk now',
    );
    expect(await everything(stage)).not.toContain('Marigold');
  });

  it('"worried about money" is an answer like any other', async () => {
    const { stage } = await asked();
    expect(said(await stage.type('Dev', 'worried about money'))).toContain('Is this your answer?');
  });
});
