import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import { aHuddle, aMember, aNote, channel, minutesOn, monday, ruth, willow } from './samples.ts';

serveDatabases();

const database = databases.find(({ name }) => name === 'PostgreSQL');

describe.runIf(database !== undefined)('PostgreSQL', () => {
  describe('several instances on one database', () => {
    it('start at the same moment and make the tables once', async () => {
      await withInstances(3, await fresh(), async ([first, , third]) => {
        await first?.transact(({ facts }) => facts.set('clock', monday));
        expect(await third?.read.facts.get('clock')).toBe(monday);
      });
    });

    it('an act that reaches them all is stored once, and each gives the same answer', async () => {
      await withInstances(3, await fresh(), async (stores) => {
        let decided = 0;
        const answers = await Promise.all(
          stores.map((store) =>
            store.transact(async ({ interactions }) => {
              const before = await interactions.outcome('act');
              if (before !== null) return before;
              decided += 1;
              const outcome = [[{ decided }]];
              await interactions.keep('act', monday, outcome);
              return outcome;
            }),
          ),
        );
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      });
    });

    it('two changes of one member at once are both kept, though members have no version', async () => {
      await withInstances(2, await fresh(), async (stores) => {
        await stores[0]?.transact(({ members }) => members.save(aMember({ consents: [] })));
        const consent = (store: Store, notice: number) =>
          store.transact(async ({ members }) => {
            const before = await members.get(willow, ruth);
            if (before === null) throw new Error('no member');
            const added = { to: 'counted', yes: true, at: monday, notice } as const;
            await members.save({ ...before, consents: [...before.consents, added] });
          });
        await Promise.all(stores.map(consent));
        const after = await stores[0]?.read.members.get(willow, ruth);
        expect(after?.consents.map(({ notice }) => notice).sort()).toEqual([0, 1]);
      });
    });

    it('never take the same note, nor two notes of one place', async () => {
      await withInstances(4, await fresh(), async (stores) => {
        const places = Array.from({ length: 60 }, (_, n) => ({ ...channel, channel: `C${n}` }));
        await stores[0]?.transact(async ({ outbox }) => {
          for (const to of places) await outbox.enqueue(aNote({ subject: 'first', to }));
          for (const to of places) await outbox.enqueue(aNote({ subject: 'second', to }));
        });
        const claims = stores.flatMap((store) => [store, store, store]);
        const taken = (await Promise.all(claims.map(claimTen))).flat();
        expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
        expect(new Set(taken.map(({ subject }) => subject))).toEqual(new Set(['first']));
      });
    });
  });

  it('a unit of work whose connection is cut fails, and the program goes on', async () => {
    const url = await fresh();
    await withInstances(1, url, async ([store]) => {
      const cut = store?.transact(async ({ facts }) => {
        await facts.set('clock', monday);
        await cutAllConnections(url);
        await facts.set('clock', minutesOn(1));
      });
      await expect(cut).rejects.toThrow();
      expect(await store?.read.facts.get('clock')).toBeNull();
    });
  });

  it('goes on after its connections were cut', async () => {
    const url = await fresh();
    await withInstances(1, url, async ([store]) => {
      await store?.transact(({ huddles }) => huddles.save(aHuddle()));
      await cutAllConnections(url);
      await store?.transact(({ facts }) => facts.set('clock', monday));
      expect(await store?.read.huddles.get(willow)).toEqual(aHuddle());
    });
  });
});

function fresh(): Promise<string> {
  if (database === undefined) throw new Error('PostgreSQL was left out');
  return database.fresh();
}

function claimTen(store: Store) {
  return store.transact(({ outbox }) => outbox.claim(minutesOn(0), minutesOn(2), 10));
}

async function withInstances(count: number, url: string, use: (stores: readonly Store[]) => Promise<void>) {
  const stores = await Promise.all(Array.from({ length: count }, () => openStore({ url })));
  try {
    await use(stores);
  } finally {
    for (const store of stores) await store.close();
  }
}

/** Done when the server has let go of them all, so that the news is here while no statement is under way. */
async function cutAllConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const others = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  await client.query(`select pg_terminate_backend(pid) ${others}`);
  while ((await client.query(`select 1 ${others}`)).rowCount !== 0);
  await client.end();
}
