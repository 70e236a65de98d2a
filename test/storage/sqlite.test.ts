import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../storage/store.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import { storesOn } from './contract/stores.ts';

const sqlite = databases.filter(({ name }) => name === 'SQLite');

for (const database of sqlite) {
  describe('a database in one file', () => {
    const open = storesOn(database);

    it('is readable by its owner alone, with all that belongs to it', async () => {
      const url = await database.fresh();
      const store = await openStore({ url });
      await store.transact(({ facts }) => facts.set('clock', 'now'));
      for (const ending of ['', '.lock', '-wal', '-shm']) {
        expect(statSync(fileOf(url) + ending).mode & 0o777, ending).toBe(0o600);
      }
      await store.close();
    });

    it('is used by one program at a time, and is free again after the close', async () => {
      const url = await database.fresh();
      const first = await openStore({ url });
      await expect(openStore({ url })).rejects.toThrow(`is in use by another WeSaid (process ${process.pid})`);
      await first.transact(({ facts }) => facts.set('still', 'working'));
      await first.close();
      const second = await openStore({ url });
      expect(await second.read.facts.get('still')).toBe('working');
      await second.close();
    });

    it('can be read by a backup while it is in use', async () => {
      const url = await database.fresh();
      const store = await openStore({ url });
      await store.transact(({ facts }) => facts.set('clock', 'now'));
      const backup = new Database(fileOf(url), { readonly: true });
      expect(backup.prepare('select value from facts').all()).toEqual([{ value: 'now' }]);
      backup.close();
      await store.close();
    });

    it('keeps nothing of what was cleared', async () => {
      const url = await database.fresh();
      const store = await openStore({ url });
      await store.transact(({ facts }) => facts.set('secret', 'only for Ruth'));
      await store.clear();
      await store.close();
      expect(readFileSync(fileOf(url)).includes('only for Ruth')).toBe(false);
    });

    it('in memory, it works like any other and leaves nothing behind', async () => {
      const store = await openStore({ url: 'sqlite::memory:' });
      await store.transact(({ facts }) => facts.set('clock', 'now'));
      expect(await store.read.facts.get('clock')).toBe('now');
      await store.close();
      const next = await openStore({ url: 'sqlite::memory:' });
      expect(await next.read.facts.get('clock')).toBeNull();
      await next.close();
    });

    it('when the disk is full, all who shared the commit are told, and the next ones go through', async () => {
      const url = await database.fresh();
      const store = await openStore({ url });
      breakOn(url, 'the last straw');
      const set = (name: string) => store.transact(({ facts }) => facts.set(name, 'x'));
      const all = await Promise.allSettled([set('before'), set('the last straw'), set('after')]);
      expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(await store.read.facts.get('before')).toBeNull();
      await set('next');
      expect(await store.read.facts.get('next')).toBe('x');
      await store.close();
    });

    it('work that waits for the world outside fails, and holds up nobody', async () => {
      const store = await open();
      const late = latch<string>();
      const [stray, other] = await Promise.allSettled([
        store.transact(async ({ facts }) => {
          await facts.set('stray', 'x');
          await new Promise((resolve) => setImmediate(resolve));
          late.open(
            await facts.set('late', 'x').then(
              () => 'written',
              (error: unknown) => String(error),
            ),
          );
        }),
        store.transact(({ facts }) => facts.set('other', 'x')),
      ]);
      expect(stray).toMatchObject({ reason: { message: expect.stringContaining('other than its records') } });
      expect(other.status).toBe('fulfilled');
      expect(await late.opened).toContain('is over');
      expect(await store.read.facts.get('stray')).toBeNull();
      expect(await store.read.facts.get('late')).toBeNull();
      expect(await store.read.facts.get('other')).toBe('x');
    });

    it('a unit of work inside another is refused, where it would wait for itself', async () => {
      const store = await open();
      const nested = store.transact(() => store.transact(({ facts }) => facts.set('inner', 'x')));
      await expect(nested).rejects.toThrow('other than its records');
    });
  });
}

it('an address of no known kind is refused with the kinds there are', async () => {
  await expect(openStore({ url: 'mysql://localhost' })).rejects.toThrow('"sqlite:"');
});

serveDatabases();

/** A promise that the test fulfils by hand. */
function latch<T>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open: (value: T) => open(value) };
}

function fileOf(url: string): string {
  return url.slice('sqlite:'.length);
}

/** A full disk ends the whole transaction. A trigger that does the same stands in for it. */
function breakOn(url: string, name: string): void {
  const database = new Database(fileOf(url));
  database.exec(
    `create trigger full before insert on facts when new.name = '${name}' begin select raise(rollback, 'disk full'); end`,
  );
  database.close();
}
