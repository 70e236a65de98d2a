import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, everyone, openStage, personOf, said, userOf, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-03-01T10:00:00.000Z';
const asks = 'open promises. Is that all right?';
const names = Object.keys(everyone) as readonly Name[];
const checks = (stage: Stage, name: Name) => stage.notes(name).filter((text) => text.includes(asks));

async function promised(stage: Stage, name: Name, many: number): Promise<void> {
  for (let number = 0; number < many; number++)
    await stage.type(name, `we will paint wall ${String(number)} by 20 April`);
}

describe('a check of the load', () => {
  it('comes to whoever takes on a fourth promise, for them alone, and stands nowhere else', async () => {
    const stage = await openStage({ start });
    await promised(stage, 'Ruth', 3);
    expect(checks(stage, 'Ruth')).toEqual([]);
    await promised(stage, 'Ruth', 1);
    expect(checks(stage, 'Ruth')).toHaveLength(1);
    expect(checks(stage, 'Ruth')[0]).toContain('You hold 4 open promises. Is that all right?');
    for (const name of names.filter((one) => one !== 'Ruth')) expect(checks(stage, name)).toEqual([]);
    expect(stage.everywhere().join()).not.toContain(asks);
    for (const line of ['what changed', 'home', 'measures', 'people'])
      expect(said(await stage.type('Priya', line))).not.toMatch(/all right|load/i);
    const journal = await stage.store.read.journal.list(willow);
    expect(journal.map(({ type }) => type)).toEqual(Array(4).fill('PromiseMade'));
    expect(JSON.stringify(stage.logged)).not.toMatch(/load/i);
  });

  it('counts what is open, not what is said done, nor what others hold', async () => {
    const stage = await openStage({ start });
    await promised(stage, 'Ruth', 3);
    await stage.type('Ruth', 'did 1');
    await promised(stage, 'Ruth', 1);
    await promised(stage, 'Priya', 3);
    expect([checks(stage, 'Ruth').length, checks(stage, 'Priya').length]).toEqual([0, 0]);
  });

  it('comes once a fortnight at most, and then only with one more promise', async () => {
    const stage = await openStage({ start });
    await promised(stage, 'Ruth', 6);
    await stage.moveTo('2027-03-15T09:00:00.000Z');
    await promised(stage, 'Ruth', 1);
    expect(checks(stage, 'Ruth')).toHaveLength(1);
    await stage.moveTo('2027-03-15T10:00:00.000Z');
    expect(checks(stage, 'Ruth')).toHaveLength(1);
    await promised(stage, 'Ruth', 1);
    expect(checks(stage, 'Ruth')).toHaveLength(2);
  });

  it('waits for the end of quiet hours, and does not come within a day of a card with numbers to call', async () => {
    const stage = await openStage({
      start,
      people: { Ruth: { quiet: { from: '09:00', to: '18:00' } }, Dev: { heldUntil: '2027-03-02T09:00:00.000Z' } },
    });
    await promised(stage, 'Ruth', 4);
    await promised(stage, 'Dev', 4);
    expect([checks(stage, 'Ruth').length, checks(stage, 'Dev').length]).toEqual([0, 0]);
    await stage.moveTo('2027-03-02T12:00:00.000Z');
    expect([checks(stage, 'Ruth').length, checks(stage, 'Dev').length]).toEqual([1, 0]);
  });

  it('does not come to whoever has paused, or holds fewer, before it is sent', async () => {
    const stage = await openStage({
      start,
      people: { Ruth: { quiet: { from: '09:00', to: '18:00' } }, Dev: { quiet: { from: '09:00', to: '18:00' } } },
    });
    await promised(stage, 'Ruth', 4);
    await promised(stage, 'Dev', 4);
    await stage.type('Ruth', 'pause');
    await stage.type('Dev', 'could not 5 because no money');
    await stage.moveTo('2027-03-01T19:00:00.000Z');
    expect([checks(stage, 'Ruth').length, checks(stage, 'Dev').length]).toEqual([0, 0]);
  });

  it('has a way to change, to hand over and to say it cannot be done, and two to leave it', async () => {
    const stage = await openStage({ start });
    await promised(stage, 'Ruth', 4);
    expect((await stage.press('Ruth', 'Change it')).kind).toBe('form');
    expect((await stage.press('Ruth', "Can't do it")).kind).toBe('form');
    expect(said(await stage.press('Ruth', 'Hand it over'))).toContain('I have asked everyone who can do promise 1.');
    expect(stage.place().join()).toContain('Looking for someone to pick this up. Promise 1');
    await stage.type('Dev', 'pick up 1');
    await stage.type('Ruth', 'yes 1');
    expect((await stage.store.read.promises.get(willow, 1))?.owners).toEqual([personOf('Dev')]);
    expect(said(await stage.press('Ruth', 'It is fine'))).toContain('I changed nothing.');
    expect(said(await stage.press('Ruth', 'Never ask me this'))).toContain('I never send you such a note.');
    expect(said(await stage.type('Ruth', 'me'))).toContain('Load notes: off');
  });

  it('`me load checks off` ends it for good, and they see that in what is held', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Ruth', 'me load checks off'))).toContain('I never send you such a note.');
    await promised(stage, 'Ruth', 5);
    expect(checks(stage, 'Ruth')).toEqual([]);
    expect(said(await stage.type('Ruth', 'my data', { direct: true }))).toContain('asking if your load is all right');
    expect(said(await stage.type('Ruth', 'me load checks maybe'))).toContain('Please say on or off.');
    await stage.type('Ruth', 'forget me', { direct: true });
    await stage.press('Ruth', 'Yes, forget me', { direct: true });
    expect(JSON.stringify(await stage.store.read.members.of(willow))).not.toContain('load-checks');
  });

  it('that does not reach someone is told to nobody', async () => {
    const stage = await openStage({ start });
    stage.platform.weather(({ to }) =>
      'user' in to && to.user === userOf('Ruth') ? { refused: 'gone', forGood: true } : 'fine',
    );
    await promised(stage, 'Ruth', 4);
    expect([...stage.notes('Priya'), ...stage.notes('Ellis')].join()).not.toMatch(/could not reach/);
  });
});

describe('passing a promise on', () => {
  it('is for its owner, once, and not while something else waits on it', async () => {
    const stage = await openStage({ start });
    await promised(stage, 'Ruth', 1);
    expect(said(await stage.type('Dev', 'find someone for 1'))).not.toContain('I have asked everyone');
    await stage.type('Ruth', 'find someone for 1');
    await stage.type('Ruth', 'find someone for 1');
    expect(stage.everywhere().filter((text) => text.includes('Looking for someone'))).toHaveLength(1);
  });
});
