import { afterEach, describe, expect, it } from 'vitest';
import { openRightsStage } from './rights-stage.ts';
import { closeStages, openStage, said, willow } from './stage.ts';

afterEach(closeStages);
const start = '2027-03-01T10:00:00.000Z';
const line = 'upstairs a paid peer trainer from May';

describe('an ask upstairs', () => {
  it('in one line is saved and told in the place, without a name', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', line))).toContain('Saved as ask 1.');
    expect(stage.place()).toHaveLength(1);
    expect(stage.place()[0]).toContain('We ask upstairs, ask 1: a paid peer trainer from May.');
    expect(stage.place()[0]).not.toContain('Amina');
  });

  it('shows every member how many days it has waited', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    expect(said(await stage.type('Jo', 'upstairs'))).toContain('Asked today.');
    await stage.moveTo('2027-03-22T10:00:00.000Z');
    expect(said(await stage.type('Jo', 'upstairs'))).toContain('Ask 1: a paid peer trainer from May. Waiting 21 days.');
  });

  it('has a number of its own beside that of promises', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', 'we will paint the hall by 17 March');
    await stage.type('Amina', line);
    expect(said(await stage.type('Jo', 'upstairs 1'))).toContain('ask 1: a paid peer trainer');
    expect(said(await stage.type('Ruth', 'did 1'))).toContain('Promise 1 is said done');
    expect(said(await stage.type('Priya', 'ask 1'))).toContain('ask 1: a paid peer trainer');
    expect(await stage.store.read.rounds.recent(willow, 5)).toEqual([]);
  });

  it('the same act twice is one ask with the same answer, and two at once get two numbers', async () => {
    const stage = await openStage({ start });
    const first = await stage.type('Ruth', line, { id: 'once' });
    expect(await stage.type('Ruth', line, { id: 'once' })).toEqual(first);
    await Promise.all([stage.type('Ruth', line), stage.type('Dev', line)]);
    expect((await stage.store.read.asks.list(willow)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('by its form, which an empty one keeps open', async () => {
    const stage = await openStage({ start });
    const form = await stage.type('Dev', 'ask upstairs');
    expect((await stage.submit('Dev', form, { text: ' ' })).kind).toBe('invalid');
    await stage.submit('Dev', form, { text: 'more chairs' });
    expect(await stage.store.read.asks.get(willow, 1)).toMatchObject({ text: 'more chairs' });
  });

  it('with words that may tell of danger gets the numbers to call, and nothing is kept', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'upstairs I want to kill myself'))).toContain('999');
    expect(await stage.store.read.asks.list(willow)).toEqual([]);
  });
});

describe('the answer to an ask', () => {
  it('is noted by a coordinator in words, told in the place, and stays to be seen', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    expect(said(await stage.type('Amina', 'upstairs 1 yes'))).toContain('Only a coordinator');
    await stage.moveTo('2027-03-13T10:00:00.000Z');
    await stage.type('Priya', 'upstairs 1 in part: two days a week');
    expect(stage.place()[0]).toContain('The answer is yes, in part. It came on 13 March, after 12 days.');
    expect(stage.place()[1]).toMatch(/Ask 1 has an answer: yes, in part\.[^]*a paid peer trainer[^]*two days a week/);
    expect(said(await stage.type('Jo', 'upstairs'))).toContain('Answered yes, in part on 13 March: two days a week.');
  });

  it('no without a reason is refused with the form, which keeps the no', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    const form = await stage.type('Priya', 'upstairs 1 no');
    expect(said(form)).toContain('Please say why they said no.');
    expect(JSON.stringify(form)).toContain('"value":"no"');
    expect((await stage.submit('Priya', form, { says: 'no', words: '' })).kind).toBe('invalid');
    expect((await stage.submit('Priya', form, { words: 'no money' })).kind).toBe('invalid');
    await stage.submit('Priya', form, { says: 'no', words: 'there is no money' });
    expect(stage.place().join()).toContain('there is no money');
  });

  it('that is a yes can become a promise by its form', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    await stage.type('Priya', 'upstairs 1 yes from May');
    const form = await stage.press('Ruth', 'Make a promise from it');
    expect(JSON.stringify(form)).toContain('a paid peer trainer from May');
    await stage.submit('Ruth', form, { what: 'find a paid peer trainer', due: '2027-05-03', for: 'using' });
    expect((await stage.store.read.promises.list(willow)).map(({ what }) => what)).toEqual([
      'find a paid peer trainer',
    ]);
  });
});

describe('putting an ask right', () => {
  it('is for whoever asked or a coordinator, and how it read before is kept', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    expect(said(await stage.type('Dev', 'upstairs mend 1 to a trainer'))).toContain('Only whoever asked');
    await stage.type('Priya', 'upstairs mend 1 to a paid trainer from June');
    expect(stage.place()).toHaveLength(1);
    expect(stage.place()[0]).toContain('a paid trainer from June');
    expect(said(await stage.type('Jo', 'upstairs 1'))).toMatch(/from June[^]*Before, it read:[^]*from May/);
  });

  it('taking it back is for whoever asked, and takes its words from the place', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', line);
    expect(said(await stage.type('Priya', 'upstairs take back 1'))).toContain('Only whoever asked');
    await stage.press('Amina', 'Take it back');
    expect(stage.place()).toEqual(['Ask 1 was taken back.']);
    expect(said(await stage.type('Jo', 'upstairs'))).not.toContain('trainer');
  });
});

describe('the question what to ask someone with more power for', () => {
  it('shows how an answer becomes an ask, with the words in the form and nobody told yet', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', 'ask neg-12');
    expect(stage.place().join()).toContain('Type ask upstairs');
    await stage.type('Amina', 'answer a quiet room');
    await stage.press('Amina', 'Just count me as heard').catch(() => null);
    await stage.type('Dev', 'answer a bus pass');
    await stage.press('Dev', 'Yes, with my name');
    const form = await stage.press('Dev', 'Make it an ask');
    expect(JSON.stringify(form)).toContain('a bus pass');
    expect(await stage.store.read.asks.list(willow)).toEqual([]);
    await stage.submit('Dev', form, { text: 'bus passes for us all' });
    expect(await stage.store.read.asks.get(willow, 1)).toMatchObject({ text: 'bus passes for us all' });
  });
});

describe('whoever asked', () => {
  it('finds it in their data; forgotten, the ask stays and says nothing of them', async () => {
    const { stage, types } = await openRightsStage({ start });
    await types('upstairs a mauve room for Zebedee Quillfeather');
    expect(await types('my data')).toContain('mauve');
    await types('yes, forget me');
    const [ask] = await stage.store.read.asks.list(willow);
    expect(ask?.text).toBe('a mauve room for a member who has left');
    expect(stage.place().join()).toContain('a mauve room');
    expect(stage.place().join()).not.toContain('Zebedee');
  });
});
