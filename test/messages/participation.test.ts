import { expect, it } from 'vitest';
import { whoMessage } from '../../src/messages/participation.ts';
import { weekOfMarch22, weekOfMarch8 } from '../domain/measuring.ts';

it('someone who asks hears their own count, with its week, and that being quiet is fine', () => {
  expect(whoMessage({ turns: 0, week: weekOfMarch8 }).summary).toBe(
    'You had 0 turns from Monday 8 March to Sunday 14 March. Being quiet is fine.\nA turn is one go at speaking. Only you can see this.',
  );
});

it('one turn is said as one, in the week the clocks change too', () => {
  expect(whoMessage({ turns: 1, week: weekOfMarch22 }).summary).toContain(
    'You had 1 turn from Monday 22 March to Sunday 28 March.',
  );
});

it('someone who is not counted is told so, and where to change it', () => {
  const said = whoMessage({ turns: null, week: weekOfMarch8 }).summary;
  expect(said).toContain('We do not count your turns, as you chose. To change that, type: count me.');
  expect(said).not.toMatch(/\d/);
});
