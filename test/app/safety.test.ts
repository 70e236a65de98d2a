import { afterEach, describe, expect, it } from 'vitest';
import type { Safety } from '../../src/domain/safety.ts';
import { addMs, dayMs } from '../../src/domain/time.ts';
import { closeStages, openStage, personOf, said, userOf, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const noon = '2027-03-15T12:00:00.000Z';
const words = 'I do not want to wake up';
const told = 'I have told the safeguarding lead, as we agreed when you joined.';

const open = (safety: Safety = {}, start = noon) => openStage({ start, huddle: { safety } });
const safetyOf = async ({ store }: Stage) => (await store.read.huddles.get(willow))?.safety;
const notesWith = (stage: Stage, name: Name, text: string) => stage.notes(name).filter((note) => note.includes(text));

/** Graham was asked and said yes, the switch was turned on, and everyone was told. */
async function withLead() {
  const stage = await open();
  await stage.type('Priya', 'settings safeguarding lead Graham, weekdays 9am to 5pm');
  await stage.press('Graham', 'Yes, I will');
  await stage.type('Priya', 'settings safeguarding lead on');
  return stage;
}

describe('what stands on the card', () => {
  it('a contact by name is on the card, on "safe" and in "worried", for whoever needs to tell someone', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings safeguarding contact Jane Doe, 020 7946 0000');
    expect(said(await stage.type('Amina', words))).toContain('To keep them safe, tell Jane Doe, 020 7946 0000.');
    expect(said(await stage.type('Amina', 'safe'))).toContain('tell Jane Doe, 020 7946 0000.');
    expect(said(await stage.type('Amina', 'worried'))).toContain('Tell Jane Doe, 020 7946 0000.');
    expect(notesWith(stage, 'Amina', '116 123').join()).toContain('Jane Doe');
  });

  it('a contact in the huddle goes by the name that they want, and by none once they have left', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings safeguarding contact Ruth');
    expect((await safetyOf(stage))?.contact?.person).toBe(personOf('Ruth'));
    await stage.type('Ruth', 'me name Ruthie');
    expect(said(await stage.type('Amina', 'safe'))).toContain('tell Ruthie.');
    await stage.type('Ruth', 'leave');
    expect(said(await stage.type('Amina', 'safe'))).toContain('Tell the person who keeps people safe where you are.');
  });

  it('help near them has a line of its own, until it is taken away', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings local help The Elm team, 020 7946 0111');
    expect(said(await stage.type('Amina', words))).toContain('Near you: The Elm team, 020 7946 0111.');
    await stage.type('Priya', 'settings local help none');
    expect(said(await stage.type('Amina', 'safe'))).not.toContain('Near you');
  });

  it('a number of their own stands in place of their nation’s, and has to be tried anew', async () => {
    const stage = await open({ numbersCheckedOn: '2027-03-01' });
    await stage.type('Priya', 'settings numbers mental health call 111 and press 2');
    expect(said(await stage.type('Amina', 'safe'))).toContain('Mental health help: call 111 and press 2.');
    expect((await safetyOf(stage))?.numbersCheckedOn).toBeUndefined();
    await stage.type('Priya', 'settings numbers mental health as before');
    expect(said(await stage.type('Amina', 'safe'))).toContain('pick the mental health option');
  });

  it.each([
    ['england', 'call 111 and pick the mental health option'],
    ['wales', 'call 111 and press 2'],
    ['scotland', 'Breathing Space, 0800 83 85 87'],
    ['northern-ireland', 'Lifeline on 0808 808 8000'],
  ] as const)('where the huddle goes by the holidays of %s, so do the numbers', async (region, line) => {
    const holidays = { region, then: 'move', days: [], year: 2027 } as const;
    const stage = await openStage({ start: noon, huddle: { holidays } });
    expect(said(await stage.type('Amina', words))).toContain(line);
  });

  it('is set by forms, too, which keep what was typed when it will not do', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings safety');
    const form = await stage.press('Priya', 'Name a contact');
    const long = await stage.submit('Priya', form, { words: 'x'.repeat(121) });
    expect(long).toMatchObject({ kind: 'invalid' });
    await stage.submit('Priya', form, { words: 'Jane Doe, 020 7946 0000' });
    await stage.submit('Priya', await stage.press('Priya', 'Local help'), { words: 'The Elm team' });
    expect(await safetyOf(stage)).toMatchObject({
      contact: { words: 'Jane Doe, 020 7946 0000', person: null },
      local: 'The Elm team',
    });
  });

  it('is for coordinators to set, by line, button and form alike', async () => {
    const stage = await open();
    for (const line of [
      'settings safety',
      'settings safeguarding contact Max',
      'settings local help x',
      'settings numbers checked',
      'settings safeguarding lead Ruth, always',
    ])
      expect(said(await stage.type('Ruth', line)), line).toContain('Only a coordinator');
    const [subject, values] = [`${willow}/contact`, { words: 'Max' }];
    await stage.act('Ruth', { kind: 'form', form: 'safety', subject, values });
    for (const action of ['numbers-checked', 'telling-on', 'safety-change', 'safety'])
      await stage.act('Ruth', { kind: 'action', action, subject: willow, message: null });
    expect(await safetyOf(stage)).toEqual({});
  });
});

describe('the numbers are checked', () => {
  it('today, or on a day that has been; never on one to come', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'settings numbers checked'))).toContain(
      'The numbers were checked on Monday 15 March. I will ask again on Saturday 11 September.',
    );
    await stage.type('Priya', 'settings numbers checked on 1 December');
    expect((await safetyOf(stage))?.numbersCheckedOn).toBe('2026-12-01');
    expect(said(await stage.type('Priya', 'settings numbers checked on 1 December 2027'))).toContain('still to come');
    expect((await safetyOf(stage))?.numbersCheckedOn).toBe('2026-12-01');
  });

  it('181 days ago: each coordinator gets one warning, once, and again when the next check is over', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings numbers checked');
    const warnings = (name: Name) => notesWith(stage, name, 'were last checked on');
    await stage.moveTo(addMs(noon, 179 * dayMs));
    expect(warnings('Priya')).toEqual([]);
    await stage.moveTo(addMs(noon, 181 * dayMs));
    await stage.moveTo(addMs(noon, 200 * dayMs));
    for (const name of ['Priya', 'Ellis'] as const) expect(warnings(name)).toHaveLength(1);
    expect(warnings('Ruth')).toEqual([]);
    await stage.press('Ellis', 'The numbers work');
    await stage.moveTo(addMs(noon, 381 * dayMs));
    for (const name of ['Priya', 'Ellis'] as const) expect(warnings(name)).toHaveLength(2);
  });

  it('noted as checked 181 days ago, the warning comes at once, to each of the two', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings numbers checked on 15 September 2026');
    await stage.tick();
    for (const name of ['Priya', 'Ellis'] as const) expect(notesWith(stage, name, 'last checked on')).toHaveLength(1);
    await stage.moveTo(addMs(noon, 3 * dayMs));
    expect(notesWith(stage, 'Priya', 'last checked on')).toHaveLength(1);
  });
});

describe('telling a named lead', () => {
  it('is off until that person has said yes and a coordinator has turned it on', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'settings safeguarding lead on'))).toContain('First name a lead');
    await stage.type('Priya', 'settings safeguarding lead Graham, weekdays 9am to 5pm');
    expect(said(await stage.type('Priya', 'settings safeguarding lead on'))).toContain('have not said yes yet');
    expect(said(await stage.type('Amina', words))).toContain('told no one');
    await stage.press('Graham', 'Yes, I will');
    expect(notesWith(stage, 'Ellis', 'Graham said yes to being the safeguarding lead')).toHaveLength(1);
    expect(said(await stage.type('Amina', words))).toContain('told no one');
    expect(notesWith(stage, 'Graham', 'Amina')).toEqual([]);
  });

  it('needs someone of the huddle, and the hours in which they read their notes', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'settings safeguarding lead Zoe, always'))).toContain('no one of that name');
    expect(said(await stage.type('Priya', 'settings safeguarding lead Graham'))).toContain('say when they read');
    expect(said(await stage.type('Ruth', 'be safeguarding lead'))).toContain('No one has asked you');
    expect((await safetyOf(stage))?.telling).toBeUndefined();
  });

  it('on: the card says so with the hours, and the lead gets one note with who and when, never what', async () => {
    const stage = await withLead();
    for (const name of ['Amina', 'Priya', 'Jo'] as const)
      expect(notesWith(stage, name, 'Graham, the safeguarding lead')).toHaveLength(1);
    const others = ['Priya', 'Ellis', 'Ruth'] as const;
    const before = [stage.everywhere(), ...others.map(stage.notes)];
    stage.setClock('2027-03-17T22:40:00.000Z');
    const act = { id: 'one-act' };
    const reply = said(await stage.type('Amina', `answer ${words}, said the marigold`, act));
    await stage.type('Amina', `answer ${words}, said the marigold`, act);
    expect(reply).toContain(told);
    expect(reply).toContain('weekdays 9am to 5pm');
    expect(reply).not.toContain('told no one');
    const notes = notesWith(stage, 'Graham', 'Amina');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('Wednesday 17 March at 10:40pm');
    expect(notes[0]).not.toMatch(/marigold|wake/);
    expect(notesWith(stage, 'Amina', told)).toHaveLength(1);
    expect([stage.everywhere(), ...others.map(stage.notes)]).toEqual(before);
  });

  it('leaves no trace of the note in the store once it is sent', async () => {
    const stage = await withLead();
    await stage.type('Amina', words);
    const rows = await stage.store.read.rights.own(personOf('Amina'));
    const kinds = rows.filter(({ table }) => table === 'outbox').map(({ row }) => row['kind']);
    expect(kinds).not.toContain('lead-told');
    expect(kinds).not.toContain('help-card');
  });

  it('acts only for those who were told: not before the note about it has reached them', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings safeguarding lead Graham, weekdays 9am to 5pm');
    await stage.press('Graham', 'Yes, I will');
    stage.setClock('2027-03-15T21:00:00.000Z');
    await stage.type('Priya', 'settings safeguarding lead on');
    expect(said(await stage.type('Dev', words))).toContain('told no one');
    expect(notesWith(stage, 'Graham', 'Dev')).toEqual([]);
    await stage.moveTo('2027-03-16T12:00:00.000Z');
    expect(said(await stage.type('Amina', words))).toContain(told);
  });

  it('whoever joins later reads of it before they say yes, and gets it in a note that lasts', async () => {
    const stage = await openStage({
      start: noon,
      members: { Amina: { standings: [{ from: noon, status: 'invited', counted: false, group: null, also: null }] } },
    });
    await stage.type('Priya', 'settings safeguarding lead Graham, weekdays 9am to 5pm');
    await stage.press('Graham', 'Yes, I will');
    await stage.type('Priya', 'settings safeguarding lead on');
    expect(said(await stage.type('Amina', 'join'))).toContain('I tell Graham who and when');
    expect(said(await stage.type('Amina', words))).toContain('told no one');
    await stage.press('Amina', 'Yes, I will take part');
    expect(notesWith(stage, 'Amina', 'Graham, the safeguarding lead')).toEqual([]);
    await stage.moveTo(addMs(noon, 2 * dayMs));
    expect(notesWith(stage, 'Amina', 'Graham, the safeguarding lead')).toHaveLength(1);
    expect(said(await stage.type('Amina', words))).toContain(told);
  });

  it('a lead who stops, leaves or writes such words themself: nobody is told, and the card says that', async () => {
    const stage = await withLead();
    expect(said(await stage.type('Graham', words))).toContain('told no one');
    await stage.type('Graham', 'not safeguarding lead');
    expect(said(await stage.type('Amina', words))).toContain('told no one');
    const other = await withLead();
    await other.type('Graham', 'leave');
    expect(said(await other.type('Amina', words))).toContain('told no one');
    expect(notesWith(other, 'Graham', 'Amina')).toEqual([]);
  });

  it('turned off, everyone hears of it and nobody is told any more', async () => {
    const stage = await withLead();
    await stage.type('Priya', 'settings safeguarding lead off');
    expect(notesWith(stage, 'Jo', 'I no longer tell anyone')).toHaveLength(1);
    expect(said(await stage.type('Amina', words))).toContain('told no one');
  });

  it('a lead whom no note reaches: whoever was told otherwise gets the card again, which says so', async () => {
    const stage = await withLead();
    stage.platform.weather(({ to }) =>
      'user' in to && to.user === userOf('Graham') ? { refused: 'account-gone', forGood: true } : 'fine',
    );
    await stage.type('Amina', words);
    expect(notesWith(stage, 'Amina', 'I could not reach the safeguarding lead after all')).toHaveLength(1);
    expect(notesWith(stage, 'Priya', 'could not')).toEqual([]);
  });

  it('goes with the lead when they are forgotten', async () => {
    const stage = await withLead();
    await stage.type('Priya', 'settings safeguarding contact Graham, 020 7946 0000');
    expect(said(await stage.type('Graham', 'my data'))).toContain('the safeguarding lead');
    await stage.type('Graham', 'forget me');
    await stage.press('Graham', 'Yes, forget me');
    expect(await safetyOf(stage)).toEqual({});
    expect(said(await stage.type('Amina', words))).toContain('told no one');
  });
});
