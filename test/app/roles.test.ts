import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../src/domain/huddle.ts';
import { closeStages, openStage, personOf, said, userOf, willow, type Given, type Stage } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const open = (given: Partial<Given> = {}) => openStage({ start: monday, ...given });
const later = (day: number) => `2027-03-0${String(day)}T10:00:00.000Z`;

async function holdersOf(stage: Stage, key: string): Promise<readonly string[]> {
  const role = (await stage.store.read.roles.list(willow)).find((one) => one.key === key);
  return (role?.holdings ?? []).filter(({ to }) => to === null).map(({ person }) => person);
}

describe('the roles', () => {
  it('of a new huddle are five, all free, with buttons to take them', async () => {
    const stage = await open();
    const reply = await stage.type('Dev', 'roles');
    expect(reply.kind).toBe('private');
    expect(said(reply)).toContain(
      '- Lead: free.\n- Notes: free.\n- Money: free.\n- Outreach: free.\n- Evaluation: free.',
    );
    expect(said(reply)).toContain('[Take lead] [Take notes]');
  });

  it('say who has each since when, and who had it before', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    stage.setClock(later(3));
    await stage.type('Dev', 'put down notes');
    await stage.type('Ruth', 'take the notes');
    expect(said(await stage.type('Jo', 'roles'))).toContain('- Notes: Ruth, since 3 March.');
    expect(said(await stage.type('Jo', 'roles'))).toContain('Before now\n- Notes: Dev, 1 March to 3 March.');
  });

  it('do not name who has left', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Dev', 'leave');
    const reply = said(await stage.type('Jo', 'roles'));
    expect(reply).toContain('- Notes: free.');
    expect(reply).not.toContain('Dev,');
    await stage.type('Ruth', 'take notes');
    expect(said(await stage.type('Jo', 'roles'))).toContain('- Notes: a member who has left, 1 March');
  });
});

describe('to take a role', () => {
  it('that is free is done at once, and everyone hears of it once', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'take notes', { id: 'x' }))).toBe('Saved. You now lead on notes.');
    expect(said(await stage.type('Dev', 'take notes', { id: 'x' }))).toBe('Saved. You now lead on notes.');
    expect(stage.place()).toEqual(['Role news. Notes: Dev.']);
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev')]);
  });

  it('by its button works as well', async () => {
    const stage = await open();
    await stage.type('Dev', 'roles');
    expect(said(await stage.press('Dev', 'Take money'))).toBe('Saved. You now lead on money.');
  });

  it('that someone has asks them in private, and a yes makes it half each', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    expect(said(await stage.type('Amina', 'take notes'))).toBe(
      'I have asked Dev to share notes with you. I will tell you what they say.',
    );
    expect(stage.place()).toHaveLength(1);
    expect(stage.notes('Dev')[0]).toContain('Amina would like to share a role with you: notes. Is that all right?');
    expect(said(await stage.type('Dev', 'home'))).toContain('Amina would like to share a role with you: notes.');
    expect(said(await stage.press('Dev', 'Yes, share it'))).toBe(
      'Saved. You and Amina now share notes. It counts as half each.',
    );
    expect(stage.place().at(-1)).toBe('Role news. Notes: Dev and Amina.');
    expect(said(await stage.type('Ruth', 'take notes'))).toContain('2 people share notes now.');
  });

  it('the fear: who asked to share never hears of the no', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Amina', 'take notes');
    expect(said(await stage.press('Dev', 'Not now'))).toContain('I have told them.');
    expect(stage.notes('Amina')).toEqual(['About notes: the answer is not now. You can ask again another day.']);
    expect(stage.place()).toHaveLength(1);
    expect(said(await stage.type('Amina', 'take notes'))).toContain('I have asked Dev');
  });

  it('the fear: a yes to the one who asked first shares it with the one who asked last', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Amina', 'take notes');
    expect(said(await stage.type('Ruth', 'take notes'))).toBe(
      'Someone has been asked about notes already. Try again when they have answered.',
    );
    await stage.press('Dev', 'Not now');
    stage.setClock(later(2));
    await stage.type('Ruth', 'take notes');
    // The button of Amina's old message is pressed.
    const old = { kind: 'action', action: 'role-agree', subject: `${willow}/notes/${monday}`, message: null };
    expect(said(await stage.act('Dev', old))).toContain('Nothing waits for your yes here.');
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev')]);
  });

  it('that nobody has heard of is asked about first, and is news only after a yes', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'take more care'))).toContain('There is no role called more care yet.');
    expect(stage.place()).toEqual([]);
    expect(await stage.store.read.roles.list(willow)).toEqual([]);
    expect(said(await stage.press('Dev', 'Yes, make it a role'))).toBe('Saved. You now lead on more care.');
    expect(stage.place()).toEqual(['Role news. More care: Dev.']);
    await stage.type('Jo', 'take tea');
    await stage.press('Jo', 'Yes, make it a role');
    expect(said(await stage.type('Amina', 'take the More Care'))).toContain('I have asked Dev to share more care');
    expect((await stage.store.read.roles.list(willow)).map(({ key, name }) => [key, name])).toEqual([
      ['role-6', 'more care'],
      ['role-7', 'tea'],
    ]);
  });

  it('the fear: two people name two roles at once, and one of them is lost', async () => {
    const stage = await open();
    await stage.type('Dev', 'take more care');
    await stage.type('Jo', 'take tea');
    const replies = await Promise.all([
      stage.press('Dev', 'Yes, make it a role'),
      stage.press('Jo', 'Yes, make it a role'),
    ]);
    expect(replies.map(said)).toEqual(['Saved. You now lead on more care.', 'Saved. You now lead on tea.']);
    expect((await stage.store.read.roles.list(willow)).map(({ name }) => name)).toEqual(['more care', 'tea']);
  });

  it('with no name asks which', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'take'))).toBe('Which role would you like? Type it like this: take notes.');
    expect(said(await stage.type('Dev', 'take 👍'))).toBe('Which role would you like? Type it like this: take notes.');
    expect(said(await stage.type('Dev', 'put down'))).toContain('Say which role.');
    expect(said(await stage.type('Dev', 'hand notes'))).toContain('Say which role and to whom.');
    expect(await stage.store.read.roles.list(willow)).toEqual([]);
  });
});

describe('to hand a role on', () => {
  it('leaves it where it is until the receiver says yes', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    expect(said(await stage.type('Dev', `hand notes to <@${userOf('Ruth')}>`))).toBe(
      'I have asked Ruth to take notes. It stays yours until they say yes.',
    );
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev')]);
    expect(said(await stage.type('Ruth', ''))).toContain('Dev would like to hand you a role: notes. Do you want it?');
    expect(said(await stage.type('Jo', ''))).not.toContain('hand you a role');
    expect(said(await stage.press('Ruth', 'Yes, I will take it'))).toBe('Saved. You now lead on notes.');
    expect(stage.place().at(-1)).toBe('Role news. Notes: Ruth.');
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Ruth')]);
    expect(said(await stage.press('Ruth', 'Yes, I will take it'))).toContain('Nothing waits for your yes here.');
  });

  it('the receiver’s no is told to who asked, and to nobody else', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Dev', 'hand notes to Ruth');
    await stage.press('Ruth', 'Not now');
    expect(stage.notes('Dev')).toHaveLength(1);
    expect(stage.place()).toHaveLength(1);
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev')]);
  });

  it('one of two hands on their half', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Amina', 'take notes');
    await stage.press('Dev', 'Yes, share it');
    await stage.type('Amina', 'hand notes to Jo');
    await stage.press('Jo', 'Yes, I will take it');
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev'), personOf('Jo')]);
  });

  it('a coordinator offers a free one, even one that nobody has touched', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'hand lead to Ruth'))).toContain('I have asked Ruth to take lead.');
    await stage.press('Ruth', 'Yes, I will take it');
    expect(await holdersOf(stage, 'lead')).toEqual([personOf('Ruth')]);
  });

  it('somebody whom nobody knows here is asked about, and nothing changes', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    expect(said(await stage.type('Dev', 'hand notes to Zebedee'))).toBe(
      'I do not know Zebedee here. Check the name, or type @ and pick them.',
    );
    expect(said(await stage.type('Dev', 'hand notes to <@U99>'))).toContain('I do not know');
  });

  it('an offer that was changed before the morning does not reach whom it was meant for first', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.moveTo('2027-03-01T22:00:00.000Z');
    await stage.type('Dev', 'hand notes to Ruth');
    stage.setClock('2027-03-01T22:05:00.000Z');
    await stage.type('Dev', 'hand notes to Jo');
    await stage.moveTo('2027-03-02T09:00:00.000Z');
    expect(stage.notes('Ruth')).toEqual([]);
    expect(stage.notes('Jo')).toHaveLength(1);
  });
});

describe('to put a role down', () => {
  it('frees it, and everyone hears of it', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    stage.setClock(later(2));
    expect(said(await stage.type('Dev', 'put down notes'))).toBe('Saved. Notes is free again. Thank you for doing it.');
    expect(stage.place().at(-1)).toBe('Role news. Notes is free. To take it, type: take notes.');
    expect(said(await stage.type('Dev', 'put down notes'))).toContain('Only the person who has notes');
  });

  it('the same act again changes nothing', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    stage.setClock(later(2));
    const first = await stage.type('Dev', 'put down notes', { id: 'x' });
    expect(await stage.type('Dev', 'put down notes', { id: 'x' })).toEqual(first);
    expect(stage.place()).toHaveLength(2);
  });
});

describe('who does not take part', () => {
  it.each(['invited', 'declined', 'left'] as const)('%s: takes no role by an old button', async (status) => {
    const standings: Standing[] = [{ from: monday, status, counted: false, group: null, also: null }];
    const stage = await open({ members: { Jo: { standings } } });
    for (const action of ['role-take', 'role-agree', 'role-decline', 'roles']) {
      const press = { kind: 'action', action, subject: `${willow}/notes`, message: null };
      expect(said(await stage.act('Jo', press))).toMatch(/^You have (not said yes to|said no to|left) Willow/);
    }
    expect(said(await stage.type('Jo', 'take notes'))).toContain('Willow');
    expect(await holdersOf(stage, 'notes')).toEqual([]);
  });

  it('gets none by an offer that was made before they left', async () => {
    const stage = await open();
    await stage.type('Dev', 'take notes');
    await stage.type('Dev', 'hand notes to Jo');
    await stage.type('Jo', 'leave');
    await stage.press('Jo', 'Yes, I will take it').catch(() => null);
    expect(await holdersOf(stage, 'notes')).toEqual([personOf('Dev')]);
    expect(said(await stage.type('Amina', 'take notes'))).toContain('I have asked Dev');
  });
});

describe('in "we said, we did"', () => {
  it('the thread says who leads, and no numbers by side that would tell on which of them one of these is', async () => {
    const stage = await open({
      start: '2027-02-15T10:00:00.000Z',
      huddle: { nextDigestAt: '2027-03-02T09:00:00.000Z' },
    });
    await stage.type('Dev', 'take notes');
    await stage.type('Ruth', 'take notes');
    await stage.press('Dev', 'Yes, share it');
    await stage.type('Amina', 'take money');
    await stage.moveTo('2027-03-02T09:00:00.000Z');
    const roles = stage.everywhere().find((text) => text.startsWith('Who does what'));
    expect(roles).toMatchInlineSnapshot(`
      "Who does what
      - Money: Amina.
      - Notes: Dev and Ruth.
      - Free to take: lead, outreach and evaluation.
      Lead roles. 2 in all. We are not showing the numbers this time. We hide them when showing them could give someone away.
      Open promises. None yet.
      Is this wrong or unfair? Press Something is wrong.
      [Something is wrong] [Help and pause]"
    `);
  });

  it('a shared lead counts half for each side, where it could be anyone', async () => {
    const stage = await open({
      start: '2027-02-15T10:00:00.000Z',
      huddle: { nextDigestAt: '2027-03-02T09:00:00.000Z' },
    });
    for (const [one, other, role] of [
      ['Dev', 'Ruth', 'notes'],
      ['Amina', 'Graham', 'money'],
      ['Ellis', 'Priya', 'outreach'],
    ] as const) {
      await stage.type(one, `take ${role}`);
      await stage.type(other, `take ${role}`);
      await stage.press(one, 'Yes, share it');
    }
    await stage.moveTo('2027-03-02T09:00:00.000Z');
    const roles = stage.everywhere().find((text) => text.startsWith('Who does what'));
    expect(roles).toContain('Lead roles. People who use the service: 1.5. Everyone else: 1.5.');
  });
});
