import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../src/domain/huddle.ts';
import { closeStages, everyone, openStage, said, willow, type Given, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

/** Everyone joined a week before; the first digest is due on Tuesday 2 March at 9am. */
const start = '2027-02-18T09:00:00.000Z';
const due = '2027-03-02T09:00:00.000Z';
const open = (given: Partial<Given> = {}) => openStage({ start, huddle: { nextDigestAt: due }, ...given });

const digests = (stage: Stage) => stage.place().filter((text) => text.includes('we said, we did.'));
const thread = (stage: Stage) => stage.place(stage.messageWith('we said, we did.').message);

async function kept(stage: Stage): Promise<void> {
  stage.setClock('2027-02-22T09:00:00.000Z');
  await stage.type('Ruth', 'we will mend the MARKERLIFT by 26 February');
  await stage.type('Ruth', 'did 1 it works');
  await stage.type('Amina', 'yes 1');
}

async function everything(stage: Stage): Promise<unknown> {
  const { huddles, promises, digests: published, journal, timers, outbox } = stage.store.read;
  return [
    await huddles.get(willow),
    await promises.list(willow),
    await published.last(willow),
    await journal.list(willow),
    await timers.due('2030-01-01T00:00:00.000Z', 99),
    await outbox.next(),
  ];
}

describe('a preview', () => {
  it('shows a coordinator the whole of it, in private, and changes nothing', async () => {
    const stage = await open();
    await kept(stage);
    stage.setClock('2027-03-01T12:00:00.000Z');
    const [before, messages] = [await everything(stage), stage.platform.tries.length];
    const reply = await stage.type('Priya', 'digest preview');
    expect(reply.kind).toBe('private');
    expect(said(reply)).toContain('This is how it would look now. Only you can see it.');
    expect(said(reply)).toContain('MARKERLIFT');
    expect(said(reply)).toContain('To post it now, type: digest post.');
    expect(await everything(stage)).toEqual(before);
    expect(stage.platform.tries).toHaveLength(messages);
  });

  it('has every line that is then posted, and no button', async () => {
    const stage = await open();
    await kept(stage);
    stage.setClock('2027-03-01T12:00:00.000Z');
    const reply = said(await stage.type('Ellis', 'digest'));
    await stage.type('Ellis', 'digest post');
    const lines = [...digests(stage), ...thread(stage)].flatMap((text) => text.split('\n'));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines.filter((one) => !one.startsWith('['))) expect(reply).toContain(line);
    expect(reply).not.toMatch(/^\[/m);
  });

  it('of a week that is out already shows the week that runs', async () => {
    const stage = await open();
    await stage.moveTo(due);
    const reply = said(await stage.type('Priya', 'digest preview'));
    expect(reply).toContain('Monday 1 March to Sunday 7 March');
    // The line that says how to post would only lead to a no.
    expect(reply).not.toContain('digest post');
    expect(reply).toContain('It comes on Tuesday 9 March at 9am.');
    expect(digests(stage)).toHaveLength(1);
  });

  it('is for those who run the huddle', async () => {
    const stage = await open();
    for (const line of ['digest preview', 'digest post', 'digest']) {
      expect(said(await stage.type('Amina', line))).toContain('Only a coordinator of Willow can do that.');
    }
    expect(digests(stage)).toEqual([]);
  });
});

describe('on its day', () => {
  it('it is posted once, with its parts in its thread and in their order', async () => {
    const stage = await open();
    await kept(stage);
    await stage.moveTo('2027-03-02T08:59:59.999Z');
    expect(digests(stage)).toEqual([]);
    await stage.moveTo('2027-03-02T12:00:00.000Z');
    await stage.tick();
    expect(digests(stage)).toHaveLength(1);
    expect(thread(stage).map((text) => text.split('\n')[0])).toEqual(['Proof', 'Who we heard from', 'Who does what']);
    expect((await stage.store.read.huddles.get(willow))?.nextDigestAt).toBe('2027-03-09T09:00:00.000Z');
  });

  it('one that was posted by hand before is not posted a second time', async () => {
    const stage = await open();
    stage.setClock('2027-03-01T12:00:00.000Z');
    expect(said(await stage.type('Priya', 'digest post'))).toBe('Posted. Everyone can read it now.');
    await stage.moveTo('2027-03-08T12:00:00.000Z');
    expect(digests(stage)).toHaveLength(1);
    await stage.moveTo('2027-03-09T09:00:00.000Z');
    expect(digests(stage)).toHaveLength(2);
  });

  it('posting by hand twice, or by the same act again, posts it once', async () => {
    const stage = await open();
    stage.setClock('2027-03-01T12:00:00.000Z');
    await stage.type('Priya', 'digest post', { id: 'x' });
    expect(said(await stage.type('Priya', 'digest post', { id: 'x' }))).toBe('Posted. Everyone can read it now.');
    expect(said(await stage.type('Ellis', 'digest post'))).toBe(
      'The one for last week is out already. The next comes on Tuesday 2 March at 9am.',
    );
    expect(digests(stage)).toHaveLength(1);
  });

  it('two programs at once post it once', async () => {
    const one = await open();
    one.setClock(due);
    const other = await openStage({ start: due, store: one.store });
    await Promise.all([one.tick(), other.tick()]);
    expect([...digests(one), ...digests(other)]).toHaveLength(1);
  });

  it('reads the same for ever, whatever is said and changed later', async () => {
    const stage = await open();
    await kept(stage);
    await stage.moveTo(due);
    const [before] = digests(stage);
    await stage.type('Ruth', 'undo 1');
    await stage.type('Tomos', 'we will sing by 10 March');
    await stage.moveTo('2027-03-08T09:00:00.000Z');
    expect(digests(stage)[0]).toBe(before);
  });

  it('"Something is wrong" says in private whom to tell', async () => {
    const stage = await open();
    await stage.moveTo(due);
    const reply = await stage.press('Jo', 'Something is wrong');
    expect(reply.kind).toBe('private');
    expect(said(reply)).toMatch(/Ellis and Priya/);
  });
});

describe('nothing is told', () => {
  const from = (at: string, status: Standing['status'] = 'active'): Partial<Given> => {
    const standings: readonly Standing[] = [
      { from: at, status, counted: status === 'active', group: null, also: null },
    ];
    const names = Object.keys(everyone) as readonly Name[];
    return { members: Object.fromEntries(names.map((name) => [name, { standings }])) };
  };

  it('of a week that ended before the first yes', async () => {
    const stage = await open(from('2027-03-01T10:00:00.000Z'));
    await stage.moveTo(due);
    expect(digests(stage)).toEqual([]);
    expect((await stage.store.read.huddles.get(willow))?.nextDigestAt).toBe('2027-03-09T09:00:00.000Z');
  });

  it('of the week in which the first yes came, while nobody has said or promised anything', async () => {
    const stage = await open(from('2027-02-26T10:00:00.000Z'));
    stage.setClock('2027-03-01T12:00:00.000Z');
    expect(said(await stage.type('Priya', 'digest preview'))).not.toContain('digest post');
    expect(said(await stage.type('Priya', 'digest post'))).toContain('nothing to tell');
    await stage.moveTo(due);
    expect(digests(stage)).toEqual([]);
  });

  it('while nobody has said yes at all', async () => {
    const stage = await open(from(start, 'invited'));
    await stage.moveTo('2027-03-16T09:00:00.000Z');
    expect(digests(stage)).toEqual([]);
  });

  it('but the first promise of that week is told', async () => {
    const stage = await open(from('2027-02-26T10:00:00.000Z'));
    stage.setClock('2027-02-26T12:00:00.000Z');
    await stage.type('Ruth', 'we will mend the lift by 12 March');
    await stage.moveTo(due);
    expect(digests(stage)).toHaveLength(1);
  });
});

describe('each end of a promise', () => {
  it('is told once, in the first digest after it, and no later one', async () => {
    const stage = await open();
    await kept(stage);
    await stage.moveTo('2027-03-09T09:00:00.000Z');
    const [first, second] = digests(stage);
    expect(first).toMatch(/We did, 1:.*MARKERLIFT/);
    expect(second).not.toContain('MARKERLIFT');
  });

  it('that comes between posting by hand and the usual day is told in the next', async () => {
    const stage = await open();
    await stage.type('Ruth', 'we will mend the MARKERLIFT by 26 March');
    stage.setClock('2027-03-01T12:00:00.000Z');
    await stage.type('Priya', 'digest post');
    stage.setClock('2027-03-01T12:00:01.000Z');
    await stage.type('Ruth', 'did 1');
    await stage.type('Amina', 'yes 1');
    await stage.moveTo('2027-03-16T09:00:00.000Z');
    const told = digests(stage).map((text) => /We did, 1:.*MARKERLIFT/.test(text));
    expect(told).toEqual([false, true, false]);
  });
});
