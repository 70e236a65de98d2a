import { afterEach, describe, expect, it } from 'vitest';
import { marked, openRightsStage } from './rights-stage.ts';
import { closeStages, openStage, personOf, said, willow, type Stage } from './stage.ts';

afterEach(closeStages);
const start = '2027-03-04T10:00:00.000Z';
const there = '3 staff, 3 artists, 4 people who use the service';
const line = `met on 3 March: ${there}; promise: we will paint the hall by 17 March; idea from artists: a mural`;
const notes = (stage: Stage) => stage.place().filter((text) => text.includes('Notes of a meeting'));

describe('notes of a meeting', () => {
  it('wait, and bind nobody, until someone of another side says that they are right', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', line))).toContain('Saved as meeting 1.');
    expect(notes(stage).join()).toMatch(/not confirmed yet.*10 people were there.*Priya wrote it down/s);
    expect(await stage.store.read.promises.list(willow)).toEqual([]);
    expect(said(await stage.press('Ruth', 'Yes, this is right'))).toContain('another group');
    expect(said(await stage.press('Amina', 'Yes, this is right'))).toContain('Meeting 1 is confirmed.');
    const [promise] = await stage.store.read.promises.list(willow);
    expect(promise).toMatchObject({ what: 'paint the hall', owners: [personOf('Priya')], state: { status: 'open' } });
    expect(await stage.store.read.ideas.list(willow)).toMatchObject([
      { text: 'a mural', group: 'artists', fromMeeting: true },
    ]);
    expect(notes(stage)).toHaveLength(1);
    expect(notes(stage)[0]).toContain('Promise 1: paint the hall');
  });

  it('make no one a promise but whoever wrote them: a named owner is asked first', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', `met: ${there}; promise: we will bring tea by 17 March, owner Tomos`);
    await stage.press('Amina', 'Yes, this is right');
    expect((await stage.store.read.promises.get(willow, 1))?.state).toEqual({
      status: 'offered',
      to: [personOf('Tomos')],
    });
    expect(stage.notes('Tomos').join()).toContain('bring tea');
    expect(notes(stage).join()).not.toContain('Tomos');
  });

  it('a yes that was written down for someone changes nothing: they are asked, and their own yes counts', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', 'we will paint the hall by 17 March');
    await stage.type('Ruth', 'did 1 it is blue');
    await stage.type('Priya', `met: ${there}; yes 1 from Dev`);
    await stage.press('Amina', 'Yes, this is right');
    expect((await stage.store.read.promises.get(willow, 1))?.state.status).toBe('claimed');
    expect(stage.notes('Dev').join()).toContain('there is a yes from you. Is that so?');
    expect(notes(stage).join()).not.toContain('Dev');
    await stage.press('Dev', 'Yes, it is done');
    expect((await stage.store.read.promises.get(willow, 1))?.state).toMatchObject({
      status: 'kept',
      by: personOf('Dev'),
    });
  });

  it('that someone says are wrong come back to their writer with all that was typed', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', line);
    const form = await stage.press('Amina', 'Something is wrong');
    await stage.submit('Amina', form, { what: 'it was the day room' });
    expect(stage.notes('Priya').join()).toContain('it was the day room');
    expect(stage.notes('Priya').join()).not.toContain('Amina');
    expect(said(await stage.type('Amina', 'meeting 1 is right'))).toContain('being put right');
    const again = await stage.press('Priya', 'Put it right');
    expect(JSON.stringify(again)).toMatch(
      /3 Staff, 3 Artists, 4 People who use the service.*paint the hall by 17 March 2027.*a mural/,
    );
    const fields = again.kind === 'form' ? again.form.fields : [];
    const values = Object.fromEntries(fields.map((field) => [field.name, 'value' in field ? String(field.value) : '']));
    await stage.submit('Priya', again, { ...values, promises: 'paint the day room by 17 March' });
    await stage.press('Amina', 'Yes, this is right');
    expect(await stage.store.read.promises.list(willow)).toMatchObject([{ what: 'paint the day room' }]);
    expect(await stage.store.read.ideas.list(willow)).toMatchObject([{ text: 'a mural', group: 'artists' }]);
  });

  it('an old button says no yes to what was changed since', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', line);
    const old = { kind: 'action', action: 'meeting-right', subject: `${willow}/1/${start}`, message: null };
    stage.setClock('2027-03-04T11:00:00.000Z');
    await stage.type('Amina', 'meeting 1 is wrong because nobody came');
    const form = await stage.type('Priya', 'meeting 1 put right');
    await stage.submit('Priya', form, { day: '2027-03-03', there: '1 staff', promises: '', yeses: '', ideas: '' });
    expect(said(await stage.act('Amina', old))).toContain('were changed');
    expect((await stage.store.read.meetings.get(willow, 1))?.state.status).toBe('waiting');
  });

  it('the same act twice notes one meeting, and confirms it once', async () => {
    const stage = await openStage({ start });
    const first = await stage.type('Priya', line, { id: 'note' });
    expect(await stage.type('Priya', line, { id: 'note' })).toEqual(first);
    const yes = await stage.type('Amina', 'meeting 1 is right', { id: 'yes' });
    expect(await stage.type('Amina', 'meeting 1 is right', { id: 'yes' })).toEqual(yes);
    expect(said(await stage.type('Jo', 'meeting 1 is right'))).toContain('settled already');
    expect(await stage.store.read.meetings.list(willow)).toHaveLength(1);
    expect(await stage.store.read.promises.list(willow)).toHaveLength(1);
  });

  it('whose writer left still count, and what nobody can own any more is kept as an idea', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', `${line}; promise: we will sing by 17 March, owner Jo`);
    await stage.type('Ruth', 'leave');
    await stage.type('Amina', 'meeting 1 is right');
    expect(await stage.store.read.promises.list(willow)).toMatchObject([{ what: 'sing', owners: [personOf('Jo')] }]);
    expect((await stage.store.read.ideas.list(willow)).map(({ text }) => text)).toEqual(['paint the hall', 'a mural']);
  });

  it('a day that went by while they waited moves to the usual one', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', line);
    stage.setClock('2027-03-20T10:00:00.000Z');
    await stage.type('Amina', 'meeting 1 is right');
    expect((await stage.store.read.promises.get(willow, 1))?.due).toBe('2027-04-03');
  });

  it('that cannot be read come back as the form, with all that was typed', async () => {
    const stage = await openStage({ start });
    const form = await stage.type('Priya', `met: 3 wizards; promise: we will paint; idea: a bench; hooray`);
    expect(said(form)).toContain('I do not know the group "wizards"');
    for (const words of ['3 wizards', 'we will paint', 'a bench', 'hooray'])
      expect(JSON.stringify(form)).toContain(words);
    const values = { day: '2027-03-04', there: '3 staff', promises: 'paint', yeses: '', ideas: '' };
    const asked = await stage.submit('Priya', form, values);
    expect(asked).toMatchObject({
      kind: 'invalid',
      fields: { promises: 'Give each promise a day, such as: by 17 March.' },
    });
    const huge = await stage.submit('Priya', form, { ...values, promises: '', ideas: 'bench '.repeat(400) });
    expect(huge).toMatchObject({ kind: 'invalid' });
    expect((await stage.type('Priya', 'met on 5 March: 3 staff')).kind).toBe('form');
    expect(await stage.store.read.meetings.list(willow)).toEqual([]);
  });

  it('wait in the home view of those who may say yes, and of nobody else', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', line);
    expect(said(await stage.type('Amina', ''))).toContain('Are they right?');
    expect(said(await stage.type('Ruth', ''))).not.toContain('Are they right?');
    await stage.type('Amina', 'meeting 1 is wrong because it rained');
    expect(said(await stage.type('Priya', ''))).toContain('need putting right');
  });

  it('that are taken back say so where they stood', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', line);
    await stage.press('Priya', 'Take it back');
    expect(stage.place().join()).toContain('They were taken back.');
    expect(stage.place().join()).not.toContain('paint the hall');
  });

  it('with words that may tell of danger are not kept, and their writer gets the numbers to call', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', 'met: 3 staff; idea: I want to kill myself'))).toContain('999');
    expect(await stage.store.read.meetings.list(willow)).toEqual([]);
  });
});

describe('who was at a meeting', () => {
  it('stands once in the digest’s thread, on a line of its own, and in no count of turns', async () => {
    const stage = await openStage({ start, huddle: { setUpAt: '2027-02-01T10:00:00.000Z' } });
    await stage.type('Priya', line);
    await stage.type('Amina', 'meeting 1 is right');
    const digest = async () => {
      const before = stage.everywhere().length;
      await stage.type('Priya', 'digest post');
      return stage.everywhere().slice(before).join('\n');
    };
    stage.setClock('2027-03-09T10:00:00.000Z');
    const first = await digest();
    expect(first).toMatch(/From a meeting on Wednesday 3 March: 10 people were there. People who use the service: 4./);
    expect(first).toContain('We heard from 0 of 9 people.');
    stage.setClock('2027-03-16T10:00:00.000Z');
    expect(await digest()).not.toContain('From a meeting');
  });
});

describe('whoever wrote notes of a meeting', () => {
  it('finds them in their data, and after "forget me" nothing of what nobody confirmed is left', async () => {
    const { stage, types } = await openRightsStage({ start });
    await types(`met: ${there}; idea: mauve kettles`);
    expect(await types('my data')).toContain('mauve kettles');
    await types('yes, forget me');
    expect(await stage.store.read.meetings.get(willow, 1)).toMatchObject({ state: { status: 'dropped' }, there: [] });
    await stage.outbox.flush();
    expect(stage.everywhere().join()).not.toMatch(/mauve kettles|Zebedee/);
  });

  it('who is only named in them is named no more', async () => {
    const { stage, types } = await openRightsStage({ start });
    const owner = marked.name;
    await stage.type(
      'Priya',
      `met: ${there}; promise: we will dust by 17 March, owner ${owner}; idea: as ${owner} says`,
    );
    await types('meeting 1 is wrong because mauve kettles');
    await types('yes, forget me');
    const meeting = JSON.stringify(await stage.store.read.meetings.get(willow, 1));
    expect(meeting).toContain('dust');
    expect(meeting).not.toMatch(/Zebedee|mauve kettles|person-mark/);
  });
});
