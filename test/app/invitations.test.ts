import { afterEach, describe, expect, it } from 'vitest';
import { openBalance, weekOf } from './balance-stage.ts';
import { closeStages, everyone, personOf, said, userOf, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const names = Object.keys(everyone) as readonly Name[];
/** Everyone speaks but Dev and Jo. */
const twoQuiet = [2, 0, 3, 4, 1, 2, 2, 2, 0] as const;
const on = { huddle: { invitations: true } };
const invited = (stage: Stage, name: Name) => stage.notes(name).filter((text) => text.includes('You asked for a note'));

async function quietWeeks(stage: Stage, ...mondays: readonly string[]): Promise<void> {
  for (const monday of mondays) await weekOf(stage, monday, twoQuiet);
}

describe('a private invitation', () => {
  it('comes after two quiet weeks to whoever asked for it, and to nobody else', async () => {
    const stage = await openBalance(on);
    await stage.type('Jo', 'me invite on');
    await stage.type('Ruth', 'me invite on');
    await quietWeeks(stage, '2027-02-22', '2027-03-01');
    expect(invited(stage, 'Jo')).toHaveLength(1);
    expect(invited(stage, 'Jo')[0]).toContain('Being quiet is fine, too.');
    // Dev was as quiet and did not ask; Ruth asked and spoke.
    for (const name of names.filter((one) => one !== 'Jo')) expect(invited(stage, name)).toEqual([]);
    expect(stage.everywhere().join('\n')).not.toContain('You asked for a note');
  });

  it('is off until both the huddle and the person want it', async () => {
    const off = await openBalance();
    expect(said(await off.type('Jo', 'me invite on'))).toContain('has not turned such notes on yet');
    await quietWeeks(off, '2027-02-22', '2027-03-01');
    expect(invited(off, 'Jo')).toEqual([]);
  });

  it('comes once a fortnight at most', async () => {
    const stage = await openBalance(on);
    await stage.type('Jo', 'me invite on');
    await quietWeeks(stage, '2027-02-22', '2027-03-01', '2027-03-08');
    expect(invited(stage, 'Jo')).toHaveLength(1);
    await quietWeeks(stage, '2027-03-15');
    expect(invited(stage, 'Jo')).toHaveLength(2);
  });

  it('"I am fine being quiet" holds for four weeks, "Never ask me" for good, and `me` says which', async () => {
    const stage = await openBalance(on);
    await stage.type('Jo', 'me invite on');
    await stage.type('Dev', 'me invite on');
    await quietWeeks(stage, '2027-02-22', '2027-03-01');
    expect(said(await stage.press('Jo', 'I am fine being quiet'))).toContain('That is fine.');
    expect(said(await stage.press('Dev', 'Never ask me'))).toContain('I never send you such a note.');
    expect(said(await stage.type('Jo', 'me'))).toContain('Private invitations: resting for 4 weeks');
    expect(said(await stage.type('Dev', 'me'))).toContain('Private invitations: off');
    await quietWeeks(stage, '2027-03-08', '2027-03-15', '2027-03-22');
    expect([invited(stage, 'Jo').length, invited(stage, 'Dev').length]).toEqual([1, 1]);
    await quietWeeks(stage, '2027-03-29', '2027-04-05');
    expect([invited(stage, 'Jo').length, invited(stage, 'Dev').length]).toEqual([2, 1]);
  });

  it('waits for the end of their quiet hours, and for a day of peace after a card with numbers to call', async () => {
    const stage = await openBalance({
      ...on,
      people: { Jo: { quiet: { from: '08:00', to: '18:00' } }, Dev: { heldUntil: '2027-03-10T12:00:00.000Z' } },
    });
    await stage.type('Jo', 'me invite on');
    await stage.type('Dev', 'me invite on');
    await quietWeeks(stage, '2027-02-22', '2027-03-01');
    expect([invited(stage, 'Jo').length, invited(stage, 'Dev').length]).toEqual([0, 0]);
    await stage.moveTo('2027-03-09T18:00:00.000Z');
    expect(invited(stage, 'Jo')).toHaveLength(1);
    await stage.moveTo('2027-03-10T12:00:00.000Z');
    expect(invited(stage, 'Dev')).toHaveLength(1);
  });

  it('does not come to whoever pauses before it is sent', async () => {
    const stage = await openBalance({ ...on, people: { Jo: { quiet: { from: '08:00', to: '18:00' } } } });
    await stage.type('Jo', 'me invite on');
    await quietWeeks(stage, '2027-02-22', '2027-03-01');
    await stage.type('Jo', 'pause');
    await stage.moveTo('2027-03-09T20:00:00.000Z');
    expect(invited(stage, 'Jo')).toEqual([]);
  });
});

describe('nobody else learns of it', () => {
  it('the journal and the log hold nothing, and an undelivered one is told to no coordinator', async () => {
    const stage = await openBalance(on);
    await stage.type('Jo', 'me invite on');
    const journal = JSON.stringify(await stage.store.read.journal.list(willow));
    expect(journal).not.toContain(personOf('Jo'));
    stage.platform.weather(({ to }) =>
      'user' in to && to.user === userOf('Jo') ? { refused: 'gone', forGood: true } : 'fine',
    );
    await quietWeeks(stage, '2027-02-22', '2027-03-01');
    expect([...stage.notes('Priya'), ...stage.notes('Ellis')].join('\n')).not.toMatch(/could not|reach/i);
    expect(JSON.stringify(stage.logged)).not.toMatch(/quiet|invit/i);
    expect(said(await stage.type('Priya', 'what changed'))).not.toMatch(/quiet|invit/i);
  });

  it('they see it in what is held of them', async () => {
    const stage = await openBalance(on);
    await stage.type('Jo', 'me invite on');
    expect(said(await stage.type('Jo', 'my data'))).toContain('private invitations');
  });
});
