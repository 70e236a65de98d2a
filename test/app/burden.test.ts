import { afterEach, describe, expect, it } from 'vitest';
import { halfAsOften, isTooMuch } from '../../src/domain/burden.ts';
import { closeStages, mondaysAt10, openStage, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const ask = 'Shall I ask half as often?';
const everyWeeks = async (stage: Stage) =>
  (await stage.store.read.huddles.get(willow))?.checkIn?.schedule.everyWeeks ?? null;

/** The question about the questions has closed, with these answers. */
async function closedWith(answers: Partial<Record<Name, string>>): Promise<Stage> {
  const checkIn = { schedule: mondaysAt10, nextDueAt: '2027-03-15T10:00:00.000Z', sent: 9 };
  const stage = await openStage({ start: '2027-03-03T10:00:00.000Z', huddle: { checkIn } });
  await stage.type('Priya', 'ask eval-2');
  for (const [name, label] of Object.entries(answers) as [Name, string][])
    await stage.press(name, label, { direct: true });
  await stage.moveTo('2027-03-08T12:00:00.000Z');
  return stage;
}
const tooMuchForTwo = {
  Amina: 'Too much',
  Dev: 'Too much',
  Ruth: 'Fine',
  Tomos: 'Easy',
  Jo: 'Fine',
  Lena: 'Easy',
} as const;

describe('when answering is too much', () => {
  it('for a third of those who answered, the coordinators alone are asked, and nothing changes before their yes', async () => {
    const stage = await closedWith(tooMuchForTwo);
    expect(stage.notes('Priya').filter((text) => text.includes(ask))).toHaveLength(1);
    expect(stage.notes('Ruth').join()).not.toContain(ask);
    expect(stage.everywhere().join()).not.toContain(ask);
    expect(await everyWeeks(stage)).toBe(1);
    expect(said(await stage.press('Priya', 'No, as now'))).toContain('I ask as often as now');
    expect(await everyWeeks(stage)).toBe(1);
  });

  it('a yes doubles the weeks between, once: a second yes to the same note changes nothing more', async () => {
    const stage = await closedWith(tooMuchForTwo);
    const act = { kind: 'action', action: 'burden-halve', subject: `${willow}/1`, message: null };
    expect(said(await stage.act('Ruth', act))).not.toContain('Done.');
    expect(said(await stage.press('Priya', 'Yes, half as often'))).toContain('every other Monday');
    expect(said(await stage.act('Priya', act))).toContain('changed already');
    expect(await everyWeeks(stage)).toBe(2);
    expect(said(await stage.type('Priya', 'half as often'))).toContain('every 4 weeks');
  });

  it('for fewer than a third, or of fewer than 5 answers, nobody is asked', async () => {
    const few = await closedWith({ Amina: 'Too much', Dev: 'Too much', Ruth: 'Fine', Tomos: 'Easy' });
    const less = await closedWith({ ...tooMuchForTwo, Graham: 'Fine' });
    for (const stage of [few, less]) expect(stage.notes('Priya').join()).not.toContain(ask);
  });

  it('is looked for in the one question about the questions, and never rarer than every 8 weeks', () => {
    const answers = [3, 3, 3, 0, 0].map((option) => ({ option, side: null }));
    expect(isTooMuch({ id: 'eval-2' }, answers, { kind: 'shown' })).toBe(true);
    expect(isTooMuch({ id: 'eval-2' }, answers, { kind: 'hidden' })).toBe(false);
    expect(isTooMuch({ id: 'roles-2' }, answers, { kind: 'shown' })).toBe(false);
    expect(halfAsOften({ ...mondaysAt10, everyWeeks: 4 })?.everyWeeks).toBe(8);
    expect(halfAsOften({ ...mondaysAt10, everyWeeks: 5 })).toBeNull();
  });
});
