import { expect, it } from 'vitest';
import { aHuddle, aPerson, aPromise, monday, ruth, sam, willow } from '../samples.ts';
import { Conflict } from '../../../src/ports-kept.ts';
import type { OpenStore } from './stores.ts';

/** All of a unit of work is kept, or none; and two at once end as if one had waited. */
export function keepsTransactions(open: OpenStore): void {
  it('of two units of work in one moment, one may fail and the other stays', async () => {
    const store = await open();
    const [kept, failed] = await Promise.allSettled([
      store.transact(({ facts }) => facts.set('kept', 'yes')),
      store.transact(async ({ facts }) => {
        await facts.set('failed', 'yes');
        throw new Error('a bug');
      }),
    ]);
    expect(kept.status).toBe('fulfilled');
    expect(failed).toMatchObject({ status: 'rejected', reason: new Error('a bug') });
    expect(await store.read.facts.get('kept')).toBe('yes');
    expect(await store.read.facts.get('failed')).toBeNull();
  });

  it('nobody sees what is not committed yet, not even from inside the unit of work', async () => {
    const store = await open();
    await store.transact(({ people }) => people.save(aPerson({ name: 'before' })));
    const seen = await store.transact(async ({ people }) => {
      await people.save(aPerson({ name: 'after' }));
      const inside = await people.get(ruth);
      const outside = await store.read.people.get(ruth);
      return { inside: inside?.name, outside: outside?.name };
    });
    expect(seen).toEqual({ inside: 'after', outside: 'before' });
    expect((await store.read.people.get(ruth))?.name).toBe('after');
  });

  it('many units of work that read outside themselves all come to an end', async () => {
    const store = await open();
    const names = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.transact(async ({ facts }) => {
          await facts.set(`fact-${n}`, 'set');
          return store.read.facts.get('never set');
        }),
      ),
    );
    expect(new Set(names)).toEqual(new Set([null]));
  });

  it('the same act that arrives twice at once is stored once, and both get the same answer', async () => {
    const store = await open();
    let decided = 0;
    const act = () =>
      store.transact(async ({ interactions, journal }) => {
        const before = await interactions.outcome('slack/T1/C1/1');
        if (before !== null) return before;
        decided += 1;
        const outcome = [[{ type: 'PromiseNotKept', decided }]];
        await journal.append(willow, [{ type: 'PromiseNotKept', at: monday, number: 1 }]);
        await interactions.keep('slack/T1/C1/1', monday, outcome);
        return outcome;
      });
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, act));
    for (const other of others) expect(other).toEqual(first);
    expect(await store.read.interactions.outcome('slack/T1/C1/1')).toEqual(first);
    expect(await store.read.journal.list(willow)).toHaveLength(1);
  });

  it('an act is never stored over what was stored for it', async () => {
    const store = await open();
    const keep = (answer: string) =>
      store.transact(({ interactions }) => interactions.keep('act', monday, [[{ answer }]]));
    await keep('first');
    await expect(keep('second')).rejects.toThrow(Conflict);
    expect(await store.read.interactions.outcome('act')).toEqual([[{ answer: 'first' }]]);
  });

  it('two changes of one huddle at once are both kept', async () => {
    const store = await open();
    await store.transact(({ huddles }) => huddles.save(aHuddle({ name: '' })));
    const addLetter = (letter: string) =>
      store.transact(async ({ huddles }) => {
        const before = await huddles.get(willow);
        if (before === null) throw new Error('no huddle');
        await huddles.save({ ...before, name: before.name + letter, version: before.version + 1 });
      });
    await Promise.all(['a', 'b', 'c', 'd'].map(addLetter));
    const { name = '', version } = (await store.read.huddles.get(willow)) ?? {};
    expect(name.match(/./g)?.sort().join('')).toBe('abcd');
    expect(version).toBe(5);
  });

  it('two promises made at once get two numbers', async () => {
    const store = await open();
    const numbers = await Promise.all(
      Array.from({ length: 5 }, () =>
        store.transact(async ({ promises }) => {
          const number = await promises.nextNumber(willow);
          await promises.save(aPromise({ number }));
          return number;
        }),
      ),
    );
    expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('work that can never go through ends with a conflict, not in a circle', async () => {
    const store = await open();
    let tries = 0;
    const hopeless = store.transact(async ({ facts }) => {
      tries += 1;
      await facts.set('tries', String(tries));
      throw new Conflict('always');
    });
    await expect(hopeless).rejects.toThrow(Conflict);
    expect(tries).toBe(8);
    expect(await store.read.facts.get('tries')).toBeNull();
  });

  it('records used after their work has failed write nothing', async () => {
    const store = await open();
    let late: (() => Promise<void>) | undefined;
    const failing = store.transact(async ({ people }) => {
      late = () => people.save(aPerson({ id: sam }));
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    await expect(late?.()).rejects.toThrow('is over');
    expect(await store.read.people.get(sam)).toBeNull();
  });

  it('a closed store takes no more work', async () => {
    const store = await open();
    const last = store.transact(({ facts }) => facts.set('last', 'yes'));
    await store.close();
    await last;
    await store.close();
    await expect(store.transact(({ facts }) => facts.set('too late', 'yes'))).rejects.toThrow();
  });
}
