import { afterEach, describe, expect, it } from 'vitest';
import { enqueue } from '../../src/app/execute.ts';
import type { NoteKind } from '../../src/ports-outbox.ts';
import { rightsWords } from '../../src/words/en/rights.ts';
import { closeStages, openStage, personOf, said, willow, type Given, type Stage } from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const open = (given: Partial<Given> = {}) => openStage({ start: monday, ...given });
/** Priya runs it alone. */
const alone = () => open({ members: { Ellis: { coordinator: false } } });
const couldNotPost = 'I could not post';

async function happens(stage: Stage, subject: string, kind: NoteKind = 'not-delivered'): Promise<void> {
  await stage.store.transact((records) =>
    enqueue(records, { huddle: willow, now: stage.now(), reactions: [{ kind, subject, to: 'coordinators' }] }),
  );
  await stage.outbox.flush();
}

const heard = (stage: Stage, name: 'Priya' | 'Ellis' | 'Ruth') =>
  stage.notes(name).filter((text) => text.startsWith(couldNotPost)).length;

describe('a coordinator who is away', () => {
  it('finds on the day they are back what the cover read meanwhile', async () => {
    const stage = await open();
    const reply = await stage.type('Priya', 'away until 20 March, Ellis covers');
    expect(said(reply)).toContain('You are away until Saturday 20 March.');
    expect(reply.kind).toBe('private');
    expect(stage.notes('Ellis').at(-1)).toContain('Priya asks you to read notes about running Willow');
    expect(stage.everywhere()).toEqual([]);
    await stage.type('Ellis', 'help');
    await happens(stage, 'place/2027-03-02');
    expect([heard(stage, 'Priya'), heard(stage, 'Ellis')]).toEqual([0, 1]);
    await stage.moveTo('2027-03-20T12:00:00.000Z');
    expect([heard(stage, 'Priya'), heard(stage, 'Ellis')]).toEqual([1, 1]);
  });

  it('is back on the right day where the clocks change meanwhile', async () => {
    const stage = await open({ start: '2027-03-25T10:00:00.000Z' });
    await stage.type('Priya', 'away until 29 March, Ellis covers');
    await happens(stage, 'place/2027-03-25');
    const row = await stage.store.read.outbox.get('not-delivered', 'place/2027-03-25', { person: personOf('Priya') });
    // Quiet hours end at 8 in the morning, which is summer time by then.
    expect(row?.notBefore).toBe('2027-03-29T07:00:00.000Z');
  });

  it('gets it at once by coming back early', async () => {
    const stage = await open();
    await stage.type('Priya', 'away until 20 March');
    await happens(stage, 'place/2027-03-02');
    expect(heard(stage, 'Priya')).toBe(0);
    await stage.type('Priya', 'away');
    await stage.press('Priya', 'I am back');
    expect(heard(stage, 'Priya')).toBe(1);
    expect((await stage.store.read.huddles.get(willow))?.cover).toBeUndefined();
    expect(said(await stage.type('Priya', 'back'))).toContain('You were not away.');
  });

  it('still takes part as a member, and is offered a break from that', async () => {
    const stage = await open();
    expect(said(await stage.type('Priya', 'away until 20 March, Ellis covers'))).toContain('[Pause me]');
    const member = await stage.store.read.members.get(willow, personOf('Priya'));
    expect(member?.standings.at(-1)?.status).toBe('active');
  });

  it('sets it in a form as well, which keeps what cannot be read', async () => {
    const stage = await open();
    await stage.type('Priya', 'me');
    const form = await stage.press('Priya', 'Say when I am away');
    expect(said(await stage.submit('Priya', form, { until: '2027-03-20', cover: 'Nobody' }))).toContain('that name');
    expect(said(await stage.submit('Priya', form, { until: '2027-03-20', cover: 'Ellis' }))).toContain('20 March');
  });
});

describe('someone who does not run the huddle', () => {
  it('is asked in private, and hears nothing before their yes', async () => {
    const stage = await alone();
    const reply = said(await stage.type('Priya', 'away until 20 March, Ruth covers'));
    expect(reply).toContain('I have asked Ruth to stand in.');
    expect(reply).toContain('Nobody else can read them now');
    await happens(stage, 'place/2027-03-01');
    expect([heard(stage, 'Priya'), heard(stage, 'Ruth')]).toEqual([1, 0]);
    await stage.press('Ruth', 'Yes, I stand in');
    expect(stage.notes('Priya').at(-1)).toContain('Ruth stands in.');
    await happens(stage, 'place/2027-03-02');
    expect([heard(stage, 'Priya'), heard(stage, 'Ruth')]).toEqual([1, 1]);
    expect(stage.everywhere()).toEqual([]);
  });

  it('can say no, and stop later', async () => {
    const stage = await alone();
    await stage.type('Priya', 'away until 20 March, Ruth covers');
    await stage.type('Ruth', 'stand in');
    await stage.type('Ruth', 'do not stand in');
    expect(stage.notes('Priya').at(-1)).toContain('Ruth will not stand in.');
    await happens(stage, 'place/2027-03-02');
    expect([heard(stage, 'Priya'), heard(stage, 'Ruth')]).toEqual([1, 0]);
    expect(said(await stage.type('Jo', 'stand in'))).toContain('Nobody asks you');
  });

  it('reads nothing that tells of a person: that still goes to whoever runs the huddle', async () => {
    const stage = await alone();
    await stage.type('Priya', 'away until 20 March, Ruth covers');
    await stage.type('Ruth', 'stand in');
    const before = stage.notes('Ruth').length;
    await happens(stage, `${willow}/no/${monday}`, 'lead-answered');
    expect(stage.notes('Ruth')).toHaveLength(before);
    expect(
      await stage.store.read.outbox.get('lead-answered', `${willow}/no/${monday}`, { person: personOf('Priya') }),
    ).toMatchObject({ state: 'done' });
  });

  it('finds the question at home, and everyone else only whom to ask', async () => {
    const stage = await alone();
    await stage.type('Priya', 'away until 20 March, Ruth covers');
    expect(said(await stage.type('Ruth', ''))).toContain('Priya asks if you will stand in until Saturday 20 March.');
    await stage.type('Ruth', 'stand in');
    const jo = said(await stage.type('Jo', ''));
    expect(jo).toContain('Questions about running this huddle go to Ruth for now.');
    expect(jo).not.toContain('away');
  });
});

describe('what is kept of it', () => {
  it('is in what is held of each, and goes when they are forgotten', async () => {
    const stage = await open();
    await stage.type('Priya', 'away until 20 March, Ellis covers');
    await stage.type('Ellis', 'help');
    const file = (await stage.store.read.huddles.get(willow))?.cover;
    expect(file?.lastActs).toEqual([{ person: personOf('Ellis'), on: '2027-03-01' }]);
    const data = said(await stage.type('Ellis', 'my data', { direct: true }));
    expect(data).toContain('You are named as a cover until Saturday 20 March.');
    expect(data).toContain('You last did something here on Monday 1 March.');
    await stage.type('Ellis', 'yes, forget me', { direct: true });
    const cover = (await stage.store.read.huddles.get(willow))?.cover;
    expect(cover).toMatchObject({ away: [{ person: personOf('Priya'), cover: null, answer: null }] });
    expect(JSON.stringify(cover)).not.toContain(personOf('Ellis'));
  });

  it('a complaint goes to whoever takes complaints, at once and not to their cover', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings complaints contact Priya');
    await stage.type('Priya', 'away until 20 March, Ellis covers');
    const [priya, ellis] = [stage.notes('Priya').length, stage.notes('Ellis').length];
    await stage.type('Jo', 'complain');
    await stage.press('Jo', rightsWords.complainTell);
    expect([stage.notes('Priya').length - priya, stage.notes('Ellis').length - ellis]).toEqual([1, 0]);
  });
});
