import { afterEach, describe, expect, it } from 'vitest';
import { openRightsStage } from './rights-stage.ts';
import { closeStages, openStage, said, willow } from './stage.ts';

afterEach(closeStages);
const start = '2027-02-08T10:00:00.000Z';
const firstMonday = '2027-03-01T09:00:00.000Z';

/** Willow with a sponsor, an ask that waits, and a promise that could not be kept. */
async function withSponsor() {
  const stage = await openStage({ start });
  await stage.type('Priya', 'settings sponsor Graham Price, commissioner');
  await stage.type('Amina', 'upstairs a paid peer trainer from May');
  await stage.type('Ruth', 'we will pay a trainer by 17 March');
  await stage.type('Ruth', 'could not 1 because Dev said there is no money');
  return stage;
}

describe('the sponsor', () => {
  it('is named by a coordinator, shown to members, and taken out again', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'settings sponsor Graham Price'))).not.toContain('Done.');
    expect(said(await stage.type('Priya', 'settings sponsor Graham Price, commissioner'))).toContain(
      'The sponsor is Graham Price, commissioner now.',
    );
    for (const line of ['upstairs', 'who sees']) expect(said(await stage.type('Jo', line))).toContain('Graham Price');
    await stage.type('Priya', 'settings sponsor none');
    expect(said(await stage.type('Jo', 'upstairs'))).not.toContain('Graham Price');
    await stage.moveTo(firstMonday);
    expect(stage.notes('Priya')).toEqual([]);
  });

  it('who is called as a member was is cleared when that member is forgotten', async () => {
    const { stage, types } = await openRightsStage({ start });
    await stage.type('Priya', 'settings sponsor Zebedee Quillfeather, chair');
    await types('yes, forget me');
    expect((await stage.store.read.huddles.get(willow))?.sponsor).toBeUndefined();
  });
});

describe('the note to the sponsor', () => {
  it('comes to those who run the huddle on the first Monday of the month, and stands nowhere else', async () => {
    const stage = await withSponsor();
    const before = stage.place();
    await stage.moveTo('2027-03-01T08:59:00.000Z');
    expect(stage.notes('Priya').join()).not.toContain('a note for');
    await stage.moveTo(firstMonday);
    const [note = ''] = stage.notes('Priya').filter((text) => text.includes('a note for Graham Price'));
    expect(note).toContain('Ask 1: a paid peer trainer from May. Waiting 21 days.');
    expect(note).toContain('1: pay a trainer, because: one of us said there is no money');
    expect(stage.notes('Ellis').join()).toContain('a note for Graham Price');
    expect(stage.notes('Amina').join()).not.toContain('a note for');
    expect(stage.place()).toEqual(before);
    await stage.tick();
    expect(await stage.store.read.pages.list(willow, 'note')).toHaveLength(1);
  });

  it('waits for the end of a bank holiday', async () => {
    const stage = await openStage({ start: '2027-04-20T10:00:00.000Z' });
    await stage.type('Priya', 'settings holidays England');
    await stage.type('Priya', 'settings sponsor Graham Price');
    await stage.type('Amina', 'upstairs a trainer');
    // Monday 3 May is the early May bank holiday.
    await stage.moveTo('2027-05-03T20:00:00.000Z');
    expect(await stage.store.read.pages.list(willow, 'note')).toEqual([]);
    await stage.moveTo('2027-05-04T10:00:00.000Z');
    expect(await stage.store.read.pages.list(willow, 'note')).toHaveLength(1);
  });

  it('is not made where there is nothing to tell', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', 'settings sponsor Graham Price');
    expect(said(await stage.type('Priya', 'upstairs note'))).toContain('no promise and no ask');
    await stage.moveTo(firstMonday);
    expect(await stage.store.read.pages.list(willow, 'note')).toEqual([]);
  });

  it('is never posted before a coordinator says that the sponsor has seen it', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    await stage.moveTo('2027-02-26T10:00:00.000Z');
    expect(stage.place().join()).not.toContain('Our note to');
    await stage.press('Priya', 'They have seen it. Post it');
    expect(stage.place().at(-1)).toMatch(/Our note to Graham Price[^]*They could add to it, and take nothing away/);
    expect(said(await stage.type('Ellis', 'upstairs note post'))).toContain('posted already');
    expect(stage.place().filter((text) => text.includes('Our note to'))).toHaveLength(1);
  });

  it('pressed by two at once is posted once', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    await Promise.all([stage.type('Priya', 'upstairs note post'), stage.type('Ellis', 'upstairs note post')]);
    expect(stage.place().filter((text) => text.includes('Our note to'))).toHaveLength(1);
  });

  it('takes what the sponsor adds, as theirs, and nothing else', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    await stage.type('Priya', 'upstairs note add I will ask for the money');
    const form = await stage.type('Ellis', 'upstairs note add');
    expect((await stage.submit('Ellis', form, { words: ' ' })).kind).toBe('invalid');
    await stage.submit('Ellis', form, { words: 'and come in May' });
    await stage.type('Priya', 'upstairs note post');
    expect(stage.place().at(-1)).toMatch(/Graham Price adds:[^]*I will ask for the money[^]*and come in May/);
    expect(said(await stage.type('Priya', 'upstairs note add more'))).toContain('posted already');
  });

  it('keeps its facts, whatever happens after it was made', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    await stage.moveTo('2027-02-09T10:00:00.000Z');
    await stage.type('Priya', 'upstairs 1 no because there is none');
    await stage.moveTo('2027-02-10T10:00:00.000Z');
    await stage.type('Priya', 'upstairs note post');
    expect(stage.place().at(-1)).toContain('Ask 1: a paid peer trainer from May. Asked today.');
    await stage.type('Priya', 'upstairs note');
    const [, next] = await stage.store.read.pages.list(willow, 'note');
    expect(next?.facts.answered.map(({ number }) => number)).toEqual([1]);
    expect(next?.facts.couldNot).toEqual([]);
  });

  it('that nobody posted in 7 days is brought to mind once, in private', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    await stage.moveTo('2027-02-15T10:00:00.000Z');
    const reminders = () => stage.notes('Ellis').filter((text) => text.includes('is not posted yet'));
    expect(reminders()).toHaveLength(1);
    await stage.moveTo('2027-02-27T10:00:00.000Z');
    expect(reminders()).toHaveLength(1);
    expect(stage.place().join()).not.toContain('not posted yet');
  });

  it('is for coordinators alone, by its buttons too', async () => {
    const stage = await withSponsor();
    await stage.type('Priya', 'upstairs note');
    for (const action of ['sponsor-note', 'sponsor-note-post', 'sponsor-note-print', 'sponsor-note-add'])
      expect(said(await stage.act('Amina', { kind: 'action', action, subject: willow, message: null }))).not.toMatch(
        /peer trainer|posted here|Add/,
      );
    expect(stage.place().join()).not.toContain('Our note to');
  });

  it('has the name of someone who was forgotten no more, where it was posted', async () => {
    const { stage, types } = await openRightsStage({ start });
    await stage.type('Priya', 'settings sponsor Graham Price');
    await stage.type('Amina', 'upstairs a trainer');
    await stage.type('Priya', 'upstairs note');
    await stage.type('Priya', 'upstairs note add Thank you, Zebedee Quillfeather');
    await stage.type('Priya', 'upstairs note post');
    await types('yes, forget me');
    expect(stage.place().join()).not.toContain('Zebedee');
    expect(stage.place().at(-1)).toContain('Thank you, a member who has left');
  });
});
