import { expect } from 'vitest';
import { setUpWillow, theOne, type Stage } from './stage.ts';

/** B5, S1, C1, V2: an ask goes up and comes back, the sponsor reads first, a report leaves by both sides' yes, and nobody is given away. */
export async function askingUpstairs(stage: Stage): Promise<void> {
  await stage.reset('2027-02-05T09:00:00Z');
  await setUpWillow(stage);
  await stage.moveTo('2027-02-08T12:00:00Z');
  await anAsk(stage);
  await theNote(stage);
  await theSteps(stage);
  await aRoleSwap(stage);
  await aReport(stage);
}

async function anAsk(stage: Stage): Promise<void> {
  expect(await stage.type('Dev', 'upstairs a paid peer trainer from May')).toContain('Saved as ask 1.');
  const told = theOne(await stage.room(), 'We ask upstairs, ask 1: a paid peer trainer from May');
  expect(told, 'an ask is for all').not.toContain('Dev');
  await stage.type('Graham', 'we will find a room for music by 1 March');
  await stage.type('Graham', 'could not 1 because all rooms are full until May');
  await stage.moveTo('2027-03-01T08:59:00Z');
  expect(await stage.type('Jo', 'upstairs')).toContain('Waiting 21 days.');
}

async function theNote(stage: Stage): Promise<void> {
  await stage.type('Priya', 'settings sponsor Graham Price, commissioner');
  await stage.moveTo('2027-03-01T09:05:00Z');
  const note = theOne(await stage.notes('Priya'), 'a note for Graham Price');
  expect(note).toMatch(/Ask 1: a paid peer trainer from May\W+Waiting 21 days\./);
  expect(note).toContain('all rooms are full until May');
  const shown = async () => (await stage.room()).join('\n');
  expect(await shown(), 'the sponsor first').not.toContain('Our note to Graham Price');
  expect(await stage.type('Ellis', 'upstairs note add I will ask the board in March.')).toContain('I have added');
  await stage.press('Priya', 'They have seen it. Post it');
  const posted = theOne(await stage.room(), 'Our note to Graham Price, commissioner');
  expect(posted).toContain('I will ask the board in March');
  expect(posted, 'no member is named').not.toMatch(/Dev|Ruth|Tomos|Jo\b/);
  await stage.type('Priya', 'upstairs 1 yes from June');
  expect(await shown()).toMatch(/Ask 1 has an answer: yes\.[\s\S]*from June/);
}

async function theSteps(stage: Stage): Promise<void> {
  expect(await stage.type('Jo', 'steps 1'), 'those who run it open them').not.toContain('is open now');
  await stage.type('Ellis', 'steps 1');
  expect(await stage.type('Jo', 'steps')).toContain('We are in step 1 of 7');
  const asked = await stage.type('Priya', 'steps next');
  expect(asked, 'a second look').toContain('have we heard from all sides?');
  expect(asked, 'no side is named').not.toMatch(/People who use|Staff|Artists/);
  await stage.type('Priya', 'steps next now');
  expect(await stage.type('Jo', 'steps')).toContain('We are in step 2 of 7');
}

async function aRoleSwap(stage: Stage): Promise<void> {
  await stage.type('Priya', 'settings role swaps on');
  for (const who of ['Dev', 'Ruth', 'Jo'] as const) await stage.type(who, 'me swap on');
  await stage.moveTo('2027-03-03T10:00:00Z');
  await stage.type('Priya', 'ask roles-7');
  await stage.moveTo('2027-03-03T10:05:00Z');
  for (const who of ['Dev', 'Ruth', 'Jo'] as const) theOne(await stage.notes(who), 'Swap seats.');
  for (const who of ['Amina', 'Priya', 'Tomos'] as const)
    expect(await stage.notes(who), 'nobody else learns of it').not.toContainEqual(
      expect.stringContaining('Swap seats.'),
    );
  expect(await stage.room()).not.toContainEqual(expect.stringContaining('Swap seats.'));
}

/** The board's page: nothing to print before both sides have said yes, and then word for word what they read. */
async function aReport(stage: Stage): Promise<void> {
  const draft = await stage.type('Priya', 'report');
  expect(draft).toContain('It may not leave yet.');
  expect(draft, 'every could-not').toContain('all rooms are full until May');
  expect(draft, 'no names').not.toMatch(/Graham|Price|Dev|Ruth/);
  expect(draft).not.toContain('Print it');
  await stage.type('Priya', 'report share');
  expect(await stage.type('Jo', 'report read'), 'all can read it').toContain('all rooms are full until May');
  await stage.type('Ruth', 'yes 2');
  expect(await stage.type('Priya', 'report'), 'two of one side are one side').not.toContain('Agreed by each side');
  await stage.type('Dev', 'yes 2');
  const agreed = await stage.type('Priya', 'report');
  expect(agreed).toContain('Agreed by each side on');
  expect(agreed).toContain('all rooms are full until May');
  expect(agreed).toContain('Print it');
}
