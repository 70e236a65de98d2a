import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RoundId } from '../../src/domain/ids.ts';
import { everyRow } from '../storage/every-row.ts';
import { channel, closeStages, messageOf, personOf, said, teamsChannel, willow } from './stage.ts';
import { marked, openRightsStage } from './rights-stage.ts';

const start = '2027-03-01T08:00:00.000Z';
const folders: string[] = [];
afterEach(async () => {
  await closeStages();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wesaid-forget-'));
  folders.push(folder);
  return join(folder, 'wesaid.db');
}

const texts = {
  named: 'The mauve kettle is always locked away from us',
  unnamed: 'I am afraid of the corridor with ochre lamps',
  entrusted: 'Please keep the cerise ledger to yourselves',
  proof: 'There is a photograph on the viridian board',
};

/** Everything that one person can leave behind in ten days. */
async function aLife(file: string) {
  const life = await openRightsStage({ start, url: `sqlite:${file}` });
  const { stage, act, types, submits } = life;
  const answer = async (text: string, seenBy: string) => {
    const form = await act({ kind: 'command', text: 'answer' });
    await submits(form, { text, 'seen-by': seenBy });
  };
  const prompt = async (date: string, question: string) => {
    stage.setClock(date);
    await stage.type('Priya', `ask "${question}"`);
  };
  await stage.store.transact((records) => records.huddles.addPlace(willow, teamsChannel));
  await prompt('2027-03-01T10:00:00.000Z', 'What should change?');
  await answer(texts.named, 'named');
  await stage.submit('Amina', await stage.type('Amina', 'answer'), {
    text: 'Another word of mine',
    'seen-by': 'unnamed',
  });
  await prompt('2027-03-03T10:00:00.000Z', 'What do you fear?');
  await answer(texts.unnamed, 'unnamed');
  await prompt('2027-03-05T10:00:00.000Z', 'What else?');
  await answer(texts.entrusted, 'coordinators');
  await stage.say('Dev', 'Me too', { thread: stage.messageWith('What else?') });
  await act({
    kind: 'spoke',
    message: messageOf('markspoke1'),
    thread: stage.messageWith('What else?'),
    text: 'And a word in the thread of the chartreuse door',
    mentionsBot: false,
    files: 0,
  });
  await types('we will paint the day room by 20 March');
  await types('we will mend the gate by 20 March');
  await types(`did 2 ${texts.proof}`);
  await types('take notes');
  await types('me quiet 9pm to 7am');
  await types('link');
  stage.setClock('2027-03-09T09:00:00.000Z');
  await stage.type('Priya', 'digest post');
  await stage.store.addresses.keep(marked.teams, JSON.stringify({ conversation: 'a:zebedeeteamsmark' }));
  const private_ = { channel: 'willow', thread: null, at: start, gone: false };
  await stage.store.room.put({
    id: 'd-1',
    ...private_,
    from: { user: marked.web.user },
    only: marked.web.user,
    document: null,
    text: texts.entrusted,
  });
  await stage.store.room.put({
    id: 'b-1',
    ...private_,
    from: 'bot',
    only: null,
    document: {
      summary: texts.named,
      language: 'en',
      blocks: [{ kind: 'quote', text: texts.named, from: marked.name }],
    },
    text: null,
  });
  return life;
}

const marks = [marked.id, marked.name, marked.slack.user, 'zebedeeteamsmark', marked.web.user, ...Object.values(texts)];

function bytesOf(file: string): string {
  return [file, `${file}-wal`]
    .filter((each) => existsSync(each))
    .map((each) => readFileSync(each, 'latin1'))
    .join('\n');
}

describe('"forget me" is two steps', () => {
  it('the first step says what goes and what stays, and changes nothing', async () => {
    const file = newFile();
    const { types } = await aLife(file);
    const before = await everyRow(`sqlite:${file}`);
    const asked = await types('forget me');
    expect(asked).toContain('Shall I forget you?');
    expect(asked).toContain('Totals stay.');
    expect(await everyRow(`sqlite:${file}`)).toEqual(before);
  });

  it('"No" changes nothing, and asks for no reason', async () => {
    const file = newFile();
    const { presses } = await aLife(file);
    const before = await everyRow(`sqlite:${file}`);
    expect(await presses('forget-no')).toBe('That is fine. Nothing has changed.');
    expect(await everyRow(`sqlite:${file}`)).toEqual(before);
  });

  it('a yes that arrives twice says the same twice', async () => {
    const { types, stage } = await aLife(newFile());
    const once = await types('yes, forget me');
    const rows = (await stage.store.read.members.of(willow)).length;
    expect(await types('yes, forget me')).toBe(once);
    expect((await stage.store.read.members.of(willow)).length).toBe(rows);
  });
});

describe('after "forget me"', () => {
  it('the bytes of the file and of its log hold neither id, nor name, nor a word of theirs', async () => {
    const file = newFile();
    const { types, stage } = await aLife(file);
    expect(marks.filter((mark) => !bytesOf(file).includes(mark))).toEqual([]);
    await types('yes, forget me');
    stage.setClock('2027-03-09T09:02:00.000Z');
    await stage.tick();
    expect(marks.filter((mark) => bytesOf(file).includes(mark))).toEqual([]);
    expect(marks.filter((mark) => JSON.stringify(stage.logged).includes(mark))).toEqual([]);
  });

  it('what stands on the platform says "a member who has left", or that it was taken back', async () => {
    const { types, stage } = await aLife(newFile());
    expect(stage.everywhere().join('\n')).toContain(marked.name);
    await types('yes, forget me');
    const now = stage.everywhere().join('\n');
    expect(marks.filter((mark) => now.includes(mark))).toEqual([]);
    expect(now).toContain('A member who has left said something here. It was taken away.');
    expect(now).toContain('a member who has left');
  });

  it('every answer without a name is taken away alike, so nobody can tell whose it was', async () => {
    const { types, stage } = await aLife(newFile());
    await types('yes, forget me');
    expect(stage.everywhere().join('\n')).not.toContain('Another word of mine');
    const round = (await stage.store.read.rounds.recent(willow, 5)).at(-1)?.id ?? ('' as RoundId);
    const kept = await stage.store.read.rounds.response(round, personOf('Amina'));
    expect(kept?.answer?.text).toBe('Another word of mine');
  });

  it('the numbers of a digest that was posted stand as they were', async () => {
    const { types, stage } = await aLife(newFile());
    const before = await stage.store.read.digests.last(willow);
    await types('yes, forget me');
    const after = await stage.store.read.digests.last(willow);
    const numbers = (facts: typeof before) => [
      facts?.facts.heard,
      facts?.facts.balance,
      facts?.facts.record,
      facts?.facts.split,
    ];
    expect(numbers(after)).toEqual(numbers(before));
  });

  it('an open promise of theirs waits for someone, without a name, and their role is free', async () => {
    const { types, stage } = await aLife(newFile());
    await types('yes, forget me');
    stage.setClock('2027-03-10T10:00:00.000Z');
    await stage.tick();
    expect(stage.everywhere().join('\n')).toMatch(/someone to|needs someone|pick/i);
    expect(said(await stage.type('Ruth', 'pick up 1'))).toContain('1');
    expect((await stage.store.read.promises.get(willow, 1))?.owners).toEqual([personOf('Ruth')]);
    expect(said(await stage.type('Ruth', 'roles'))).toContain('a member who has left');
  });

  it('no two things of theirs carry one id by which they could be joined', async () => {
    const file = newFile();
    const { types } = await aLife(file);
    await types('yes, forget me');
    const rows = await everyRow(`sqlite:${file}`);
    const found = ['promises', 'roles', 'digests', 'journal', 'utterances'].map(
      (table) => new Set(JSON.stringify(rows.get(table)).match(/gone-\w+/g) ?? []),
    );
    for (const [at, one] of found.entries())
      for (const other of found.slice(at + 1)) expect([...one].filter((id) => other.has(id))).toEqual([]);
    expect(found.some(({ size }) => size > 0)).toBe(true);
  });

  it('what was kept to count the week goes when its digest is out', async () => {
    const { types, stage } = await aLife(newFile());
    await stage.say('Dev', 'Hello', { thread: stage.messageWith('What else?') });
    await types('answer the gate is stuck');
    await types('yes, forget me');
    stage.setClock('2027-03-16T09:00:00.000Z');
    await stage.type('Priya', 'digest post');
    stage.setClock('2027-03-24T09:00:00.000Z');
    await stage.type('Priya', 'digest post');
    await stage.tick();
    expect(await stage.store.read.rights.huddlesOfGone()).toEqual([]);
  });

  it('they can come back as someone new, and are asked again', async () => {
    const { types } = await aLife(newFile());
    await types('yes, forget me');
    expect(await types('me')).toContain('You are not in Willow yet.');
    expect(await types('my data')).toBe('I hold nothing about you. You are in no huddle that I know.');
  });

  it('whoever alone runs a huddle with others in it is asked to name another first', async () => {
    const { types, stage } = await openRightsStage({ start });
    await stage.store.transact(async (records) => {
      for (const member of await records.members.of(willow))
        await records.members.save({ ...member, coordinator: member.person === marked.id });
    });
    expect(await types('forget me')).toContain('You alone run Willow. First name someone else.');
    expect(await types('yes, forget me')).toContain('You alone run Willow.');
    expect(await stage.store.read.people.get(marked.id)).not.toBeNull();
  });

  it('it counts in all their huddles at once', async () => {
    const { types, stage } = await openRightsStage({ start });
    await stage.store.transact(async (records) => {
      const huddle = await records.huddles.get(willow);
      const member = await records.members.get(willow, marked.id);
      if (huddle === null || member === null) throw new Error('no huddle');
      const oak = { ...huddle, id: 'oak' as typeof willow, name: 'Oak', version: 1 };
      await records.huddles.save(oak);
      await records.members.save({ ...member, huddle: oak.id });
    });
    await types('yes, forget me');
    expect(await stage.store.read.rights.own(marked.id)).toEqual([]);
    expect(channel.channel).toBe('C1');
  });
});
