import { expect } from 'vitest';
import { labels } from './power-pulse.ts';
import { setUpWillow, theOne, type Name, type Stage } from './stage.ts';

const firstWeek = 'Monday 1 March to Sunday 7 March';
const secondWeek = 'Monday 8 March to Sunday 14 March';

/**
 * Two weeks with something for every part of "we said, we did". In the first, two people from two sides check it and
 * mend it; in the second nobody has the time, and it says so.
 */
export async function theWholeDigest(stage: Stage, shown: readonly string[] = labels): Promise<void> {
  await stage.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
  await askCheckers(stage);
  await aFullWeek(stage, shown);
  await bothCheck(stage);
  await stage.moveTo('2027-03-09T09:01:00Z');
  await checked(stage);
  await aWeekNobodyChecks(stage);
}

async function askCheckers(stage: Stage): Promise<void> {
  await stage.moveTo('2027-03-01T12:00:00Z');
  const named = `settings checkers ${stage.at('Amina')} and ${stage.at('Priya')}, stand-in ${stage.at('Dev')}`;
  expect(await stage.type('Priya', named)).toContain('I ask them in private.');
  await stage.moveTo('2027-03-01T12:05:00Z');
  for (const who of ['Amina', 'Priya', 'Dev'] as const) await stage.press(who, 'Yes, I will check');
}

async function aFullWeek(stage: Stage, shown: readonly string[]): Promise<void> {
  await stage.moveTo('2027-03-02T12:00:00Z');
  await stage.type('Dev', 'idea a bench in the garden, for anyone who waits');
  await stage.type('Tomos', 'idea music in the hall on Fridays');
  expect(await stage.type('Ruth', 'take up idea 1: we will build a bench by 5 March')).toContain('promise 1');
  await stage.type('Graham', 'we will pay a peer trainer by 8 March');
  await stage.type('Priya', 'we will meet every week on the ward by 30 March');
  await stage.type('Ruth', 'we will put up a quiet room sign by 20 March');

  await stage.moveTo('2027-03-03T10:00:00Z');
  await stage.type('Priya', 'ask neg-4');
  await stage.moveTo('2027-03-03T10:05:00Z');
  const told: readonly (readonly [Name, number])[] = [
    ['Amina', 2],
    ['Dev', 2],
    ['Ellis', 3],
    ['Ruth', 4],
    ['Graham', 4],
    ['Tomos', 5],
  ];
  for (const [who, number] of told) await stage.press(who, shown[number - 1] ?? '');

  await stage.moveTo('2027-03-04T12:00:00Z');
  await stage.type('Ruth', 'did 1 it stands by the pond, and 4 people sat on it');
  await stage.type('Amina', 'yes 1');
  await stage.type('Graham', 'could not 2 because there is no new money until April');
  await stage.type('Priya', 'change 3 to meet every 2 weeks in the evening by 30 March');
  expect(await stage.type('Ellis', 'yes 3')).toContain('promise 5');
}

async function bothCheck(stage: Stage): Promise<void> {
  await stage.moveTo('2027-03-08T08:59:00Z');
  expect(await draftsFor(stage, 'Amina'), 'not before its time').toHaveLength(0);
  await stage.moveTo('2027-03-08T09:05:00Z');
  expect(await draftsFor(stage, 'Amina')).toHaveLength(1);
  expect(await draftsFor(stage, 'Priya')).toHaveLength(1);
  expect(await draftsFor(stage, 'Dev'), 'the stand-in is not needed').toHaveLength(0);

  expect(await stage.type('Amina', 'mend hide 2'), 'a could-not stays').toContain('That stays as it is.');
  expect(await stage.type('Amina', 'mend talk 4')).toContain('To talk about next');
  await stage.press('Amina', 'It is right');
  expect(await stage.type('Priya', 'checked')).toContain('It will say that you checked it.');
}

async function draftsFor(stage: Stage, who: Name): Promise<readonly string[]> {
  return (await stage.notes(who)).filter((note) => note.includes('please check this. All can read it'));
}

/** The channel part in the order of the model, and the parts of its thread. */
async function checked(stage: Stage): Promise<void> {
  const channel = flat(theOne(await stage.room(), firstWeek));
  inOrder(channel, [
    'Willow: we said, we did.',
    '1 kept. 1 we could not do. 1 changed together. 2 still open.',
    'We did, 1: build a bench.',
    'Amina said yes.',
    'We could not, 2: pay a peer trainer, because: there is no new money until April.',
    'We changed it together, 3:',
    'It is now promise 5.',
    'Still open: 4, put up a quiet room sign',
    'We heard from 0 of 9 people. Being quiet is fine.',
    '2 ideas raised. 1 taken up.',
    'To talk about next: promise 4 and a new date for promise 2.',
    'Checked by Amina and Priya.',
    'No one watches this chat all the time.',
  ]);
  expect(channel).not.toContain('Not checked yet.');

  const thread = flat((await stage.thread(firstWeek)).join('\n'));
  expect(thread).toContain('1: it stands by the pond, and 4 people sat on it.');
  expect(thread).toContain('3: we agreed this together on 4 March.');
  expect(thread).toContain('1: taken up. It is now promise 1.');
  expect(thread).toContain('2: music in the hall on Fridays.');
  expect(thread).toContain('How equal it felt: 6 of 9 people told us. The middle answer was 3.5 out of 5.');
  expect(thread, 'what was mended is told').toContain('Changed since the draft:');
  expect(thread).toContain('Not enough yet to show numbers by group.');
  expect(`${channel}${thread}`, 'ideas have no names').not.toMatch(/Dev.{0,20}bench|Tomos.{0,20}music/i);
}

/** The one who uses the service cannot, the stand-in gets it, and nobody finds the time. */
async function aWeekNobodyChecks(stage: Stage): Promise<void> {
  await stage.moveTo('2027-03-11T12:00:00Z');
  await stage.type('Ruth', 'did 4 it is on the door');
  await stage.type('Dev', 'yes 4');
  await stage.moveTo('2027-03-15T09:05:00Z');
  expect(await draftsFor(stage, 'Dev')).toHaveLength(0);
  await stage.type('Amina', 'cannot check');
  await stage.moveTo('2027-03-15T09:10:00Z');
  expect(await draftsFor(stage, 'Dev')).toHaveLength(1);
  await stage.moveTo('2027-03-16T09:01:00Z');
  const channel = flat(theOne(await stage.room(), secondWeek));
  inOrder(channel, ['Not checked yet.', 'Willow: we said, we did.', '1 kept.', 'We did, 4: put up a quiet room sign.']);
  const thread = flat((await stage.thread(secondWeek)).join('\n'));
  expect(`${channel}${thread}`, 'facts alone').not.toMatch(/it is on the door/i);
  expect(thread, 'nobody asked in private this week').not.toContain('How equal it felt');
}

/** What it says, whatever the platform's marks for bold, and its line ends. */
function flat(text: string): string {
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ');
}

function inOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `"${part}" in its place in: ${text}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}
