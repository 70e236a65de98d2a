import { expect } from 'vitest';
import { setUpWillow, theOne, type Stage } from './stage.ts';

/** S3: seven promises over five weeks, with every way in which one can end. */
export async function fiveWeeksOfPromises(stage: Stage): Promise<void> {
  await stage.reset('2027-01-29T09:00:00Z');
  await setUpWillow(stage);
  await firstWeek(stage);
  await secondWeek(stage);
  await thirdWeek(stage);
  await fourthWeek(stage);
  await fifthWeek(stage);
}

/** The digest of a week, by how its span reads: the channel part and its thread, as one text. */
async function digest(stage: Stage, span: string): Promise<string> {
  const channel = theOne(await stage.room(), span);
  return [channel, ...(await stage.thread(span))].join('\n');
}

async function firstWeek(stage: Stage): Promise<void> {
  await stage.moveTo('2027-02-03T12:00:00Z');
  const saved = await stage.type('Ruth', 'we will keep the art room open on Saturdays by 12 February');
  expect(saved).toContain('Saved as promise 1: keep the art room open on Saturdays by Friday 12 February.');
  await stage.type('Graham', 'we will pay a peer trainer by 1 March');
  await stage.type('Ruth', 'we will put up a quiet room sign by 17 February');
  await stage.type('Tomos', 'we will play music at tea time by 20 February');
  await stage.moveTo('2027-02-09T09:01:00Z');
  expect(await digest(stage, 'Monday 1 February to Sunday 7 February')).toContain('4 still open.');
}

async function secondWeek(stage: Stage): Promise<void> {
  await stage.moveTo('2027-02-10T12:00:00Z');
  await stage.type('Ruth', 'did 1 11 people came');
  expect(await stage.type('Priya', 'yes 1'), 'the same side cannot say yes').toContain(
    'We need a yes from someone who uses the service, or a carer.',
  );
  expect(await stage.type('Amina', 'yes 1')).toContain('We did promise 1.');
  expect(await stage.type('Graham', 'could not 2'), 'a could-not needs its reason').not.toContain('Saved');
  await stage.type('Graham', 'could not 2 because No money until April');
  await stage.type('Priya', 'we will meet every week on the ward by 1 March');
  await stage.moveTo('2027-02-15T09:30:00Z');
  expect(await stage.notes('Ruth'), '2 days before').toContainEqual(expect.stringMatching(/Wednesday 17 February/));
  await stage.moveTo('2027-02-16T09:01:00Z');
  const told = await digest(stage, 'Monday 8 February to Sunday 14 February');
  expect(told).toContain('1 kept. 1 we could not do.');
  expect(told).toContain('3 still open.');
  expect(told).toMatch(/We did, 1:.*keep the art room open on Saturdays.*Amina said yes/s);
  expect(told).toMatch(/We could not, 2:.*because.*No money until April/s);
}

async function thirdWeek(stage: Stage): Promise<void> {
  await stage.moveTo('2027-02-19T12:00:00Z');
  await stage.type('Tomos', 'did 4');
  const before = (await stage.notes('Ruth')).length;
  await stage.moveTo('2027-02-22T08:59:00Z');
  expect(await stage.notes('Ruth')).toHaveLength(before);
  await stage.moveTo('2027-02-22T09:01:00Z');
  expect(await stage.notes('Ruth'), 'no surprises in the digest').toHaveLength(before + 1);
  await stage.moveTo('2027-02-23T09:01:00Z');
  const told = await digest(stage, 'Monday 15 February to Sunday 21 February');
  expect(told).toMatch(/No news yet: 3, put up a quiet room sign/);
  expect(told).toMatch(/4, play music at tea time \([^)]*waiting for a yes/);
  expect(told).toContain('3 still open.');
}

async function fourthWeek(stage: Stage): Promise<void> {
  await stage.moveTo('2027-02-24T12:00:00Z');
  await stage.type('Dev', 'not yet 4 because only on one ward');
  await stage.moveTo('2027-02-25T12:00:00Z');
  await stage.type('Priya', 'change 5 to meet every 2 weeks in the evening by 17 March');
  await stage.type('Ellis', 'yes 5');
  await stage.moveTo('2027-03-02T09:01:00Z');
  const told = await digest(stage, 'Monday 22 February to Sunday 28 February');
  expect(told).toContain('Not kept, and we do not know why');
  expect(told).toContain('1 changed together.');
  expect(told).toMatch(/We changed it together, 5:.*promise 6/s);
  expect(told).toContain('2 still open.');
  expect(told).toContain('only on one ward');
}

async function fifthWeek(stage: Stage): Promise<void> {
  await stage.moveTo('2027-03-03T12:00:00Z');
  await stage.type('Tomos', 'did 4 on both wards now');
  await stage.type('Dev', 'yes 4');
  await stage.type('Priya', 'did 6');
  await stage.type('Ellis', 'yes 6');
  const saved = await stage.type('Ruth', 'we will put up a quiet room sign by 15 March');
  expect(saved).toContain('Saved as promise 7');
  await stage.moveTo('2027-03-09T09:01:00Z');
  const told = await digest(stage, 'Monday 1 March to Sunday 7 March');
  expect(told).toContain('2 kept.');
  expect(told).toContain('1 still open.');
  expect(told).toMatch(/kept 3 of 5 finished/i);
}
