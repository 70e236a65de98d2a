import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, openStage, said, willow } from './stage.ts';
import { openRightsStage } from './rights-stage.ts';

afterEach(closeStages);
const start = '2027-03-01T10:00:00.000Z';

describe('an idea', () => {
  it('is kept for everyone to read, and no name stands beside it', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'idea: a bench in the garden'))).toContain('Saved as idea 1.');
    const list = said(await stage.type('Ruth', 'ideas'));
    expect(list).toContain('1: A bench in the garden.');
    expect(list).not.toContain('Amina');
    expect(stage.everywhere()).toEqual([]);
    expect((await stage.store.read.ideas.list(willow))[0]).toMatchObject({ group: 'service', side: 'using' });
  });

  it('that is too long, or has no words, is asked about and not kept', async () => {
    const stage = await openStage({ start });
    const long = await stage.type('Amina', `idea ${'bench '.repeat(80)}`);
    expect(said(long)).toMatch(/300 letters.*bench bench/s);
    expect(said(await stage.type('Amina', 'idea'))).toContain('[form]');
    expect(await stage.store.read.ideas.list(willow)).toEqual([]);
  });

  it('the same act twice leaves one idea and gets the same answer', async () => {
    const stage = await openStage({ start });
    const first = await stage.type('Amina', 'idea a bench', { id: 'once' });
    expect(await stage.type('Amina', 'idea a bench', { id: 'once' })).toEqual(first);
    expect(await stage.store.read.ideas.list(willow)).toHaveLength(1);
  });

  it('the list goes on for as long as there are ideas', async () => {
    const stage = await openStage({ start });
    for (let number = 1; number <= 11; number++) await stage.type('Amina', `idea bench ${String(number)}`);
    expect(said(await stage.type('Ruth', 'ideas'))).not.toContain('1: Bench 1.\n');
    expect(said(await stage.press('Ruth', 'Older ideas'))).toContain('1: Bench 1.');
  });
});

describe('taking an idea up', () => {
  it('makes a promise by its own rules, and the list says which', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'idea a bench in the garden');
    const reply = await stage.type('Ruth', 'take up idea 1: we will put up a bench by 17 March');
    expect(said(reply)).toContain('promise 1');
    expect(stage.place().join()).toContain('put up a bench');
    expect(said(await stage.type('Dev', 'ideas'))).toContain('It is now promise 1.');
    expect(said(await stage.type('Dev', 'take up idea 1: we will sit by 17 March'))).toContain('taken up already');
    expect(await stage.store.read.promises.list(willow)).toHaveLength(1);
  });

  it('by the button has the idea in the form, and a date that passed keeps the form open', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'idea a bench in the garden');
    await stage.type('Ruth', 'ideas');
    const form = await stage.press('Ruth', 'Promise to do idea 1');
    expect(JSON.stringify(form)).toContain('a bench in the garden');
    const values = { what: 'put up a bench', due: '2027-02-01', owners: [], for: 'using' };
    expect((await stage.submit('Ruth', form, values)).kind).toBe('invalid');
    await stage.submit('Ruth', form, { ...values, due: '2027-03-17' });
    expect((await stage.store.read.ideas.get(willow, 1))?.takenUp?.promise).toBe(1);
  });

  it('without a day asks for it, and does not forget which idea it was', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'idea a bench');
    const form = await stage.type('Ruth', 'take up idea 1: we will build a bench');
    await stage.submit('Ruth', form, { what: 'build a bench', due: '2027-03-17', owners: [], for: 'using' });
    expect((await stage.store.read.ideas.get(willow, 1))?.takenUp?.promise).toBe(1);
  });

  it('an undone promise sets the idea free', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'idea a bench');
    await stage.type('Ruth', 'take up idea 1: we will build a bench by 17 March');
    await stage.type('Ruth', 'undo 1');
    expect(said(await stage.type('Dev', 'ideas'))).toContain('Promise to do idea 1');
  });

  it('the same act twice makes one promise', async () => {
    const stage = await openStage({ start });
    await stage.type('Amina', 'idea a bench');
    const line = 'take up idea 1: we will build a bench by 17 March';
    const first = await stage.type('Ruth', line, { id: 'once' });
    expect(await stage.type('Ruth', line, { id: 'once' })).toEqual(first);
    expect(await stage.store.read.promises.list(willow)).toHaveLength(1);
  });
});

describe('whoever shared an idea', () => {
  it('finds it in their data, and after "forget me" its words are gone and its group still counts', async () => {
    const { stage, types } = await openRightsStage({ start });
    await types('idea a mauve kettle for all');
    expect(await types('my data')).toContain('a mauve kettle for all');
    await types('yes, forget me');
    const [idea] = await stage.store.read.ideas.list(willow);
    expect(idea).toMatchObject({ text: null, raisedBy: null, group: 'service' });
    expect(said(await stage.type('Ruth', 'ideas'))).toContain('No ideas are waiting.');
  });

  it('with words that may tell of danger gets the numbers to call, and no idea is kept', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'idea I want to kill myself'))).toContain('999');
    expect(await stage.store.read.ideas.list(willow)).toEqual([]);
  });
});
