import { afterEach, describe, expect, it } from 'vitest';
import { foldTurns } from '../../src/domain/turns.ts';
import {
  closeStages,
  messageOf,
  openStage,
  personOf,
  said,
  willow,
  type Given,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const minute = (n: number) => new Date(Date.parse(monday) + n * 60_000).toISOString();

const willowAt = (given: Partial<Given> = {}) => openStage({ start: monday, ...given });
const listening = () => willowAt({ huddle: { listening: true } });

const heard = async ({ store }: Stage) =>
  (await store.read.speech.between(willow, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z')).map(
    ({ id, person, thread }) => ({
      message: id.split('/').at(-1),
      person,
      thread: thread.split('/').slice(2).join('/'),
    }),
  );
const turns = async ({ store }: Stage) =>
  foldTurns(await store.read.speech.between(willow, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z')).length;
const say = (stage: Stage, name: Name, text: string, at: number, more: object = {}) =>
  stage.say(name, text, { at: minute(at), ...more });

describe('a huddle that did not choose it', () => {
  it('leaves nothing of what is said in the channel or in other threads, not even that it was said', async () => {
    const stage = await willowAt();
    await say(stage, 'Amina', 'Lovely weather', 0);
    await say(stage, 'Dev', 'Yes it is', 1, { thread: messageOf('somewhere') });
    await stage.delete('Dev', messageOf('never-known'), null);
    expect(await heard(stage)).toEqual([]);
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
    expect(stage.platform.tries).toEqual([]);
  });
});

describe('choosing it', () => {
  it('is for coordinators, by one line, and everyone in the place is told what it means', async () => {
    const stage = await willowAt();
    expect(said(await stage.type('Amina', 'settings listening on'))).toContain('Only a coordinator');
    expect(stage.place()).toEqual([]);
    expect(said(await stage.type('Priya', 'settings listening on'))).toContain('Saved. I count all talk from now on');
    expect(stage.place()).toHaveLength(1);
    expect(stage.place()[0]).toContain('From now on, I count how often people write in this channel');
    expect(stage.place()[0]).toContain('I keep none of those words');
    expect(stage.place()[0]).toContain('Write to me: stop counting.');
    expect(said(await stage.type('Priya', 'settings'))).toContain('all talk here, and no words of it');
  });

  it('is told anew each time it is turned on or off, and not when it was so already', async () => {
    const stage = await willowAt();
    for (const [at, line] of ['on', 'on', 'off', 'on'].entries()) {
      stage.setClock(minute(at));
      await stage.type('Priya', `settings listening ${line}`);
    }
    expect(stage.place().map((text) => text.includes('From now on, I count how often'))).toEqual([true, false, true]);
    expect(stage.place()[1]).toContain('I no longer count other chat');
  });

  it('other words change nothing and are answered with what to type', async () => {
    const stage = await willowAt();
    expect(said(await stage.type('Priya', 'settings listening perhaps'))).toContain('Please say on or off.');
    expect(stage.place()).toEqual([]);
  });

  it('changes what is asked before anyone says yes, and their yes says which words they read', async () => {
    const invited = { from: monday, status: 'invited', counted: false, group: null, also: null } as const;
    const members = { Amina: { standings: [invited] }, Dev: { standings: [invited] } };
    const stage = await willowAt({ members });
    expect(said(await stage.type('Amina', 'join'))).toContain('I do not read other chat');
    await stage.press('Amina', 'Yes, I will take part');
    await stage.type('Priya', 'settings listening on');
    const notice = said(await stage.type('Dev', 'join'));
    expect(notice).toContain('I count how often people write in the channel, and keep none of those words.');
    expect(notice).not.toContain('I do not read other chat');
    await stage.press('Dev', 'Yes, I will take part');
    const noticed = async (name: Name) =>
      (await stage.store.read.members.get(willow, personOf(name)))?.consents[0]?.notice;
    expect([await noticed('Amina'), await noticed('Dev')]).toEqual([1, 2]);
  });
});

describe('a huddle that chose it', () => {
  it('counts talk in the channel and in any thread as turns: a thread each, and the channel as one', async () => {
    const stage = await listening();
    await say(stage, 'Amina', 'Lovely weather', 0);
    await say(stage, 'Amina', 'and warm', 2);
    await say(stage, 'Dev', 'Yes it is', 3, { thread: messageOf('said1') });
    await say(stage, 'Amina', 'still', 4);
    await say(stage, 'Dev', 'hello', 5);
    await say(stage, 'Amina', 'hello', 6);
    expect((await heard(stage)).map(({ person, thread }) => [person, thread])).toEqual([
      [personOf('Amina'), 'C1'],
      [personOf('Amina'), 'C1'],
      [personOf('Dev'), 'C1/said1'],
      [personOf('Amina'), 'C1'],
      [personOf('Dev'), 'C1'],
      [personOf('Amina'), 'C1'],
    ]);
    expect(await turns(stage)).toBe(4);
  });

  it('the fear: what people say to each other stands somewhere in the data', async () => {
    const stage = await listening();
    await say(stage, 'Amina', 'marzipan submarine', 0);
    await say(stage, 'Dev', 'marzipan submarine', 1, { thread: messageOf('x') });
    const kept = JSON.stringify([
      await stage.store.read.speech.between(willow, monday, minute(60)),
      await stage.store.read.journal.list(willow),
      stage.logged,
      stage.platform.tries,
    ]);
    expect(kept).not.toContain('marzipan');
  });

  it('answers nobody who is only talking', async () => {
    const stage = await listening();
    expect((await say(stage, 'Amina', 'who is here?', 0)).reply).toEqual({ kind: 'none' });
    expect((await say(stage, 'Amina', 'help', 1, { thread: messageOf('x') })).reply).toEqual({ kind: 'none' });
  });

  it('commands to it are no turns, in the channel or in a thread', async () => {
    const stage = await listening();
    await say(stage, 'Amina', 'promises', 0, { mentionsBot: true });
    await say(stage, 'Amina', 'promises', 1, { mentionsBot: true, thread: messageOf('x') });
    await stage.type('Amina', 'home');
    await stage.say('Amina', 'hello', { direct: true });
    expect(await heard(stage)).toEqual([]);
  });

  it.each([
    ['who is not counted', { status: 'active', counted: false }],
    ['on a break', { status: 'paused', counted: true }],
    ['who has left', { status: 'left', counted: false }],
    ['who was only asked', { status: 'invited', counted: false }],
  ] as const)('counts nobody %s', async (_who, how) => {
    const standings = [{ from: monday, group: null, also: null, ...how }];
    const stage = await willowAt({ huddle: { listening: true }, members: { Jo: { standings } } });
    await say(stage, 'Jo', 'hello', 0);
    expect(await heard(stage)).toEqual([]);
  });

  it('a message that is deleted is un-counted, one put back counts again, and an edit changes nothing', async () => {
    const stage = await listening();
    const { message } = await say(stage, 'Amina', 'Lovely weather', 0);
    await stage.edit('Amina', message, 'Awful weather', { at: minute(1) });
    expect(await turns(stage)).toBe(1);
    await stage.delete('Amina', message, null, { at: minute(2) });
    expect(await turns(stage)).toBe(0);
    await stage.act('Amina', {
      kind: 'restored',
      message,
      thread: null,
      text: 'Lovely weather',
      files: 0,
      at: minute(3),
    });
    expect(await turns(stage)).toBe(1);
  });

  it('a deletion that arrives before its message leaves it un-counted', async () => {
    const stage = await listening();
    await stage.delete('Amina', messageOf('late'), null, { at: minute(2) });
    await say(stage, 'Amina', 'Lovely weather', 0, { message: messageOf('late') });
    expect(await turns(stage)).toBe(0);
  });

  it('stops with the next word once it is turned off; what was counted stays', async () => {
    const stage = await listening();
    await say(stage, 'Amina', 'Lovely weather', 0);
    await stage.type('Priya', 'settings listening off');
    await say(stage, 'Amina', 'Awful weather', 30);
    expect(await heard(stage)).toHaveLength(1);
  });

  it('a reply in a question’s thread is an answer and a turn as before', async () => {
    const stage = await listening();
    await stage.type('Priya', 'ask "What shall we plant?"');
    const { reply } = await say(stage, 'Amina', 'herbs', 1, { thread: stage.messageWith('What shall we plant?') });
    expect(said(reply)).toContain('Heard.');
    expect(await turns(stage)).toBe(1);
  });
});
