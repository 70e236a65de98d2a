import { expect } from 'vitest';
import { names, setUpWillow, theOne, type Stage } from './stage.ts';

/** Words of which nothing may be found anywhere afterwards. */
const line = 'answer I do not want to wake up, said the marigold';
const question = 'How will we know';
const told = 'I have told the safeguarding lead, as we agreed when you joined.';

/** What is said in the thread beside the two worrying messages: with them 3, 3, 2, 4, 2, 3, 2, 2, 1. */
const others = [2, 3, 2, 3, 2, 3, 2, 2, 1] as const;

/** S6: a worrying message, alone and in the thread; the week is told without it; then with a lead, and with old numbers. */
export async function aWorryingMessage(stage: Stage): Promise<void> {
  await stage.reset('2027-03-12T09:00:00Z');
  await setUpWillow(stage);
  await stage.moveTo('2027-03-17T22:40:00Z');
  await atNight(stage);
  await stage.moveTo('2027-03-18T21:00:00Z');
  expect((await stage.notes('Amina')).at(-1), 'nothing else for a day').toContain('116 123');
  await inTheThread(stage);
  await theRestOfTheWeek(stage);
  await stage.moveTo('2027-03-23T09:05:00Z');
  await theDigest(stage);
  await withALead(stage);
  await withOldNumbers(stage);
}

async function atNight(stage: Stage): Promise<void> {
  const before = [await stage.room(), await stage.notes('Priya'), await stage.notes('Ellis')];
  const card = await stage.type('Amina', line);
  for (const number of ['999', '111', 'mental health option', '116 123', '85258']) expect(card).toContain(number);
  expect((await stage.notes('Amina')).at(-1)).toContain('116 123');
  expect([await stage.room(), await stage.notes('Priya'), await stage.notes('Ellis')]).toEqual(before);
}

async function inTheThread(stage: Stage): Promise<void> {
  const room = await stage.room();
  await stage.reply('Ruth', question, 'this rota is killing me');
  expect((await stage.notes('Ruth')).at(-1)).toContain('116 123');
  expect(await stage.room()).toEqual(room);
  expect((await stage.notes('Dev')).join()).not.toContain('116 123');
}

/** In turns round the table, a quarter of an hour apart, so that no two fold into one. */
async function theRestOfTheWeek(stage: Stage): Promise<void> {
  let at = Date.parse('2027-03-19T12:00:00Z');
  for (let go = 0; go < Math.max(...others); go++) {
    for (const [person, name] of names.entries()) {
      if ((others[person] ?? 0) <= go) continue;
      await stage.moveTo(new Date((at += 15 * 60_000)).toISOString());
      await stage.reply(name, question, `${name} says their bit, number ${String(go + 1)}.`);
    }
  }
}

async function theDigest(stage: Stage): Promise<void> {
  const digest = theOne(await stage.room(), 'Monday 15 March to Sunday 21 March');
  expect(digest).toContain('We heard from 9 of 9 people.');
  const thread = (await stage.thread('Monday 15 March to Sunday 21 March')).join('\n');
  expect(thread).toContain('22 turns');
  expect(thread).toMatch(/People who use the service(, and carers)? \(3( people)?\): 8\./);
  expect(thread).toMatch(/Staff( and managers)? \(3\): 9\./);
  expect(thread).toContain('Artists (3): 5.');
  expect(thread).toContain('About level for all.');
  expect(`${digest}${thread}`).not.toMatch(/marigold|wake up|rota|killing|card/);
}

async function withALead(stage: Stage): Promise<void> {
  await stage.type('Priya', `settings safeguarding lead ${stage.at('Graham')}, weekdays 9am to 5pm`);
  await stage.press('Graham', 'Yes, I will');
  await stage.type('Priya', 'settings safeguarding lead on');
  expect(await stage.type('Amina', line)).toContain(told);
  const note = theOne(await stage.notes('Graham'), 'that may tell of danger. It was in Willow');
  expect(note).toContain('Amina');
  expect(note).toContain('Tuesday 23 March');
  expect(note).not.toMatch(/marigold|wake up/);
}

async function withOldNumbers(stage: Stage): Promise<void> {
  await stage.type('Priya', 'settings numbers checked on 23 September 2026');
  await stage.moveTo('2027-03-24T10:00:00Z');
  await stage.moveTo('2027-03-26T10:00:00Z');
  for (const name of ['Priya', 'Ellis'] as const) theOne(await stage.notes(name), 'were last checked on');
}
