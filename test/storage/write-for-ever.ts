import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../storage/store.ts';
import { anUtterance, monday } from './samples.ts';

/* Started by the survival tests as a program of its own, to be killed. Says each id once it is safe. */

const store = await openStore({ url: process.argv[2] ?? '' });

async function writeForEver(): Promise<never> {
  for (;;) {
    const id = randomUUID();
    await store.transact(async ({ interactions, speech }) => {
      await speech.add(anUtterance({ id }));
      await interactions.keep(id, monday, [[{ id }]]);
    });
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, writeForEver));
