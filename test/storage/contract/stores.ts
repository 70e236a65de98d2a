import { afterEach } from 'vitest';
import type { Store } from '../../../src/ports.ts';
import { openStore } from '../../../storage/store.ts';
import type { TestDatabase } from '../../support/databases.ts';

export type OpenStore = () => Promise<Store>;

/** A store on an empty database each time; closed after the test. */
export function storesOn(database: TestDatabase): OpenStore {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async () => {
    const store = await openStore({ url: await database.fresh() });
    opened.push(store);
    return store;
  };
}
