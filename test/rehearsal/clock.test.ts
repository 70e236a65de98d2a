import { afterEach, expect, it } from 'vitest';
import { movableClock } from '../../src/rehearsal/clock.ts';
import type { Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

it('a moment that was written shortly is no way back to the same moment written in full', async () => {
  const store = await openStore({ url: 'sqlite::memory:' });
  open.push(store);
  const clock = await movableClock(store, '2027-03-01T08:00:00.000Z');
  await clock.set('2027-03-02T09:00:00Z');
  expect(clock.wasSetTo() <= clock.now()).toBe(true);
  expect(clock.wasSetTo()).toBe('2027-03-02T09:00:00.000Z');
});
