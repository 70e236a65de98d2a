import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, openStage, said, willow } from './stage.ts';
import { openRightsStage } from './rights-stage.ts';

afterEach(closeStages);
const start = '2027-03-01T10:00:00.000Z';
const line = 'decision we will meet every two weeks, final say mostly staff, rung asked, practice: the hall is free';

describe('a decision', () => {
  it('in one line is saved and told in the place, without a name, and blank where it is blank', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Ruth', line))).toContain('Saved as decision 1.');
    const [shown = ''] = stage.place();
    expect(shown).toContain('We will meet every two weeks.');
    expect(shown).toContain('Final say: mostly staff. How people took part: asked.');
    expect(shown).toContain('Nothing recorded from lived experience.');
    expect(shown).toContain('the hall is free');
    expect(shown).toContain('as logged by one side');
    expect(shown).not.toContain('Ruth');
  });

  it('without its parts opens a form that keeps the words, and picks nothing for them', async () => {
    const stage = await openStage({ start });
    const form = await stage.type('Amina', 'decision we will meet every two weeks');
    expect(JSON.stringify(form)).toContain('we will meet every two weeks');
    const some = { what: 'we will meet every two weeks', 'final-say': 'together' };
    expect((await stage.submit('Amina', form, some)).kind).toBe('invalid');
    await stage.submit('Amina', form, { ...some, rung: 'run-with', lived: 'mornings are hard', practice: '' });
    const [decision] = await stage.store.read.decisions.list(willow);
    expect(decision?.words).toEqual({
      what: 'we will meet every two weeks',
      finalSay: 'together',
      rung: 'run-with',
      lived: 'mornings are hard',
      practice: null,
    });
  });

  it('that people were only asked about is not called co-produced', async () => {
    const stage = await openStage({ start });
    const reply = await stage.type('Ruth', 'decision a co-produced leaflet, final say together, rung asked');
    expect(said(reply)).toMatch(/not co-produced.*co-produced leaflet/s);
    expect(await stage.store.read.decisions.list(willow)).toEqual([]);
    expect(
      said(await stage.type('Ruth', 'decision a co-produced leaflet, final say together, rung designed with')),
    ).toContain('Saved');
  });

  it('the same act twice is one decision with the same answer', async () => {
    const stage = await openStage({ start });
    const first = await stage.type('Ruth', line, { id: 'once' });
    expect(await stage.type('Ruth', line, { id: 'once' })).toEqual(first);
    expect(await stage.store.read.decisions.list(willow)).toHaveLength(1);
  });

  it('two people who log at once get two numbers', async () => {
    const stage = await openStage({ start });
    await Promise.all([stage.type('Ruth', line), stage.type('Dev', line)]);
    expect((await stage.store.read.decisions.list(willow)).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('a yes to a decision', () => {
  it('of the same side does not add a side, and of another side says that more than one says so', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', line);
    expect(said(await stage.type('Graham', 'yes to decision 1'))).toContain('Your yes does not add one.');
    expect(stage.place().join()).toContain('as logged by one side');
    await stage.press('Dev', 'Yes, it was so');
    expect(stage.place().join()).toContain('More than one side says that it was so.');
    expect(stage.place()).toHaveLength(1);
  });
});

describe('putting a decision right', () => {
  it('is for whoever logged it, or a coordinator, on the same day; how it read before is kept', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', line);
    await stage.type('Dev', 'yes to decision 1');
    expect(said(await stage.type('Graham', 'correct decision 1 to we meet weekly'))).toContain('Only whoever logged');
    await stage.type('Priya', 'correct decision 1 to we meet weekly, rung told');
    const page = said(await stage.type('Jo', 'decision 1'));
    expect(page).toMatch(/We meet weekly\.[^]*mostly staff[^]*told[^]*one side[^]*Before[^]*every two weeks/);
    await stage.moveTo('2027-03-02T10:00:00.000Z');
    expect(said(await stage.type('Ruth', 'correct decision 1 to we meet daily'))).toContain('another day');
    expect(said(await stage.type('Ruth', 'correct decision 1'))).toContain('another day');
  });

  it('by its button starts from the words that stand', async () => {
    const stage = await openStage({ start });
    await stage.type('Ruth', line);
    const form = await stage.press('Ruth', 'Put it right');
    expect(JSON.stringify(form)).toContain('the hall is free');
    const values = { what: 'we meet weekly', 'final-say': 'together', rung: 'asked', lived: '', practice: '' };
    await stage.submit('Ruth', form, values);
    expect((await stage.store.read.decisions.get(willow, 1))?.words).toMatchObject({
      what: 'we meet weekly',
      practice: null,
    });
  });
});

describe('the list of decisions', () => {
  it('counts who had the final say in all of them, and shows them newest first', async () => {
    const stage = await openStage({ start });
    for (const who of ['together', 'mostly staff', 'staff', 'outside', 'together'])
      await stage.type('Ruth', `decision we meet, final say ${who}, rung asked`);
    const list = said(await stage.type('Jo', 'decisions'));
    expect(list).toContain('of 5 decisions');
    for (const total of [
      'Together: 2',
      'Mostly staff: 2',
      'Mostly people who use the service: 0',
      'Someone outside: 1',
    ])
      expect(list).toContain(total);
    expect(list).not.toContain('1: We meet.');
    expect(said(await stage.press('Jo', 'Older decisions'))).toContain('1: We meet.');
  });
});

describe('whoever logged a decision', () => {
  it('finds it in their data; forgotten, the decision stays and what they wrote of it goes', async () => {
    const { stage, types } = await openRightsStage({ start });
    await types('decision we buy a kettle, final say together, rung asked, lived experience: mauve calms me');
    expect(await types('my data')).toContain('mauve calms me');
    await types('yes, forget me');
    const [decision] = await stage.store.read.decisions.list(willow);
    expect(decision?.words).toMatchObject({ what: 'we buy a kettle', lived: '…', practice: null });
    expect(stage.place().join()).not.toContain('mauve');
  });

  it('with words that may tell of danger gets the numbers to call, and nothing is kept', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'decision I want to kill myself, final say together, rung asked'))).toContain(
      '999',
    );
    expect(await stage.store.read.decisions.list(willow)).toEqual([]);
  });
});

describe('in "we said, we did"', () => {
  const tuesday = '2027-03-02T09:00:00.000Z';
  const thread = (stage: Awaited<ReturnType<typeof openStage>>) =>
    stage
      .everywhere()
      .filter((text) => text.startsWith('Proof'))
      .at(-1) ?? '';

  it('decisions are told once, in the thread, as one side logged them until another says yes', async () => {
    const stage = await openStage({ start: '2027-02-15T10:00:00.000Z', huddle: { nextDigestAt: tuesday } });
    await stage.type('Ruth', line);
    await stage.type(
      'Ruth',
      'decision tea at 4pm, final say together, rung designed with, lived experience: we are thirsty',
    );
    await stage.type('Dev', 'yes to decision 2');
    await stage.moveTo(tuesday);
    expect(thread(stage)).toContain(
      '1: We will meet every two weeks. Final say: mostly staff. How people took part: asked. Nothing recorded from lived experience. Practice told us: the hall is free. As logged by one side.',
    );
    expect(thread(stage)).toContain('Lived experience told us: we are thirsty. Nothing recorded from practice.');
    expect(thread(stage).match(/As logged by one side/g)).toHaveLength(1);
    expect(stage.everywhere().some((text) => text.includes('2 decisions logged.'))).toBe(true);
    await stage.type('Dev', 'yes to decision 1');
    await stage.moveTo('2027-03-09T09:00:00.000Z');
    expect(thread(stage)).not.toContain('Decisions');
  });

  it('the fear: someone is forgotten, and the digest that was posted goes on naming them in a decision', async () => {
    const { stage } = {
      stage: await openStage({ start: '2027-02-15T10:00:00.000Z', huddle: { nextDigestAt: tuesday } }),
    };
    await stage.type('Ruth', 'decision Amina has the key, final say together, rung asked');
    await stage.moveTo(tuesday);
    expect(thread(stage)).toContain('Amina has the key');
    await stage.type('Amina', 'forget me');
    await stage.press('Amina', 'Yes, forget me');
    await stage.moveTo('2027-03-02T10:00:00.000Z');
    const [digest] = await stage.store.read.digests.recent(willow, 1);
    expect(digest?.facts.decisions).toHaveLength(1);
    expect(stage.everywhere().filter((text) => text.includes('Amina has the key'))).toEqual([]);
  });

  it('the list counts them over the last 12 weeks', async () => {
    const stage = await openStage({ start });
    for (const final of ['together', 'mostly staff', 'together', 'outside'])
      await stage.type('Ruth', `decision we will go on with ${final}, final say ${final}, rung asked`);
    const list = said(await stage.type('Jo', 'decisions'));
    expect(list).toContain('In the last 12 weeks: 4 decisions. Together 2, mostly staff 1, someone outside 1.');
    expect(list).toContain('2 February to 1 March: 4 decisions. Together 2, mostly staff 1, someone outside 1.');
    expect(list).toContain('5 January to 1 February: none.');
  });
});
