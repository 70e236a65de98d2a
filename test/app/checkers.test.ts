import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, openStage, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-02-22T09:00:00.000Z';
const due = '2027-03-02T09:00:00.000Z';
const dayBefore = '2027-03-01T09:00:00.000Z';
const later = '2027-03-01T12:00:00.000Z';

const digest = (stage: Stage) => stage.place().findLast((text) => text.includes('we said, we did.')) ?? '';
const thread = (stage: Stage) => stage.place(stage.messageWith('we said, we did.').message).join('\n');
const drafts = (stage: Stage, name: Name) => stage.notes(name).filter((text) => text.includes('please check this'));

/** One kept promise with proof, one that could not be kept. */
async function open(): Promise<Stage> {
  const stage = await openStage({ start, huddle: { nextDigestAt: due } });
  await stage.type('Ruth', 'we will mend the lift by 26 February');
  await stage.type('Ruth', 'did 1 the MARKERPROOF is up');
  await stage.type('Amina', 'yes 1');
  await stage.type('Graham', 'we will pay a trainer by 1 March');
  await stage.type('Graham', 'could not 2 because no MARKERMONEY');
  await stage.type('Ruth', 'we will print badges by 20 March');
  return stage;
}

async function withCheckers(): Promise<Stage> {
  const stage = await open();
  await stage.type('Priya', 'settings checkers Amina and Priya, stand-in Dev');
  await stage.press('Amina', 'Yes, I will check');
  await stage.press('Priya', 'Yes, I will check');
  await stage.type('Dev', 'be a checker');
  return stage;
}

describe('who checks', () => {
  it('is named by a coordinator, and nothing changes until two have said yes', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings checkers Amina and Priya');
    await stage.type('Priya', 'be a checker');
    await stage.moveTo(due);
    expect(drafts(stage, 'Priya')).toEqual([]);
    expect(digest(stage)).not.toMatch(/checked/i);
  });

  it('are two from two sides; where they are not, one sentence says so in general', async () => {
    const stage = await open();
    const wrong = ['Ruth and Priya', 'Amina and Dev', 'Amina and Priya, stand-in Ruth'];
    for (const names of wrong) {
      const [reply = ''] = said(await stage.type('Priya', `settings checkers ${names}`)).split('\n');
      expect(reply).toContain('These do not fit.');
      expect(reply).not.toMatch(/Ruth|Amina|Dev/);
    }
    expect((await stage.store.read.huddles.get(willow))?.checkers).toBeUndefined();
  });

  it('may say no, and the coordinators hear of it without a name', async () => {
    const stage = await open();
    await stage.type('Priya', 'settings checkers Amina and Jo');
    await stage.press('Jo', 'No thanks');
    const [told] = stage.notes('Ellis').filter((text) => text.includes('has said no'));
    expect(told).toBeDefined();
    expect(told).not.toContain('Jo');
    expect(said(await stage.type('Jo', 'be a checker'))).toContain('No one has asked you');
  });

  it('is in "my data", and goes when they are forgotten', async () => {
    const stage = await withCheckers();
    expect(said(await stage.type('Amina', 'my data'))).toContain('You were asked to check');
    await stage.type('Amina', 'forget me');
    await stage.press('Amina', 'Yes, forget me');
    const { checkers } = (await stage.store.read.huddles.get(willow)) ?? {};
    expect(checkers?.people).toHaveLength(2);
    expect(checkers?.isOn).toBe(true);
  });
});

describe('the draft', () => {
  it('comes to both a day before, once, in private, with all that it will say', async () => {
    const stage = await withCheckers();
    await stage.moveTo('2027-03-01T08:59:00.000Z');
    expect(drafts(stage, 'Amina')).toEqual([]);
    await stage.moveTo(later);
    for (const name of ['Amina', 'Priya'] as const) {
      expect(drafts(stage, name)).toHaveLength(1);
      expect(drafts(stage, name)[0]).toContain('MARKERPROOF');
      expect(drafts(stage, name)[0]).not.toContain('Not checked yet');
    }
    for (const name of ['Dev', 'Ruth', 'Ellis'] as const) expect(drafts(stage, name)).toEqual([]);
    expect(digest(stage)).toBe('');
  });

  it('checked by both: their names stand in the digest, and nobody’s group', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await stage.press('Amina', 'It is right');
    await stage.type('Priya', 'checked');
    await stage.type('Priya', 'checked');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('Checked by Amina and Priya. Proof,');
    expect(thread(stage)).toContain('MARKERPROOF');
  });

  it('checked by one: it says so, and that one more is missing', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await stage.press('Priya', 'It is right');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('Checked by Priya. One more check is missing.');
  });

  it('checked by nobody: "Not checked yet" stands at the top, with facts and nobody’s words', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await stage.moveTo(due);
    expect(digest(stage)).toMatch(/^Not checked yet\./);
    expect(digest(stage)).toContain('MARKERMONEY');
    expect(thread(stage)).not.toContain('MARKERPROOF');
    expect(thread(stage)).toContain('1: there is proof. It is not shown.');
  });

  it('posted early by a coordinator, it has not been checked, and no draft comes after it', async () => {
    const stage = await withCheckers();
    stage.setClock('2027-03-01T08:00:00.000Z');
    await stage.type('Priya', 'digest post');
    expect(digest(stage)).toMatch(/^Not checked yet\./);
    await stage.moveTo(later);
    expect(drafts(stage, 'Amina')).toEqual([]);
    expect(said(await stage.type('Amina', 'checked'))).toContain('There is nothing to check just now.');
  });

  it.each([
    ['cannot this week', (stage: Stage) => stage.press('Amina', 'I cannot this week')],
    ['takes a break', (stage: Stage) => stage.type('Amina', 'pause')],
    ['leaves', (stage: Stage) => stage.type('Amina', 'leave')],
  ])('goes to the stand-in when the one who uses the service %s', async (_why, away) => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await away(stage);
    await stage.moveTo('2027-03-01T12:30:00.000Z');
    expect(drafts(stage, 'Dev')).toHaveLength(1);
    await stage.press('Dev', 'It is right');
    await stage.press('Priya', 'It is right');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('Checked by Dev and Priya. Proof,');
  });

  it('what moves after it is marked, and listed for all to see', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await stage.type('Amina', 'checked');
    await stage.type('Priya', 'checked');
    await stage.type('Ruth', 'did 3 they are printed');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('said done, waiting for a yes, since the check');
    expect(thread(stage)).toContain('Changed since the draft: News came later: 3.');
  });
});

describe('mending it', () => {
  it('hides what someone wrote, and puts a promise under what to talk about; all can see that', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    await stage.type('Amina', 'mend hide 1');
    const form = await stage.press('Priya', 'Something to mend');
    await stage.submit('Priya', form, { what: 'talk', number: '3' });
    await stage.type('Amina', 'checked');
    await stage.type('Priya', 'checked');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('To talk about next: promise 3');
    expect(thread(stage)).not.toContain('MARKERPROOF');
    expect(thread(stage)).toContain('What someone wrote is not shown: 1. To talk about next: 3.');
    const mended = (await stage.store.read.journal.list(willow)).filter(({ type }) => type === 'DraftMended');
    expect(mended).toHaveLength(2);
  });

  it('cannot take away what could not be done, its reason, or a number', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    expect(said(await stage.type('Amina', 'mend hide 2'))).toContain('We say what we could not do, and why.');
    expect(said(await stage.type('Amina', 'mend remove 2'))).toContain('What we could not do stays');
    await stage.type('Amina', 'checked');
    await stage.moveTo(due);
    expect(digest(stage)).toContain('1 kept. 1 we could not do.');
    expect(digest(stage)).toContain('MARKERMONEY');
  });

  it('is for those to whom it was sent', async () => {
    const stage = await withCheckers();
    await stage.moveTo(later);
    expect(said(await stage.type('Ruth', 'mend hide 1'))).toContain('not for you to check');
    expect(said(await stage.type('Dev', 'checked'))).toContain('not for you to check');
  });
});

describe('its other sections', () => {
  it('ideas are counted in the channel, with their texts and no names in the thread', async () => {
    const stage = await open();
    await stage.type('Lena', 'idea a MARKERBENCH in the garden');
    await stage.type('Jo', 'idea more tea');
    await stage.type('Ruth', 'take up idea 2: we will buy tea by 20 March');
    await stage.moveTo(dayBefore);
    await stage.moveTo(due);
    expect(digest(stage)).toContain('2 ideas raised. 1 taken up.');
    expect(thread(stage)).toContain('MARKERBENCH');
    expect(thread(stage)).not.toMatch(/Lena|Jo\b/);
  });

  it('what could not be done asks for a new date', async () => {
    const stage = await open();
    await stage.moveTo(due);
    expect(digest(stage)).toContain('To talk about next: a new date for promise 2.');
  });
});
