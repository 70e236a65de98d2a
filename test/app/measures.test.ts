import { afterEach, describe, expect, it } from 'vitest';
import { level, openBalance, weekOf } from './balance-stage.ts';
import { closeStages, everyone, said, willow } from './stage.ts';

afterEach(closeStages);

describe('the measures of a week', () => {
  it('of a huddle in its second week: about 6 voices, and a gap for each line', async () => {
    const stage = await openBalance();
    await weekOf(stage, '2027-02-22', [2, 1, 1, 4, 0, 3, 2, 1, 0]);
    const shown = said(await stage.type('Priya', 'measures last week'));
    expect(shown).toContain('Measures, Monday 22 February to Sunday 28 February');
    for (const line of [
      'Heard from: 7 of 9',
      'About how many voices: 6 (6.11)',
      'How even, from 0 to 1: 0.824',
      'Gap (z): People who use the service: -0.38',
      'Gap (z): Staff: +1.32',
      'Gap (z): Artists: -0.94',
    ]) {
      expect(shown).toContain(line);
    }
    for (const name of Object.keys(everyone)) expect(shown).not.toContain(name);
    expect(shown).toContain('It is a guide, not proof.');
    expect(stage.everywhere().join('\n')).not.toMatch(/6\.11|0\.824|1\.32/);
  });

  it('are for coordinators, by line and by button', async () => {
    const stage = await openBalance();
    await weekOf(stage, '2027-02-22', level);
    expect(said(await stage.type('Amina', 'measures'))).toContain('Only a coordinator of Willow can do that.');
    const pressed = await stage.act('Amina', {
      kind: 'action',
      action: 'measures',
      subject: `${willow}/2027-02-22`,
      message: null,
    });
    expect(said(pressed)).toContain('Only a coordinator of Willow can do that.');
    await stage.type('Ellis', 'measures');
    expect(said(await stage.press('Ellis', 'The week before'))).toContain('told of the week from Monday 15 February');
  });

  it('of a week by any of its days, and of none that no digest told', async () => {
    const stage = await openBalance();
    await weekOf(stage, '2027-02-22', level);
    await weekOf(stage, '2027-03-01', level);
    expect(said(await stage.type('Priya', 'measures 25 February'))).toContain('Monday 22 February');
    // The week that runs, looked at twice, would tell who spoke in between.
    expect(said(await stage.type('Priya', 'measures of 10 March'))).toContain('So it has no measures.');
  });

  it('stay as they were told when someone is forgotten', async () => {
    const stage = await openBalance();
    await weekOf(stage, '2027-02-22', level);
    const before = said(await stage.type('Priya', 'measures'));
    await stage.type('Jo', 'forget me');
    await stage.type('Jo', 'yes, forget me');
    expect(said(await stage.type('Priya', 'measures'))).toBe(before);
  });

  it('have no numbers by group where the huddle has turned them off', async () => {
    const stage = await openBalance({ huddle: { groupLines: 'off' } });
    await weekOf(stage, '2027-02-22', level);
    expect(said(await stage.type('Priya', 'measures'))).not.toContain('Gap');
  });

  it('count who answered of who could have: a share by group where each has three people and an answer', async () => {
    const stage = await openBalance();
    stage.setClock('2027-02-22T10:00:00.000Z');
    await stage.type('Priya', 'ask "What is stuck?"');
    for (const name of ['Amina', 'Dev', 'Ruth', 'Graham', 'Priya', 'Jo'] as const) {
      await stage.say(name, `${name} says a word.`, { thread: stage.messageWith('What is stuck?') });
    }
    await weekOf(stage, '2027-02-22', level);
    const shown = said(await stage.type('Priya', 'measures'));
    expect(shown).toContain('Answers to questions: 6 of 9');
    expect(shown).toContain('Answers: People who use the service: 2 of 3');
    expect(shown).toContain('Answers: Artists: 1 of 3');
  });
});
