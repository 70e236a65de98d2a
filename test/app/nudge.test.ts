import { afterEach, describe, expect, it } from 'vitest';
import type { RoleKey } from '../../src/domain/ids.ts';
import { level, openBalance, unlevel, weekOf } from './balance-stage.ts';
import { closeStages, everyone, personOf, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const tips = (stage: Stage) => stage.place().filter((text) => text.includes('A tip for us all'));

async function twoUnlevelWeeks(stage: Stage): Promise<void> {
  await weekOf(stage, '2027-02-22', unlevel);
  await weekOf(stage, '2027-03-01', unlevel);
}

describe('a tip to everyone', () => {
  it('comes once after two weeks that were not level, and speaks to everyone alike', async () => {
    const stage = await openBalance();
    await weekOf(stage, '2027-02-22', unlevel);
    expect(tips(stage)).toEqual([]);
    await weekOf(stage, '2027-03-01', unlevel);
    expect(tips(stage)).toHaveLength(1);
    expect(tips(stage)[0]).toContain('Try going round each person');
    for (const name of Object.keys(everyone)) expect(tips(stage)[0]).not.toContain(name);
    expect(tips(stage)[0]).not.toMatch(/staff|artists|people who use/i);
    await weekOf(stage, '2027-03-08', unlevel);
    expect(tips(stage)).toHaveLength(1);
    await weekOf(stage, '2027-03-15', unlevel);
    expect(tips(stage)).toHaveLength(2);
  });

  it('does not come where the huddle has not turned it on, after a level week, or where lines are off', async () => {
    const off = await openBalance({ huddle: { nudge: { on: false } } });
    await twoUnlevelWeeks(off);
    const broken = await openBalance();
    await weekOf(broken, '2027-02-22', unlevel);
    await weekOf(broken, '2027-03-01', level);
    await weekOf(broken, '2027-03-08', unlevel);
    const hidden = await openBalance({ huddle: { groupLines: 'off' } });
    await twoUnlevelWeeks(hidden);
    expect([off, broken, hidden].flatMap(tips)).toEqual([]);
  });
});

describe('"Show together"', () => {
  it('holds the answers of the next question, and of that one only', async () => {
    const checkIn = {
      schedule: { days: [3] as const, time: '10:00', everyWeeks: 1, anchor: '2027-03-01' },
      nextDueAt: '2027-03-10T10:00:00.000Z',
      sent: 5,
    };
    const stage = await openBalance({ huddle: { checkIn } });
    await twoUnlevelWeeks(stage);
    await stage.press('Jo', 'Show together');
    await stage.moveTo('2027-03-24T10:30:00.000Z');
    const asked = (await stage.store.read.rounds.recent(willow, 9)).toReversed().map(({ prompt }) => prompt.reach);
    const choosing = asked.filter((reach) => reach === 'choose' || reach === 'held');
    expect(choosing[0]).toBe('held');
    expect(choosing.slice(1)).not.toContain('held');
    expect((await stage.store.read.huddles.get(willow))?.together).toBeUndefined();
  });
});

describe('what may be chosen under it', () => {
  it('"Show together" has the next answers wait, and everyone sees that it was chosen, and not by whom', async () => {
    const stage = await openBalance();
    await twoUnlevelWeeks(stage);
    const reply = await stage.press('Jo', 'Show together');
    expect(reply.kind).toBe('private');
    expect((await stage.store.read.huddles.get(willow))?.together).toBe('next');
    expect(tips(stage)[0]).toContain('We chose: the next answers wait');
    expect(tips(stage)[0]).not.toContain('Jo');
    expect(JSON.stringify(await stage.store.read.journal.list(willow))).not.toContain(personOf('Jo'));
  });

  it('"Swap lead" asks whoever leads in private, and names nobody in the open', async () => {
    const stage = await openBalance();
    await stage.type('Ruth', 'take lead');
    await twoUnlevelWeeks(stage);
    expect(said(await stage.press('Dev', 'Swap lead'))).toContain('I have told whoever leads, in private.');
    expect(stage.notes('Ruth').join('\n')).toContain('No one said that you do it badly.');
    for (const name of Object.keys(everyone).filter((one) => one !== 'Ruth')) {
      expect(stage.notes(name as Name).join('\n')).not.toContain('do it badly');
    }
    expect(tips(stage)[0]).toContain('type: take lead.');
    expect(tips(stage)[0]).not.toContain('Ruth');
    // The way on is the usual one: whoever leads is asked to share it.
    await stage.type('Amina', 'take lead');
    const lead = (await stage.store.read.roles.list(willow)).find(({ key }) => key === ('lead' as RoleKey));
    expect(lead?.offered).toMatchObject({ kind: 'share', to: personOf('Amina') });
  });

  it('"Not now" takes the buttons away, and no tip comes for four weeks', async () => {
    const stage = await openBalance();
    await twoUnlevelWeeks(stage);
    expect(said(await stage.press('Amina', 'Not now'))).toBe('Saved. No tip like this before 6 April.');
    expect(tips(stage)[0]).not.toContain('[Show together]');
    for (const monday of ['2027-03-08', '2027-03-15', '2027-03-22']) await weekOf(stage, monday, unlevel);
    expect(tips(stage)).toHaveLength(1);
    await weekOf(stage, '2027-03-29', unlevel);
    expect(tips(stage)).toHaveLength(2);
  });

  it('can be typed, changes nothing twice, and is for those who take part', async () => {
    const stage = await openBalance();
    expect(said(await stage.type('Amina', 'nudge show together'))).toContain('There is no tip to answer just now.');
    await twoUnlevelWeeks(stage);
    await stage.type('Tomos', 'leave');
    expect(said(await stage.press('Tomos', 'Not now'))).not.toContain('Saved');
    expect(said(await stage.type('Amina', 'nudge show together'))).toContain('Saved.');
    expect(said(await stage.type('Dev', 'nudge show together'))).toContain('Someone has chosen that already.');
    await weekOf(stage, '2027-03-08', level);
    expect(said(await stage.press('Ellis', 'Not now'))).toContain('from an earlier week');
    expect(said(await stage.type('Priya', 'what changed'))).toContain('We chose to show the next answers all at once.');
  });

  it('a coordinator who turns it off and on does not take "not now" back', async () => {
    const stage = await openBalance();
    await twoUnlevelWeeks(stage);
    await stage.type('Amina', 'nudge not now');
    await stage.type('Priya', 'settings nudge off');
    await stage.type('Priya', 'settings nudge on');
    await weekOf(stage, '2027-03-08', unlevel);
    await weekOf(stage, '2027-03-15', unlevel);
    expect(tips(stage)).toHaveLength(1);
  });
});
