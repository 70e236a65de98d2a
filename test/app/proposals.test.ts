import { afterEach, describe, expect, it } from 'vitest';
import { personOf, closeStages, openStage, said, willow, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-03-01T10:00:00.000Z';
const open = (given: object = {}) => openStage({ start, ...given });
const number = (stage: Stage, of: number) => stage.store.read.proposals.get(willow, of);

describe('a change by consent, from suggest to changed together', () => {
  it('is told to everyone, named by the sides whose yes is missing, and holds with the last yes', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'suggest purpose: a day room for all of us'))).toContain(
      'Saved as suggested change 1.',
    );
    const [told] = stage.place();
    expect(told).toContain('A change is suggested, number 1. It is about our purpose.');
    expect(told).toContain('A yes is still missing from:');
    expect(told).toMatch(/People who use the service[\s\S]*Artists/);
    expect(told, 'beside the sides, a name would tell its own').not.toMatch(/Priya|Amina|Jo\b/);
    await stage.press('Jo', 'Yes');
    expect(stage.place()[0]).not.toContain('Artists');
    expect(said(await stage.type('Dev', 'yes 1 but keep it quiet'))).toContain('We changed it together.');
    expect(stage.place()[0]).toContain('We changed it together, number 1: our purpose.');
    expect(stage.place()[0]).toContain('keep it quiet');
    expect(stage.place()[0]).not.toMatch(/Priya|Dev|Jo\b/);
    expect(stage.place().at(-1)).toContain('We changed it together, number 1');
    expect((await stage.store.read.huddles.get(willow))?.purpose).toBe('a day room for all of us');
  });

  it('the list beside a named person stays as long when they say yes, so that it does not tell their side', async () => {
    const stage = await open();
    await stage.type('Ruth', 'take notes');
    await stage.type('Ruth', 'suggest hand notes to Dev');
    const listed = () => /It needs a yes from:[\s\S]*?(?=\[)/.exec(stage.place().join('\n'))?.[0];
    const before = listed();
    expect(before).toMatch(/People who use the service[\s\S]*Whoever would do the role/);
    await stage.type('Amina', 'no 1 because Dev has no time');
    await stage.type('Dev', 'yes 1');
    expect((await number(stage, 1))?.answers.length).toBe(3);
    expect(listed()).toBe(before);
  });

  it('a no is heard by everyone and by whoever asked, blocks, and other words begin anew', async () => {
    const stage = await open();
    await stage.type('Priya', 'suggest money: no bus fares');
    expect(said(await stage.type('Dev', 'no 1'))).toContain('no 1 because');
    await stage.type('Dev', 'no 1 because I cannot pay for the bus');
    expect(stage.place().at(-1)).toContain('There is a no to suggested change 1.');
    expect(stage.notes('Priya').join('\n')).toContain('I cannot pay for the bus');
    await stage.type('Amina', 'yes 1');
    await stage.type('Jo', 'yes 1');
    expect((await number(stage, 1))?.state.status).toBe('open');
    expect(said(await stage.type('Dev', 'change 1 to we pay for all bus fares by Friday'))).toContain('now number 2');
    expect(await number(stage, 2)).toMatchObject({ text: 'we pay for all bus fares by Friday', from: 1 });
    expect(said(await stage.type('Ruth', 'yes 1'))).toContain('Please look at number 2.');
    await stage.type('Ruth', 'agree 2');
    await stage.type('Jo', 'yes');
    expect((await number(stage, 2))?.state.status).toBe('agreed');
    expect(said(await stage.type('Jo', 'agreement 3'))).toContain('we pay for all bus fares by Friday');
  });

  it('changes the times within the caps, and roles by the same ways as everyone', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'suggest check-in Mondays, Tuesdays, Wednesdays and Fridays at 2pm'))).toMatch(
      /days/,
    );
    await stage.type('Dev', 'suggest check-in Fridays at 2pm');
    await stage.type('Ruth', 'yes 1');
    await stage.type('Jo', 'yes 1');
    expect((await stage.store.read.huddles.get(willow))?.checkIn?.schedule).toMatchObject({ days: [5], time: '14:00' });
    await stage.type('Ruth', 'suggest a new role called tea');
    await stage.type('Amina', 'yes 2');
    await stage.type('Ruth', 'suggest rename tea to hot drinks');
    await stage.type('Amina', 'yes 3');
    await stage.type('Ruth', 'suggest hand hot drinks to Jo');
    expect(stage.notes('Jo').join('\n')).toContain('Someone suggests that you do this role: hot drinks.');
    await stage.type('Amina', 'yes 4');
    expect((await number(stage, 4))?.state.status).toBe('open');
    await stage.type('Jo', 'yes 4');
    expect(said(await stage.type('Dev', 'roles'))).toContain('Hot drinks: Jo, since 1 March.');
    await stage.type('Dev', 'suggest remove the role hot drinks');
    await stage.type('Ruth', 'yes 5');
    expect(said(await stage.type('Dev', 'roles'))).not.toContain('Hot drinks');
    await stage.type('Dev', 'take tea');
    await stage.press('Dev', 'Yes, make it a role');
    expect(said(await stage.type('Dev', 'roles'))).toContain('Tea: Dev');
  });

  it('what cannot be done any more says so, stays open, and can be changed', async () => {
    const stage = await open();
    await stage.type('Ruth', 'suggest rename notes to minutes');
    await stage.type('Ruth', 'suggest a new role called minutes');
    await stage.type('Amina', 'yes 2');
    expect(said(await stage.type('Amina', 'yes 1'))).toContain('there is a role of that name already');
    expect(stage.place().join('\n')).toContain('Each side said yes to number 1, but it cannot be done now.');
    await stage.type('Ruth', 'change 1 to notes to key points');
    await stage.type('Amina', 'yes 3');
    expect(said(await stage.type('Dev', 'roles'))).toContain('Key points: free.');
  });

  it('is taken back by whoever suggested it, and ends after 21 days with one reminder to those whose yes is missing', async () => {
    const stage = await open();
    await stage.type('Priya', 'suggest review: we look back in July');
    expect(said(await stage.type('Dev', 'withdraw 1'))).toContain('Only whoever suggested number 1');
    await stage.type('Priya', 'withdraw 1');
    expect(stage.place()[0]).toContain('Number 1 was taken back.');
    await stage.type('Priya', 'suggest review: we look back in June');
    await stage.type('Dev', 'yes 2');
    await stage.moveTo('2027-03-07T10:00:00.000Z');
    expect(stage.notes('Jo').join('\n')).toContain('Suggested change 2 is 5 days old.');
    expect(stage.notes('Dev').join('\n')).not.toContain('5 days old');
    await stage.moveTo('2027-03-23T10:00:00.000Z');
    expect((await number(stage, 2))?.state.status).toBe('timed-out');
    expect(stage.notes('Priya').join('\n')).toContain('Your suggested change 2 was open for 21 days.');
    expect(stage.notes('Jo').filter((one) => one.includes('5 days old'))).toHaveLength(1);
  });

  it('the same act twice is one yes and gets the same answer', async () => {
    const stage = await open();
    await stage.type('Priya', 'suggest purpose: a warm room');
    await stage.type('Jo', 'yes 1');
    const first = said(await stage.type('Dev', 'yes 1', { id: 'again' }));
    expect(said(await stage.type('Dev', 'yes 1', { id: 'again' }))).toBe(first);
  });
});

describe('one series of numbers', () => {
  it('promises and suggested changes share it, and a number of the wrong kind is refused with what it is', async () => {
    const stage = await open();
    await stage.type('Ruth', 'we will paint the hall by 17 March');
    await stage.type('Ruth', 'suggest goals: 3 painted rooms');
    expect(said(await stage.type('Jo', 'we will sing by 17 March'))).toContain('promise 3');
    expect(said(await stage.type('Ruth', 'did 2'))).toContain('Number 2 is a suggested change. It is no promise.');
    expect(said(await stage.type('Ruth', 'could not 2 because no paint'))).toContain('is a suggested change');
    expect(said(await stage.type('Ruth', 'withdraw 1'))).toContain('Number 1 is a promise');
    expect(said(await stage.type('Ruth', 'promise 2'))).toContain('It is about our goals');
    await stage.type('Ruth', 'suggest change promise 1 to paint it blue');
    expect(said(await stage.type('Amina', 'yes'))).toContain('1 and 2');
    await stage.type('Amina', 'yes 1');
    expect(await stage.store.read.promises.get(willow, 4)).toMatchObject({ what: 'paint it blue', from: 1 });
  });

  it('what suggest does not know opens the form with the words in it', async () => {
    const stage = await open();
    const reply = await stage.type('Dev', 'suggest that we have more biscuits');
    if (reply.kind !== 'form') throw new Error(said(reply));
    expect(reply.form.fields.find(({ name }) => name === 'words')).toMatchObject({
      value: 'we have more biscuits',
    });
    const bad = await stage.submit('Dev', reply, { about: 'hand-role', words: 'biscuits' });
    expect(bad.kind).toBe('invalid');
    await stage.submit('Dev', reply, { about: 'values', words: 'biscuits' });
    expect(await number(stage, 1)).toMatchObject({ change: { about: 'values' }, text: 'biscuits' });
  });
});

describe('purpose, values and what we agree', () => {
  it('what a coordinator sets at once is marked until the other sides say yes, in the home view and the agreement', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings purpose a warm room');
    const mark = 'Changed, not yet agreed: our purpose. A yes is missing from: People who use the service; Artists.';
    expect(said(await stage.type('Graham', ''))).toContain(mark);
    expect(said(await stage.type('Jo', 'purpose'))).toContain('Changed, not yet agreed.');
    expect(said(await stage.type('Dev', 'set money: none'))).toContain('Only a coordinator');
    await stage.type('Jo', 'yes 1');
    await stage.type('Amina', 'yes 1');
    expect(said(await stage.type('Graham', ''))).not.toContain('not yet agreed');
    expect(said(await stage.type('Jo', 'agreement'))).toContain('We changed it together on Monday 1 March, number 1.');
  });

  it('the digest shows old words and new, and which sides have not agreed yet; and later that each side did', async () => {
    const stage = await open();
    await stage.type('Priya', 'suggest goals: 3 painted rooms');
    await stage.type('Jo', 'yes 1');
    await stage.type('Dev', 'yes 1');
    await stage.type('Priya', 'set goals: 1 painted room');
    await stage.type('Graham', 'suggest money: no bus fares');
    await stage.moveTo('2027-03-16T10:00:00.000Z');
    await stage.type('Priya', 'digest post');
    const told = stage.everywhere().find((one) => one.includes('Changes')) ?? '';
    expect(told).toContain('We changed it together, number 1: our goals.');
    expect(told).toContain(
      'A coordinator has changed this: our goals. It has number 2. Before: 3 painted rooms. New: 1 painted room.',
    );
    expect(told).toContain('Not yet agreed by: People who use the service; Artists.');
    expect(told).toContain('A change is suggested, number 3. It is about money.');
    await stage.type('Jo', 'yes 2');
    await stage.type('Dev', 'yes 2');
    await stage.moveTo('2027-03-23T10:00:00.000Z');
    await stage.type('Priya', 'digest post');
    const next = stage.everywhere().findLast((one) => one.includes('Changes')) ?? '';
    expect(next).toContain('We changed it together, number 2');
    expect(next).not.toContain('number 1:');
  });

  it('a purpose from the set-up is one that nobody else has agreed to yet', async () => {
    const stage = await open({ huddle: { purpose: 'a warm room' } });
    expect(said(await stage.type('Jo', 'agreement'))).toContain('Changed, not yet agreed.');
  });

  it('fewer than 3 values or more than 7 get a gentle word, and are asked all the same', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'values: be kind; be on time'))).toContain('3 to 7 values');
    const other = await open();
    expect(said(await other.type('Dev', 'values: be kind; be on time; say what is true'))).not.toContain('3 to 7');
  });

  it('each side signs; other words are another version, and have to be signed anew', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'sign'))).toContain('nothing to sign yet');
    await stage.type('Priya', 'set goals: 3 painted rooms');
    const first = said(await stage.type('Dev', 'sign'));
    expect(first).toMatch(/Not signed yet:[\s\S]*Staff[\s\S]*Artists/);
    await stage.type('Ruth', 'sign');
    expect(said(await stage.type('Jo', 'sign'))).toContain('Each side has signed now.');
    expect(said(await stage.type('Jo', 'sign'))).toContain('signed these words already');
    const signed = said(await stage.type('Jo', 'agreement 4'));
    expect(signed).toMatch(/People who use the service: signed on Monday 1 March\.[\s\S]*Artists: signed on/);
    expect(signed, 'who signed for a side would tell whose side they are on').not.toMatch(/Dev|Ruth|Jo\b/);
    await stage.type('Priya', 'set goals: 4 painted rooms');
    expect(said(await stage.type('Jo', 'agreement 4'))).toContain('Each side needs to sign again.');
    await stage.type('Jo', 'sign');
    expect((await stage.store.read.agreements.list(willow)).map(({ signatures }) => signatures.length)).toEqual([3, 1]);
  });

  it('the agreement has all 7 headings, whoever reads it', async () => {
    const stage = await open();
    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(said(await stage.type('Jo', `agreement ${String(page)}`)));
    const whole = pages.join('\n');
    for (const heading of [
      '1. Our purpose',
      '2. Our goals',
      '3. Who does what',
      '4. Whose rules',
      '5. Our dates',
      '6. Money',
      '7. How',
    ])
      expect(whole).toContain(heading);
    expect(whole).toContain('Not signed yet:');
  });

  it('whose rules count is looked up by what it is about', async () => {
    const stage = await open();
    await stage.type('Priya', "set rules photos: the hospital's rules");
    await stage.type('Priya', "set rules petty cash: the charity's rules");
    expect(said(await stage.type('Dev', 'rules photos'))).toContain("photos: the hospital's rules");
    expect(said(await stage.type('Dev', 'rules'))).toContain('petty cash');
    expect(said(await stage.type('Dev', 'rules dogs'))).toContain('no rule about this yet: dogs');
  });
});

describe('who is forgotten', () => {
  it('takes their open suggestion with them; what their side said stays said, by nobody', async () => {
    const stage = await open();
    await stage.type('Dev', 'suggest purpose: a room for Dev and all');
    await stage.type('Ruth', 'suggest money: Dev gets bus fares');
    await stage.type('Dev', 'yes 2 but only on Mondays');
    await stage.type('Priya', 'set goals: 3 painted rooms');
    await stage.type('Dev', 'sign');
    await stage.type('Dev', 'yes, forget me', { direct: true });
    expect(await number(stage, 1)).toMatchObject({ text: '', state: { status: 'withdrawn' } });
    const two = await number(stage, 2);
    expect(two?.answers.at(-1)).toMatchObject({ says: 'yes', fills: ['using'], words: null });
    expect(JSON.stringify(two)).not.toMatch(/Dev|"p2"/);
    expect((await stage.store.read.agreements.list(willow))[0]?.signatures).toMatchObject([{ side: 'using' }]);
    await stage.tick();
    expect(stage.everywhere().join('\n')).not.toContain('Dev');
    await stage.type('Jo', 'yes 2');
    expect((await number(stage, 2))?.state.status).toBe('agreed');
    expect(JSON.stringify(await stage.store.read.journal.list(willow))).not.toContain(`"${personOf('Dev')}"`);
  });

  it('sees in "my data" what they had a say in', async () => {
    const stage = await open();
    await stage.type('Ruth', 'suggest money: bus fares');
    await stage.type('Dev', 'yes 1 but only on Mondays');
    const data = said(await stage.type('Dev', 'my data', { direct: true }));
    expect(data).toContain('You had a say in suggested change 1, about money.');
    expect(data).toContain('only on Mondays');
  });
});

describe('words that may tell of danger', () => {
  it('are met with help, and suggest nothing', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'suggest purpose: I want to kill myself'))).toContain('999');
    expect(await stage.store.read.proposals.list(willow)).toEqual([]);
  });
});
