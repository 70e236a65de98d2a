import { expect, it } from 'vitest';
import { createSeals } from '../src/seals.ts';

const seals = createSeals('a secret of at least thirty-two letters');

it('a sealed text opens for the purpose that it was sealed for, and for no other', () => {
  const sealed = seals.seal('guest link', 'sam.1');
  expect(seals.open('guest link', sealed)).toBe('sam.1');
  expect(seals.open('guest card', sealed)).toBeNull();
});

it.each(['', '.', 'sam.1', '.x', 'sam.1.', `sam.1.${'A'.repeat(43)}`])(
  'what nobody sealed does not open: %j',
  (text) => {
    expect(seals.open('guest link', text)).toBeNull();
  },
);

it('a changed text, a changed mark and another secret open nothing', () => {
  const sealed = seals.seal('guest link', 'sam.1');
  const wrong = [sealed.replace('sam', 'ali'), sealed.slice(0, -1), `${sealed}A`];
  expect(wrong.map((each) => seals.open('guest link', each))).toEqual([null, null, null]);
  expect(createSeals('another secret of thirty-two letters').open('guest link', sealed)).toBeNull();
});
