import { expect } from 'vitest';
import { setUpWillow, type Stage } from './stage.ts';

/** B3, S5, S7: from the first words to "changed together", with a no and better words in between. `yesToOne` is how a button for the first is called. */
export async function changingTogether(stage: Stage, yesToOne = 'Yes'): Promise<void> {
  await stage.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
  await stage.moveTo('2027-03-01T12:00:00Z');
  const told = async () => (await stage.room()).join('\n---\n');

  expect(await stage.type('Graham', 'suggest money: no bus fares from April')).toContain(
    'Saved as suggested change 1.',
  );
  expect(await told()).toMatch(/A yes is still missing from:[\s\S]*People who use the service[\s\S]*Artists/);
  await stage.press('Jo', yesToOne);

  expect(await stage.type('Dev', 'no 1 because I cannot come without a bus fare')).toContain('Number 1 waits now.');
  await stage.moveTo('2027-03-01T12:05:00Z');
  expect(await stage.notes('Graham'), 'the reason, to whoever asked').toContainEqual(
    expect.stringContaining('I cannot come without a bus fare'),
  );
  await stage.type('Amina', 'yes 1');
  expect(await told(), 'one no holds, whoever says yes').not.toContain('We changed it together');

  expect(await stage.type('Dev', 'change 1 to bus fares for all who ask, up to 5 pounds')).toContain('now number 2');
  expect(await stage.type('Jo', 'yes 1'), 'a yes to the old words is none').toContain('Please look at number 2.');
  await stage.type('Graham', 'yes 2 but we look again in July');
  expect(await stage.type('Jo', 'agree 2')).toContain('We changed it together.');
  await stage.moveTo('2027-03-01T12:10:00Z');
  expect(await told()).toContain('We changed it together, number 2: money.');
  const agreed = await stage.type('Amina', 'agreement 3');
  expect(agreed).toContain('bus fares for all who ask, up to 5 pounds');
  expect(agreed).toContain('We changed it together on Monday 1 March, number 2.');

  expect(await stage.type('Ruth', 'we will print bus tickets by 10 March'), 'one series').toContain('promise 3');
  expect(await stage.type('Ruth', 'did 2'), 'what it is').toContain('Number 2 is a suggested change.');
  for (const who of ['Dev', 'Ruth'] as const) await stage.type(who, 'sign');
  expect(await stage.type('Jo', 'sign')).toContain('Each side has signed now.');
}
