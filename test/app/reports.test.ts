import { afterEach, describe, expect, it } from 'vitest';
import { pageSheet } from '../../src/app/told-page-sheet.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { createSeals } from '../../src/seals.ts';
import { openRightsStage } from './rights-stage.ts';
import { closeStages, everyone, openStage, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);
const start = '2027-02-08T10:00:00.000Z';
const links = { seals: createSeals('a secret of forty letters, nobody knows.'), origin: 'https://wesaid.example.org' };

/** Willow with a sponsor, an ask that waits, and promises that could not be kept. */
async function withNews() {
  const stage = await openStage({ start, links });
  await stage.type('Priya', 'settings sponsor Graham Price, commissioner');
  await stage.type('Amina', 'upstairs a paid peer trainer from May');
  await stage.type('Ruth', 'we will pay a trainer by 17 March');
  await stage.type('Ruth', 'could not 1 because Dev said there is no money');
  await stage.type('Jo', 'we will ask Tomos to paint by 17 March');
  await stage.type('Jo', 'could not 2 because Mr Price said no');
  return stage;
}

const reports = (stage: Stage) => stage.store.read.pages.list(willow, 'report');
const sheet = (stage: Stage, number = 1) => pageSheet(`${willow}/report/${String(number)}`, stage.store.read);

describe('a report for a board', () => {
  it('is shown to a coordinator in private first, with every could-not and no name in it', async () => {
    const stage = await withNews();
    const before = stage.place();
    const draft = said(await stage.type('Priya', 'report'));
    expect(draft).toContain('It may not leave yet.');
    expect(draft).toContain('Read it for names.');
    expect(draft).toContain('1: pay a trainer, because: one of us said there is no money');
    expect(draft).toContain('2: ask one of us to paint, because: Mr our sponsor said no');
    expect(draft).toContain('Ask 1: a paid peer trainer from May.');
    for (const name of [...Object.keys(everyone), 'Price']) expect(draft, name).not.toContain(name);
    expect(draft).not.toContain('Print it');
    expect(stage.place()).toEqual(before);
    expect(await reports(stage)).toEqual([]);
    expect(said(await stage.type('Amina', 'report'))).not.toContain('trainer');
  });

  it('tells of the time that is asked for', async () => {
    const stage = await withNews();
    await stage.moveTo('2027-06-20T10:00:00.000Z');
    expect(said(await stage.type('Priya', 'report'))).not.toContain('there is no money');
    expect(said(await stage.type('Priya', 'report since 1 February'))).toContain('there is no money');
    expect(said(await stage.type('Priya', 'report since February'))).toContain('there is no money');
    expect(said(await stage.type('Priya', 'report since soon'))).toContain('I need a day that is over.');
    await stage.type('Priya', 'report share since 1 February');
    expect((await reports(stage))[0]?.facts.couldNot).toHaveLength(2);
  });

  it('leaves and prints only with a yes of the using side and of those who run it', async () => {
    const stage = await withNews();
    expect(said(await stage.type('Priya', 'report print'))).toContain('No report is agreed yet');
    await stage.type('Priya', 'report');
    expect(said(await stage.press('Priya', 'Ask both sides'))).toContain('Saved as suggested change 3.');
    expect(stage.place().at(-1)).toMatch(/A report for a board would leave here[^]*People who use the service/);
    expect(stage.place().at(-1)).not.toContain('Priya');
    const closed = async () => {
      expect(await sheet(stage)).toBeNull();
      expect(said(await stage.type('Priya', 'report print'))).toContain('No report is agreed yet');
      const print = { kind: 'action', action: 'report-print', subject: willow, message: null };
      expect(said(await stage.act('Priya', print))).toContain('No report is agreed yet');
      expect(said(await stage.type('Priya', 'report'))).toContain('It may not leave yet.');
    };
    await closed();
    await stage.type('Ruth', 'yes 3');
    await stage.type('Jo', 'yes 3');
    await closed();
    expect(said(await stage.type('Dev', 'yes 3'))).toContain('The report may leave now.');
    expect(stage.place().at(-1)).toContain('Agreed by each side, number 3');
    const paper = await sheet(stage);
    expect(plainText(paper?.document.blocks ?? [])).toContain('Agreed by each side on Monday 8 February 2027.');
    expect(said(await stage.type('Priya', 'report'))).toMatch(/Agreed by each side on[^]*Make a new draft/);
    expect(said(await stage.press('Priya', 'Print it'))).toContain('https://wesaid.example.org/');
    expect(said(await stage.type('Amina', 'report print'))).not.toContain('https://');
  });

  it('is held by a no, keeps its words, and can be taken back', async () => {
    const stage = await withNews();
    await stage.type('Priya', 'report share');
    await stage.type('Jo', 'no 3 because it is too bare');
    await stage.type('Dev', 'yes 3');
    expect(await sheet(stage)).toBeNull();
    for (const line of ['change 3 to all is well', 'change 3'])
      expect(said(await stage.type('Priya', line)), line).toContain('make a new report instead');
    expect((await stage.store.read.proposals.list(willow)).map(({ number }) => number)).toEqual([3]);
    expect(said(await stage.type('Ellis', 'report share'))).toContain('A report waits already');
    await stage.type('Priya', 'withdraw 3');
    await stage.type('Dev', 'yes 3');
    expect(await sheet(stage)).toBeNull();
    expect(said(await stage.act('Amina', readIt))).toContain('It does not leave.');
    expect(said(await stage.type('Ellis', 'report share'))).toContain('Saved as suggested change 4.');
    expect(await reports(stage)).toHaveLength(2);
  });

  it('is read in full by everyone who is asked, as it was when it was asked', async () => {
    const stage = await withNews();
    await stage.type('Priya', 'report share');
    await stage.type('Ruth', 'we will sing by 17 March');
    const all: readonly Name[] = ['Amina', 'Ruth', 'Jo'];
    for (const name of all) {
      const text = said(await stage.press(name, 'Read it all'));
      expect(text).toContain('This is all that would leave');
      expect(text).toContain('one of us said there is no money');
      expect(text).not.toContain('sing');
    }
    expect(said(await stage.type('Dev', 'report read'))).toContain('This is all that would leave');
    await stage.type('Dev', 'yes 3');
    const paper = plainText((await sheet(stage))?.document.blocks ?? []);
    expect(paper).toContain('one of us said there is no money');
    expect(paper).not.toContain('sing');
    expect(said(await stage.type('Dev', 'report read'))).not.toMatch(/Print it|Make a new draft/);
  });

  it('asked for by two at once, or twice by one press, is one report', async () => {
    const stage = await withNews();
    await Promise.all([stage.type('Priya', 'report share'), stage.type('Ellis', 'report share')]);
    expect(await reports(stage)).toHaveLength(1);
    const twice = await withNews();
    const line = { kind: 'command', text: 'report share' };
    const [first, second] = [await twice.act('Priya', line, { id: 'x' }), await twice.act('Priya', line, { id: 'x' })];
    expect(said(second)).toBe(said(first));
    expect(await reports(twice)).toHaveLength(1);
    const yes = { kind: 'command', text: 'yes 3' };
    await twice.act('Dev', yes, { id: 'y' });
    const [agreed] = await reports(twice);
    await twice.act('Dev', yes, { id: 'y' });
    expect(await reports(twice)).toEqual([agreed]);
  });

  it('has nothing to share where there is nothing to tell', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', 'report share'))).toContain('There is nothing to tell of that time.');
    expect(await reports(stage)).toEqual([]);
    expect(said(await stage.type('Dev', 'report read'))).toContain('There is no report to read yet.');
  });

  it('loses the words of someone who is forgotten in between, and no number', async () => {
    const { stage, types } = await openRightsStage({ start });
    await types('we will paint by 17 March');
    await types('could not 1 because my back hurts');
    await stage.type('Ruth', 'we will sing with Zebedee by 17 March');
    await stage.type('Priya', 'report share');
    const [before] = await reports(stage);
    await types('yes, forget me');
    await stage.type('Dev', 'yes 3');
    const [after] = await reports(stage);
    expect(JSON.stringify(before)).toContain('my back hurts');
    expect(JSON.stringify(before)).not.toMatch(/Zebedee|Quillfeather/);
    expect(JSON.stringify(after)).not.toContain('my back hurts');
    expect(after?.facts.couldNot.map(({ number }) => number)).toEqual([1]);
    expect(after?.facts.made).toBe(before?.facts.made);
    expect(after?.postedAt).toBe(start);
  });
});

const readIt = { kind: 'action', action: 'report-read', subject: `${willow}/1`, message: null };
