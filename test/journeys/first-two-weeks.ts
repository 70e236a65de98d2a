import { expect } from 'vitest';
import { names, setUpWillow, theOne, type Name, type Stage } from './stage.ts';

/** How often each spoke in a week, in the order of `names`. */
type Counts = readonly [number, number, number, number, number, number, number, number, number];

const firstWeek: Counts = [1, 0, 0, 3, 1, 2, 1, 0, 0];
const secondWeek: Counts = [2, 1, 1, 4, 0, 3, 2, 1, 0];

/** S1: two weeks of a new huddle. In the first there is not enough to show by group; in the second all are about level. */
export async function firstTwoWeeks(stage: Stage): Promise<void> {
  await stage.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);

  await stage.moveTo('2027-03-02T09:05:00Z');
  expect(await stage.room(), 'no digest for a week before the first yes').not.toContainEqual(
    expect.stringContaining('We heard from'),
  );
  theOne(await stage.room(), 'How will we know this has worked?');

  await speak(stage, { under: 'How will we know', from: '2027-03-02T12:00:00Z', counts: firstWeek });
  await stage.moveTo('2027-03-09T09:01:00Z');
  await firstDigest(stage);

  await speak(stage, { under: 'I will feel proud', from: '2027-03-09T12:00:00Z', counts: secondWeek });
  await stage.moveTo('2027-03-16T09:01:00Z');
  await secondDigest(stage);
  await onlyJoSees(stage);
}

/** One go at speaking each, in turns round the table, a quarter of an hour apart, so that no two fold into one. */
async function speak(
  stage: Stage,
  { under, from, counts }: { under: string; from: string; counts: Counts },
): Promise<void> {
  let at = Date.parse(from);
  for (let go = 0; go < Math.max(...counts); go++) {
    for (const [person, name] of names.entries()) {
      if ((counts[person] ?? 0) <= go) continue;
      await stage.moveTo(new Date((at += 15 * 60_000)).toISOString());
      await stage.reply(name, under, `${name} says their bit, number ${String(go + 1)}.`);
    }
  }
}

async function firstDigest(stage: Stage): Promise<void> {
  const digest = theOne(await stage.room(), 'Monday 1 March to Sunday 7 March');
  expect(digest).toContain('Willow: we said, we did.');
  expect(digest).toContain('We heard from 5 of 9 people.');
  const thread = (await stage.thread('Monday 1 March to Sunday 7 March')).join('\n');
  expect(thread).toContain('Not enough yet to show numbers by group.');
  expect(thread).not.toMatch(/Staff and managers \(|Artists \(|voices|%/);
}

async function secondDigest(stage: Stage): Promise<void> {
  const digest = theOne(await stage.room(), 'Monday 8 March to Sunday 14 March');
  expect(digest).toContain('We heard from 7 of 9 people.');
  const thread = (await stage.thread('Monday 8 March to Sunday 14 March')).join('\n');
  expect(thread).toContain('14 turns');
  expect(thread).toMatch(/People who use the service(, and carers)? \(3( people)?\): 4\./);
  expect(thread).toMatch(/Staff( and managers)? \(3\): 7\./);
  expect(thread).toContain('Artists (3): 3.');
  expect(thread).toContain('Level would be about 5 each.');
  expect(thread).toContain('About level for all.');
  expect(`${digest}${thread}`).not.toMatch(/%|Try going round|6\.11|0\.824/);
}

async function onlyJoSees(stage: Stage): Promise<void> {
  const own = 'You had 0 turns from Monday 8 March to Sunday 14 March. Being quiet is fine.';
  expect(await stage.type('Jo', 'who')).toContain(own);
  expect(await stage.room()).not.toContainEqual(expect.stringContaining('You had 0 turns'));
  const others: readonly Name[] = names.filter((name) => name !== 'Jo');
  for (const name of others) expect(await stage.notes(name)).not.toContainEqual(expect.stringContaining('You had 0'));
}
