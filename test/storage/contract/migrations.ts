import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import pg from 'pg';
import { expect, it } from 'vitest';
import { openStore } from '../../../storage/store.ts';
import { postgres, sqlite } from '../../../storage/dialect.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { placesAndSpeech } from '../../../storage/migrations/0003-places-and-speech.ts';
import { suggestedChanges } from '../../../storage/migrations/0012-suggested-changes.ts';
import { renewals } from '../../../storage/migrations/0013-renewals.ts';
import type { Step } from '../../../storage/step.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { aHuddle, aMember, anUtterance, aPromise, aProposal, aRole, channel, monday, willow } from '../samples.ts';

/** A database that an older program filled is brought up with all that is in it. */
export function bringsOldDatabasesUp(database: TestDatabase): void {
  it('before places could close and deletions be taken back: every place is open, and what was said counts', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    await store.transact(async ({ huddles, speech }) => {
      await huddles.save(aHuddle());
      await huddles.addPlace(willow, channel);
      await speech.add(anUtterance({ id: 'a' }));
    });
    await store.close();
    const old = await openRaw(url);
    await old.run('alter table places drop column closed_at');
    await old.run('alter table utterances drop column settled_at');
    await old.run(`update huddles set settings = replace(settings, '"listening":false,', '')`);
    await placesAndSpeech(old.step);
    await old.close();

    const now = await openStore({ url });
    expect(await now.read.huddles.get(willow)).toEqual(aHuddle());
    expect(await now.read.huddles.places(willow)).toEqual([channel]);
    await now.transact(async ({ huddles, speech }) => {
      await huddles.closePlace(channel, monday);
      await speech.settle('a', { gone: true, at: monday });
    });
    expect(await now.read.huddles.closedSince(channel)).toBe(monday);
    expect(await now.read.speech.get('a')).toEqual(anUtterance({ id: 'a', gone: true }));
    await now.close();
  });

  it('before changes could be suggested: promises keep their numbers, and the next one is free', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    await store.transact(async ({ promises, roles }) => {
      for (const number of [1, 2, 7]) await promises.save(aPromise({ number }));
      await roles.save(aRole());
    });
    await store.close();
    const old = await openRaw(url);
    for (const table of ['numbers', 'proposals', 'agreements']) await old.run(`drop table ${table}`);
    await old.run('alter table roles drop column ended_at');
    await suggestedChanges(old.step);
    await old.close();

    const now = await openStore({ url });
    expect(await now.read.promises.nextNumber(willow)).toBe(8);
    await expect(now.transact(({ proposals }) => proposals.save(aProposal({ number: 7 })))).rejects.toThrow('number');
    await now.transact(({ proposals }) => proposals.save(aProposal({ number: 8 })));
    expect(await now.read.roles.list(willow)).toEqual([aRole()]);
    await now.close();
  });

  it('before a yes was asked for again: everyone who takes part is looked at once', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    await store.transact(async ({ huddles, members }) => {
      await huddles.save(aHuddle());
      await members.save(aMember());
      await members.save({
        ...aMember({ person: 'gone' as PersonId }),
        standings: [{ from: monday, status: 'left', counted: false, group: null, also: null }],
      });
    });
    await store.close();
    const old = await openRaw(url);
    await renewals(old.step);
    await old.close();

    const now = await openStore({ url });
    const subjects = (await now.read.timers.due(monday, 9)).map(({ kind, subject }) => `${kind} ${subject}`);
    expect(subjects).toEqual([`renewal ${willow}/${aMember().person}`]);
    await now.close();
  });
}

async function openRaw(url: string) {
  if (url.startsWith('sqlite:')) {
    const file = new Database(url.slice('sqlite:'.length));
    const run = (sql: string) => {
      file.exec(sql);
      return Promise.resolve();
    };
    return { run, step: stepOn(sqlite, run), close: () => Promise.resolve(file.close()) };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (sql: string) => {
    await client.query(sql);
  };
  return { run, step: stepOn(postgres, run), close: () => client.end() };
}

function stepOn(dialect: Step['dialect'], run: (sql: string) => Promise<void>): Step {
  return { dialect, schema: dialect.write.schema, run: (statement: Compilable) => run(statement.compile().sql) };
}
