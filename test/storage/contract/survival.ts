import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Store } from '../../../src/ports.ts';
import { newestVersion } from '../../../storage/migrate.ts';
import { openStore } from '../../../storage/store.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { monday } from '../samples.ts';
import { setSchemaVersion } from './schema-version.ts';

/** What was acknowledged is there whatever happens to the program, and no newer database is harmed. */
export function surviveTheWorst(database: TestDatabase): void {
  it('killed at any moment: all that was acknowledged is there, and nothing is there twice', async () => {
    const url = await database.fresh();
    for (const acks of [1, 40, 150]) {
      const acknowledged = await writeUntilKilled(url, acks);
      await withStore(url, async ({ read }) => {
        for (const id of acknowledged) {
          expect(await read.interactions.outcome(id), id).toEqual([[{ id }]]);
          expect(await read.speech.get(id), id).not.toBeNull();
        }
      });
    }
  });

  it('what was there before is there after the program is started again', async () => {
    const url = await database.fresh();
    await withStore(url, (store) => store.transact(({ facts }) => facts.set('clock', monday)));
    await withStore(url, async ({ read }) => {
      expect(await read.facts.get('clock')).toBe(monday);
    });
  });

  it('a database of a newer program is refused, and nothing in it is changed', async () => {
    const url = await database.fresh();
    await withStore(url, (store) => store.transact(({ facts }) => facts.set('clock', monday)));
    await setSchemaVersion(url, 99);
    await expect(openStore({ url })).rejects.toThrow(new RegExp(`at version 99 .* up to ${String(newestVersion)}\\b`));
    await setSchemaVersion(url, newestVersion);
    await withStore(url, async ({ read }) => {
      expect(await read.facts.get('clock')).toBe(monday);
    });
  });
}

async function withStore<T>(url: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ url });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A program of its own that writes and says what it was told is safe; killed at once after so many of these. */
async function writeUntilKilled(url: string, acks: number): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('../write-for-ever.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(line);
    if (acknowledged.length === acks) child.kill('SIGKILL');
  }
  await gone;
  expect(acknowledged.length).toBeGreaterThanOrEqual(acks);
  return acknowledged;
}
