import { expect } from 'vitest';
import { setUpWillow, theOne, type Name, type Stage } from './stage.ts';

type Numbers = readonly (readonly [Name, 1 | 2 | 3 | 4 | 5])[];

const equal = 'How equal did the power feel this week?';
const told = 'How equal it felt:';
const hidden = 'We are not showing the numbers this time. We hide them when showing them could give someone away.';

/** What a button of the scale says, and on the web what a screen reader hears of it. */
export const labels: readonly string[] = ['1 Not equal at all', '2', '3', '4', '5 Fully equal'];
export const heardLabels: readonly string[] = [
  '1 Not equal at all: 1 out of 5',
  '2 out of 5',
  '3 out of 5',
  '4 out of 5',
  '5 Fully equal: 5 out of 5',
];

/**
 * S4 in a huddle of nine: the power question is asked three times, each time in private. Six answers are told as one number;
 * four, and five that are all alike, as one and the same sentence.
 */
export async function powerPulse(stage: Stage, shown: readonly string[] = labels): Promise<void> {
  await stage.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
  await stage.type('Priya', 'settings private numbers by group on');

  await ask(stage, '2027-03-03T10:00:00Z');
  const [note = ''] = (await stage.notes('Ruth')).filter((text) => text.includes(equal));
  expect(note).toContain('No one in Willow sees your number.');
  expect(note).toContain('Then we cut the link to you.');
  const six: Numbers = [
    ['Amina', 1],
    ['Dev', 2],
    ['Ellis', 3],
    ['Ruth', 4],
    ['Graham', 4],
    ['Tomos', 5],
  ];
  await answer(stage, six, shown);
  await answer(stage, [['Amina', 2]], shown);
  expect((await stage.room()).join('\n'), 'nothing before the close').not.toContain(told);
  const first = await digest(stage, '2027-03-09T09:01:00Z', 'Monday 1 March to Sunday 7 March');
  expect(first).toContain(`${told} 6 of 9 people told us. The middle answer was 3.5 out of 5.`);
  expect(first).not.toMatch(/3\.5 out of 5\. (?:People|Staff|Artists)/);
  expect((await stage.room()).join('\n'), 'never in the room').not.toContain(equal);

  await ask(stage, '2027-03-10T10:00:00Z');
  await answer(
    stage,
    [
      ['Amina', 2],
      ['Ruth', 4],
      ['Jo', 5],
      ['Dev', 3],
    ],
    shown,
  );
  expect(await digest(stage, '2027-03-16T09:01:00Z', 'Monday 8 March to Sunday 14 March')).toContain(
    `${told} ${hidden}`,
  );

  await ask(stage, '2027-03-17T10:00:00Z');
  await answer(
    stage,
    [
      ['Amina', 2],
      ['Ruth', 2],
      ['Jo', 2],
      ['Dev', 2],
      ['Lena', 2],
    ],
    shown,
  );
  expect(await digest(stage, '2027-03-23T09:01:00Z', 'Monday 15 March to Sunday 21 March')).toContain(
    `${told} ${hidden}`,
  );

  await ruthsData(stage);
}

async function ask(stage: Stage, at: string): Promise<void> {
  await stage.moveTo(at);
  expect(await stage.type('Priya', 'ask neg-4')).toContain('Sent to each person in private.');
}

async function answer(stage: Stage, numbers: Numbers, shown: readonly string[]): Promise<void> {
  for (const [name, number] of numbers) {
    const reply = await stage.press(name, shown[number - 1] ?? '');
    // In Teams' own chats the line under the button comes first, and points at the message.
    expect(reply).toMatch(/Saved\.|My answer is below\./);
    expect(reply).not.toMatch(/\b[1-5] out of 5/);
  }
}

async function digest(stage: Stage, at: string, week: string): Promise<string> {
  await stage.moveTo(at);
  theOne(await stage.room(), week);
  return (await stage.thread(week)).join('\n').replace(/\s+/g, ' ');
}

async function ruthsData(stage: Stage): Promise<void> {
  let text = await stage.type('Ruth', 'my data');
  for (let part = 2; part < 9 && !text.includes('What I do not hold'); part++)
    text = await stage.press('Ruth', 'Show me more');
  expect(text).toContain('We cannot pull out your answer. We do not hold your name with it.');
}
