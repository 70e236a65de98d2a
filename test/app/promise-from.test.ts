import { afterEach, describe, expect, it } from 'vitest';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Field } from '../../src/messages/document.ts';
import type { Reply } from '../../src/ports.ts';
import {
  addHuddle,
  channel,
  closeStages,
  huddleOf,
  identityOf,
  memberOf,
  openStage,
  personOf,
  said,
  willow,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const open = () => openStage({ start: monday });

const makeFrom = (stage: Stage, name: Name, text: string, more: object = {}) =>
  stage.act(name, { kind: 'action', action: 'promise-from', subject: text, message: null, ...more });

function field(reply: Reply, name: string): Field | undefined {
  return reply.kind === 'form' ? reply.form.fields.find((each) => each.name === name) : undefined;
}

describe('make this a promise', () => {
  it('opens the form of a promise with what the message says, and two weeks where it names no day', async () => {
    const stage = await open();
    const reply = await makeFrom(stage, 'Amina', 'Lovely. We will paint the day room.');
    expect(field(reply, 'what')).toMatchObject({ value: 'paint the day room' });
    expect(field(reply, 'due')).toMatchObject({ value: '2027-03-15' });
    const values = { what: 'paint the day room', due: '2027-03-15', owners: [], for: 'using' };
    expect(said(await stage.submit('Amina', reply, values))).toContain('Saved as promise 1: paint the day room');
  });

  it('takes the day from the message, and a name for a mention', async () => {
    const stage = await open();
    const reply = await makeFrom(stage, 'Amina', 'We will book the hall with <@U2> by 17 March');
    expect(field(reply, 'what')).toMatchObject({ value: 'book the hall with Dev' });
    expect(field(reply, 'due')).toMatchObject({ value: '2027-03-17' });
  });

  it('keeps nothing until the person saves it', async () => {
    const stage = await open();
    await makeFrom(stage, 'Amina', 'We will paint the day room.');
    expect(await stage.store.read.promises.list(willow)).toEqual([]);
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
  });

  it('by somebody outside is answered with how to get in, and in a place without a huddle with how to begin', async () => {
    const stage = await open();
    const stranger = { ...identityOf('Jo'), user: 'U99' };
    expect(said(await makeFrom(stage, 'Jo', 'We will paint', { who: stranger }))).toContain(
      'You are not in Willow yet.',
    );
    const elsewhere = { where: { ...channel, channel: 'C9' } };
    expect(said(await makeFrom(stage, 'Amina', 'We will paint', elsewhere))).toContain('There is no huddle here yet.');
  });

  it('in a chat of one’s own is for one’s own huddle; with two it asks which, and loses no word', async () => {
    const stage = await open();
    expect(field(await makeFrom(stage, 'Amina', 'paint the hall', { where: 'direct' }), 'what')).toMatchObject({
      value: 'paint the hall',
    });
    await stage.store.transact(async (records) => {
      const oak = huddleOf(monday, { id: 'oak' as HuddleId, name: 'Oak' });
      await addHuddle(records, oak, { ...channel, channel: 'C2' });
      await records.members.save(memberOf('Amina', oak, monday));
    });
    expect(said(await makeFrom(stage, 'Amina', 'paint the hall', { where: 'direct' }))).toContain('Which one');
    const reply = await stage.press('Amina', 'Oak', { direct: true });
    expect(field(reply, 'what')).toMatchObject({ value: 'paint the hall' });
  });

  it('where no form could be opened for a line, the button beside the answer still has its words', async () => {
    const stage = await open();
    await stage.type('Amina', 'we will paint the day room');
    const reply = await stage.press('Amina', 'Make a promise');
    expect(field(reply, 'what')).toMatchObject({ value: 'paint the day room' });
    expect(await stage.store.read.people.get(personOf('Amina'))).not.toBeNull();
  });
});
