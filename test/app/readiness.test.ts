import { afterEach, describe, expect, it } from 'vitest';
import type { Huddle } from '../../src/domain/huddle.ts';
import { createSeals } from '../../src/seals.ts';
import {
  closeStages,
  everyone,
  mondaysAt10,
  openStage,
  personOf,
  said,
  userOf,
  willow,
  type Given,
  type Name,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const checkIn = { schedule: mondaysAt10, nextDueAt: monday, sent: 0 };
const isNew: Partial<Huddle> = { checkIn, live: { by: '2027-02-26T10:00:00.000Z' } };

const open = (huddle: Partial<Huddle>, given: Partial<Given> = {}) =>
  openStage({ start: '2027-02-26T10:00:00.000Z', huddle, mustBeReady: true, ...given });

const lines = [
  'settings care no',
  'settings safeguarding contact Jane Doe, 020 7946 0000',
  'settings data contact Ali Khan, 020 7946 0011',
  'settings numbers checked',
];

describe('a huddle of real people', () => {
  it('asks nothing until it is ready, tells its coordinators once, and then asks what was held back', async () => {
    const stage = await open(isNew);
    await stage.moveTo('2027-03-01T15:00:00.000Z');
    expect(stage.place()).toEqual([]);
    for (const name of Object.keys(everyone) as Name[]) {
      const isTold = name === 'Priya' || name === 'Ellis';
      expect(stage.notes(name).length, name).toBe(isTold ? 1 : 0);
    }
    expect(stage.notes('Priya').join()).toContain('Type: settings data contact');
    for (const line of lines) {
      expect(said(await stage.type('Priya', 'ask Are we there yet?')), line).toContain('until these are there');
      await stage.type('Priya', line);
    }
    await stage.moveTo('2027-03-01T16:30:00.000Z');
    expect(stage.place()).toHaveLength(1);
    expect((await stage.store.read.huddles.get(willow))?.live).toHaveProperty('since');
  });

  it('"ready" shows each thing that is missing with its line, and begins at once when nothing is', async () => {
    const stage = await open(isNew);
    await stage.moveTo('2027-03-01T10:10:00.000Z');
    const first = said(await stage.type('Priya', 'are we ready?'));
    for (const line of [
      'settings care no',
      'settings safeguarding contact',
      'settings data contact',
      'numbers checked',
    ])
      expect(first).toContain(`Type: ${line.startsWith('settings') ? line : `settings ${line}`}`);
    expect(first).toContain('There already: 2 coordinators.');
    expect(said(await stage.type('Ellis', 'home', { direct: true }))).toContain('Willow is not ready');
    expect(said(await stage.type('Amina', 'home', { direct: true }))).not.toContain('not ready');
    for (const line of lines) await stage.type('Priya', line);
    expect(said(await stage.type('Priya', 'ready'))).toContain('Yes. All is there');
    await stage.tick();
    expect(stage.place()).toHaveLength(1);
    expect(said(await stage.type('Amina', 'ready'))).toContain('coordinator');
  });

  it('neither a question planned before nor a digest goes out, and none is posted by hand', async () => {
    const start = '2027-02-26T21:00:00.000Z';
    const stage = await open(
      { nextDigestAt: '2027-03-02T09:00:00.000Z', live: { by: start } },
      { start, mustBeReady: false },
    );
    await stage.type('Ruth', 'we will mend the lift by 17 March');
    await stage.type('Priya', 'ask Is this held?');
    const real = await open({}, { start, store: stage.store });
    await real.moveTo('2027-03-03T12:00:00.000Z');
    expect(real.place()).toEqual([]);
    expect(said(await real.type('Priya', 'digest post'))).toContain('until these are there');
    for (const line of lines) await real.type('Priya', line);
    await real.moveTo('2027-03-03T13:30:00.000Z');
    expect(real.everywhere().join()).toMatch(/Is this held\?/);
    expect(real.everywhere().join()).toMatch(/we said, we did/i);
  });

  it('one from before the upgrade goes on for 28 days, and its coordinators know from the first day', async () => {
    const stage = await open({ checkIn });
    await stage.moveTo('2027-03-01T10:01:00.000Z');
    expect(stage.place()).toHaveLength(1);
    expect(stage.notes('Priya').join()).toContain('I go on until Monday 29 March.');
    expect(stage.notes('Ellis')).toHaveLength(1);
    await stage.moveTo('2027-03-27T10:00:00.000Z');
    const before = stage.place().length;
    expect(before).toBeGreaterThan(3);
    await stage.moveTo('2027-03-31T10:00:00.000Z');
    expect(stage.place()).toHaveLength(before);
    expect(stage.notes('Priya').at(-1)).toContain('I ask and post nothing here until');
  });

  it('that turns to one person’s care stops, is told why, and goes on when it was not meant', async () => {
    const stage = await open({ checkIn, live: { since: '2027-02-26T10:00:00.000Z' } });
    expect(said(await stage.type('Priya', 'settings care yes'))).toContain("I am not made for one person's care.");
    await stage.moveTo('2027-03-01T10:30:00.000Z');
    expect(stage.place()).toEqual([]);
    await stage.press('Priya', 'No, about our shared work');
    await stage.moveTo('2027-03-01T12:00:00.000Z');
    expect(stage.place()).toHaveLength(1);
  });

  it('in a rehearsal nothing waits, and the list says so', async () => {
    const stage = await open(isNew, { mustBeReady: false });
    expect(said(await stage.type('Priya', 'ready'))).toContain('In a rehearsal nothing waits for this.');
    await stage.moveTo('2027-03-01T10:01:00.000Z');
    expect(stage.place()).toHaveLength(1);
  });
});

describe('who to ask about data', () => {
  it('is named by line or form, and stands in "who sees" and in their own data', async () => {
    const stage = await open({});
    const form = await stage.type('Priya', 'settings data contact');
    expect(await stage.submit('Priya', form, { words: ' ' })).toMatchObject({ kind: 'invalid' });
    await stage.submit('Priya', form, { words: 'Ruth' });
    expect(said(await stage.type('Amina', 'who sees'))).toContain('To ask about data: Ruth.');
    expect(said(await stage.type('Ruth', 'my data', { direct: true }))).toContain('the one to ask about data');
    expect(said(await stage.type('Amina', 'settings data contact Max'))).toContain('coordinator');
  });

  it('is nobody once they were forgotten', async () => {
    const stage = await open({ dataContact: { words: 'Ruth', person: personOf('Ruth') } });
    await stage.type('Ruth', 'forget me', { direct: true });
    await stage.type('Ruth', 'yes, forget me', { direct: true });
    expect((await stage.store.read.huddles.get(willow))?.dataContact).toBeUndefined();
  });
});

describe('someone whom no private note reaches', () => {
  const seals = createSeals('a secret of forty letters, nobody knows.');
  const links = { seals, origin: 'https://wesaid.example.org' };
  const declined = [
    { from: '2027-02-25T10:00:00.000Z', status: 'declined', counted: false, group: null, also: null },
  ] as const;

  it('is named to the coordinators once, with the line that gives them a link of their own', async () => {
    const stage = await open({}, { members: { Jo: { standings: declined } }, links });
    const isToJo = ({ to }: { readonly to: object }) => 'user' in to && to.user === userOf('Jo');
    stage.platform.weather((delivery) => (isToJo(delivery) ? { refused: 'no-dm', forGood: true } : 'fine'));
    expect(said(await stage.type('Priya', 'guest Amina'))).toContain('Amina');
    expect(await stage.store.read.guests.of(willow)).toEqual([]);
    await stage.type('Priya', 'people Jo');
    await stage.tick();
    for (const name of ['Priya', 'Ellis'] as const) {
      expect(stage.notes(name).join(), name).toContain('I could not reach Jo in private');
      expect(stage.notes(name), name).toHaveLength(1);
    }
    expect(stage.notes('Amina')).toEqual([]);
    expect(stage.everywhere()).toEqual([]);
    expect(said(await stage.type('Priya', 'guest Jo'))).toContain('https://wesaid.example.org/');
    expect(await stage.store.read.guests.of(willow)).toMatchObject([{ person: personOf('Jo') }]);
    expect(await stage.store.read.people.identities(personOf('Jo'))).toHaveLength(2);
  });
});
