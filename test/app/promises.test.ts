import { afterEach, describe, expect, it } from 'vitest';
import { buttonsOf, openWillow, words } from './promise-stage.ts';
import { plainText } from '../../src/messages/plain-text.ts';

type Willow = Awaited<ReturnType<typeof openWillow>>;
const open: Willow[] = [];
afterEach(async () => {
  for (const willow of open.splice(0)) await willow.close();
});

async function willowAt(start = '2027-02-08T10:00:00.000Z'): Promise<Willow> {
  const willow = await openWillow(start);
  open.push(willow);
  return willow;
}

const text = (documents: readonly Parameters<typeof buttonsOf>[0][]) =>
  documents.map(({ blocks }) => plainText(blocks));

describe('a promise, from a line to a yes', () => {
  it('is saved under its number, with an undo, and everyone is told', async () => {
    const willow = await willowAt();
    const reply = await willow.type('Ruth', 'we will paint the day room by 17 March');
    expect(words(reply)).toBe('Saved as promise 1: paint the day room by Wednesday 17 March.\n[Undo] [Help and pause]');
    expect(text(willow.place())).toEqual(['Promise 1. Ruth will paint the day room by Wednesday 17 March.']);
  });

  it('said done, it is asked about in the place; the same message then tells of the yes', async () => {
    const willow = await willowAt();
    await willow.type('Ruth', 'we will paint the day room by 17 March');
    await willow.type('Ruth', 'did 1 see the photo');
    const [, asked] = willow.place();
    expect(text(willow.place())[1]).toBe(
      'Ruth says promise 1 is done. Is it?\nThe promise: paint the day room.\nProof: see the photo\n' +
        '[Yes, it is done] [Not yet] [Not yet, without my name] [Help and pause]',
    );
    const [yes] = asked === undefined ? [] : buttonsOf(asked);
    expect(words(await willow.press('Priya', yes?.action ?? '', yes?.subject ?? ''))).toBe(
      'We need a yes from someone who uses the service, or a carer.',
    );
    expect(words(await willow.press('Amina', yes?.action ?? '', yes?.subject ?? ''))).toContain('We did promise 1.');
    expect(text(willow.place())[1]).toContain('Ruth said promise 1 is done. Amina said yes.');
    expect(willow.place()).toHaveLength(2);
    expect(text(willow.notes('Ruth'))).toEqual(['Amina said yes: promise 1 is done. Thank you for doing it.']);
  });

  it('a promise that staff made for staff needs someone who is not staff', async () => {
    const willow = await willowAt();
    await willow.type('Ruth', 'we will mend the staff kitchen by 17 March, for Staff');
    await willow.type('Ruth', 'did 1');
    expect(words(await willow.type('Priya', 'yes 1'))).toBe('We need a yes from someone who is not staff.');
  });

  it('not yet without a name names nobody, anywhere', async () => {
    const willow = await willowAt();
    await willow.type('Tomos', 'we will play music by 12 February');
    await willow.type('Tomos', 'did 1');
    const reply = await willow.form('Dev', 'promise-not-yet-unnamed', {
      subject: 'willow/1',
      values: { missing: 'only on one ward' },
    });
    expect(words(reply)).toContain('Your name is not shown, and I did not keep it.');
    expect(text(willow.place())[1]).toBe(
      'Promise 1 was said done. Someone this was for says: not yet.\nThe promise: play music.\n' +
        'What is missing: only on one ward\nIt is open again. It is now due on Friday 19 February.',
    );
    const kept = JSON.stringify([
      await willow.store.read.promises.list('willow' as never),
      await willow.store.read.journal.list('willow' as never),
    ]);
    expect(kept).not.toContain('Dev');
  });

  it('the same act twice is one promise and the same answer', async () => {
    const willow = await willowAt();
    const first = await willow.type('Ruth', 'we will paint the day room by 17 March', 'same');
    const again = await willow.type('Ruth', 'we will paint the day room by 17 March', 'same');
    expect(words(again)).toBe(words(first));
    expect(willow.place()).toHaveLength(1);
    await willow.type('Ruth', 'did', 'done');
    expect(words(await willow.type('Ruth', 'did', 'done'))).toContain('Saved. Promise 1 is said done.');
  });
});

describe('nothing typed is lost', () => {
  it('a line without a date is answered with the form, two weeks from now in it', async () => {
    const willow = await willowAt();
    const reply = await willow.type('Ruth', 'we will paint the day room, owner <@Dev>');
    expect(reply).toMatchObject({ kind: 'form', form: { form: 'promise-make', subject: 'willow' } });
    const fields = reply.kind === 'form' ? reply.form.fields : [];
    expect(fields).toMatchObject([
      { name: 'what', value: 'paint the day room' },
      { name: 'due', value: '2027-02-22' },
      { name: 'owners', value: ['Dev'] },
      { name: 'for', value: 'using' },
    ]);
  });

  it('a date that has passed is asked about', async () => {
    const willow = await willowAt();
    const reply = await willow.type('Ruth', 'we will paint the day room by 5 February 2027');
    const fields = reply.kind === 'form' ? reply.form.fields : [];
    expect(words(reply)).toContain('Friday 5 February is over. Which day do you mean?');
    expect(fields[1]).not.toHaveProperty('value');
  });

  it('a could-not without a reason asks for one, with one-tap reasons', async () => {
    const willow = await willowAt();
    await willow.type('Graham', 'we will pay a peer trainer by 1 March');
    const reply = await willow.type('Graham', 'could not 1');
    expect(reply.kind).toBe('form');
    expect(words(reply)).toContain('Please give a reason.');
    const tap = 'document' in reply ? buttonsOf(reply.document)[0] : undefined;
    expect(tap?.label).toBe("I can't do this just now");
    expect(words(await willow.press('Graham', tap?.action ?? '', tap?.subject ?? ''))).toContain(
      'We could not do promise 1.',
    );
  });

  it('a form with something wrong stays open, with a sentence beside the field', async () => {
    const willow = await willowAt();
    const values = { what: 'paint', due: '2027-02-01', owners: [], for: 'using' };
    expect(await willow.form('Ruth', 'promise-make', { subject: 'willow', values })).toEqual({
      kind: 'invalid',
      fields: { due: 'Monday 1 February is over. Which day do you mean?' },
    });
    await willow.type('Graham', 'we will pay a peer trainer by 1 March');
    const empty = { words: '', next: '' };
    expect(await willow.form('Graham', 'promise-could-not', { subject: 'willow/1', values: empty })).toMatchObject({
      kind: 'invalid',
      fields: { words: expect.stringContaining('Please give a reason.') as unknown },
    });
  });

  it('nobody fills in a form in vain', async () => {
    const willow = await willowAt();
    await willow.type('Graham', 'we will pay a peer trainer by 1 March');
    expect(words(await willow.press('Amina', 'promise-could-not', 'willow/1'))).toBe(
      'Only the person whose promise it is can do that with 1.',
    );
    expect((await willow.press('Graham', 'promise-could-not', 'willow/1')).kind).toBe('form');
  });

  it('a name that nobody has is asked about', async () => {
    const willow = await willowAt();
    expect(words(await willow.type('Ruth', 'we will paint by 1 March, owner @Zed'))).toContain(
      'I do not know Zed here.',
    );
  });
});

describe('asking someone', () => {
  it('they alone are asked, and the lock screen does not show what', async () => {
    const willow = await willowAt();
    const reply = await willow.type('Ruth', 'we will see the therapist by 1 March, owner <@Dev>');
    expect(words(reply)).toContain('I have asked Dev.');
    expect(willow.place()).toEqual([]);
    const [note] = willow.notes('Dev');
    expect(note === undefined ? '' : plainText(note.blocks)).toContain('see the therapist');
    expect(note?.summary).not.toContain('therapist');
    expect(words(await willow.type('Dev', 'yes'))).toContain('Promise 1 is yours now.');
    expect(text(willow.place())).toEqual(['Promise 1. Dev will see the therapist by Monday 1 March.']);
    expect(text(willow.notes('Dev'))).toEqual(['I have your yes to promise 1. Thank you.']);
    expect(text(willow.notes('Ruth'))).toEqual(['Dev said yes. Number 1 is a promise now.']);
  });
});

describe('a change together', () => {
  it('is asked in the place, and becomes a new promise at the last yes', async () => {
    const willow = await willowAt();
    await willow.type('Priya', 'we will meet every week by 1 March');
    await willow.type('Priya', 'change 1 to meet every 2 weeks, by 17 March');
    expect(text(willow.place())[1]).toBe(
      'Priya would like to change promise 1.\nNow: meet every week by Monday 1 March.\n' +
        'Then: meet every 2 weeks by Wednesday 17 March.\nIt stays as it is until then.\nYes so far: Priya.\n' +
        '[Yes] [Yes, but…] [No, because…] [Help and pause]',
    );
    expect(words(await willow.type('Graham', 'yes 1'))).toBe(
      'We need a yes from someone who uses the service, or a carer.',
    );
    expect(words(await willow.type('Ellis', 'yes 1'))).toContain('It is now promise 2.');
    expect(text(willow.place())).toEqual([
      'Promise 1. Priya will meet every week by Monday 1 March.',
      'Everyone who was needed said yes on promise 1.\nIt is now promise 2.',
      'We changed promise 1 together. It is now promise 2.\nPromise 2. Priya will meet every 2 weeks by Wednesday 17 March.',
    ]);
  });

  it('a no is told to everyone with its reason', async () => {
    const willow = await willowAt();
    await willow.type('Priya', 'we will meet every week by 1 March');
    await willow.type('Priya', 'change 1 to meet in the evening');
    await willow.type('Ellis', 'no 1 because the last bus is at 6pm');
    expect(text(willow.place()).at(-1)).toContain('The reason: the last bus is at 6pm');
  });
});

describe('what time brings', () => {
  it('private notes 2 days before and a day before the digest; then it is not kept, and no message calls it out', async () => {
    const willow = await willowAt();
    await willow.type('Ruth', 'we will put up a quiet room sign by 17 February');
    await willow.moveTo('2027-02-15T08:59:00.000Z');
    expect(willow.notes('Ruth')).toEqual([]);
    await willow.moveTo('2027-02-15T09:00:00.000Z');
    expect(text(willow.notes('Ruth'))[0]).toContain('Promise 1 is due on Wednesday 17 February.');
    expect(willow.notes('Ruth')[0]?.summary).not.toContain('quiet room');
    await willow.moveTo('2027-02-22T09:00:00.000Z');
    expect(text(willow.notes('Ruth'))[1]).toContain('comes out on Tuesday 23 February at 9am.');
    await willow.moveTo('2027-02-25T12:00:00.000Z');
    expect((await willow.store.read.promises.list('willow' as never))[0]?.state.status).toBe('not-kept');
    expect(willow.place()).toHaveLength(1);
    expect(await willow.store.read.timers.next()).toBeNull();
  });

  it('someone is looked for in the morning, not at midnight, and the promise moves to whoever can', async () => {
    const willow = await willowAt();
    await willow.type('Amina', 'we will sew the curtains by 17 February');
    await willow.moveTo('2027-02-25T07:59:00.000Z');
    expect(willow.place()).toHaveLength(1);
    await willow.moveTo('2027-02-25T08:00:00.000Z');
    expect(text(willow.place())[1]).toBe(
      'Looking for someone to pick this up. Promise 1: sew the curtains.\n' +
        'Anyone can. Whose promise it is now says yes first.\n[I can do this] [Help and pause]',
    );
    await willow.press('Tomos', 'promise-pick-up', 'willow/1');
    expect(text(willow.notes('Amina')).at(-1)).toContain('Tomos can pick up promise 1 for you. Is that all right?');
    expect(words(await willow.type('Amina', 'yes 1'))).toBe('Saved. Promise 1 is now with Tomos.');
    expect(text(willow.notes('Tomos'))).toEqual(['Saved. Promise 1 is yours now. It is due on Thursday 11 March.']);
    expect(text(willow.place())[1]).toContain('Now Tomos will sew the curtains by Thursday 11 March.');
  });

  it('an owner can keep it; whoever offered hears so in private, and others may still offer', async () => {
    const willow = await willowAt();
    await willow.type('Amina', 'we will sew the curtains by 17 February');
    await willow.moveTo('2027-02-25T10:00:00.000Z');
    await willow.type('Tomos', 'pick up 1');
    expect(text(willow.place())[1]).toBe('Someone can pick up promise 1. That waits for a yes.');
    await willow.type('Amina', 'no 1');
    expect(text(willow.notes('Tomos'))).toEqual(['Promise 1 stays where it was. Thank you for the offer.']);
    expect(text(willow.place())[1]).toContain('[I can do this]');
  });

  it('five silent days after a claim, those it was for are asked once, in private', async () => {
    const willow = await willowAt();
    await willow.type('Ruth', 'we will paint the hall by 17 March');
    await willow.type('Ruth', 'did 1');
    await willow.pause('Ellis');
    await willow.moveTo('2027-03-20T12:00:00.000Z');
    for (const name of ['Amina', 'Dev']) expect(text(willow.notes(name))).toHaveLength(1);
    for (const name of ['Ellis', 'Priya', 'Tomos']) expect(willow.sentTo(name)).toEqual([]);
    expect((await willow.store.read.promises.list('willow' as never))[0]?.state.status).toBe('claimed');
  });
});

describe('the list', () => {
  it('shows who, what, by when and where it stands, with the buttons that this person may use', async () => {
    const willow = await willowAt();
    expect(words(await willow.type('Ruth', 'promises'))).toContain('No promises yet.');
    await willow.type('Ruth', 'we will paint the hall by 17 March');
    await willow.type('Priya', 'we will meet every week by 1 March');
    await willow.type('Ruth', 'did 1');
    expect(words(await willow.type('Amina', 'promises'))).toBe(
      'Willow: our promises\n1. paint the hall. Ruth, by 17 March. Said done, waiting for a yes.\n' +
        '[Yes, it is done] [Not yet] [Not yet, without my name]\n' +
        '2. meet every week. Priya, by 1 March. Still open.\n[Change it] [Let it go]\n' +
        'To see one with its buttons, type: promise 12.\n[Make a promise] [Help and pause]',
    );
    expect(words(await willow.type('Priya', 'promise 2'))).toContain(
      "[Done] [Can't do it] [Change it] [Let it go] [Put it right] [Undo]",
    );
  });
});
